import { expect, it } from 'vitest';
import { assemble } from '../roles/index.ts';
import { facetKey } from '../shelf/text/hash.ts';
import { type CountedNames, matchesOfOneName, mostOfSameName } from './same-name.ts';

const bound = assemble('en', [
  { column: 'given', role: 'given-name' },
  { column: 'surname', role: 'surname' },
]).comparisons[0]!;
const SAME = bound.comparison.levels.findIndex(({ id }) => id === 'same');

/** Names as a run would have them, each held by so many records. */
function counted(names: readonly (readonly [given: string, surname: string, records: number])[]): CountedNames {
  const wanted = bound.comparison.facets.map((_, f) => f);
  const values = names.map((name) => bound.comparison.prepare(bound.columns.map((column) => name[column === 'given' ? 0 : 1])));
  const facets = wanted.map((f) => Int32Array.from([0, ...values.map((value) => facetKey(bound.comparison.facetsOf(value)[f] ?? ''))]));
  return {
    bound,
    counts: Int32Array.from([0, ...names.map(([, , records]) => records)]),
    shared: { wanted, prepared: { facets } },
  } as unknown as CountedNames;
}

// Ten given names with each of ten surnames, two records of each: of 19,900 pairs 100 are of one person, and 1,800 agree on one part alone.
const letters = [...'bcdfghjklm'];
const names = counted(letters.flatMap((a) => letters.map((b) => [`${a}an`, `${b}ell`, 2] as const)));
const random = new Float64Array(bound.comparison.levels.length);
random[SAME] = 100 / 19_900;

it('strangers agree on both parts hardly oftener than independence says, however many matches do', () => {
  const one = 1800 / 19_900;
  expect(mostOfSameName(names, random)).toEqual({ level: SAME, share: expect.closeTo(2 * one * one) });
});

it('what is more than that is of one person', () => {
  expect(matchesOfOneName([null, { level: 1, share: 0.001 }], [new Float64Array(2), Float64Array.of(0, 0.005)])).toBeCloseTo(0.004);
  expect(matchesOfOneName([], [])).toBe(0);
});

it('knows nothing of what is no name in two parts', () => {
  const street = assemble('en', [{ column: 'street', role: 'address' }]).comparisons[0]!;
  expect(mostOfSameName({ ...names, bound: street }, random)).toBeNull();
});
