import { describe, expect, test } from 'vitest';
import { assemble } from '../roles/index.ts';
import { facetKey, mix } from '../shelf/text/hash.ts';
import { shuffled } from '../testing/toy-world.ts';
import { chanceOf } from './chance.ts';
import { type NamesakeInput, namesakesOf } from './namesakes.ts';

const { comparisons } = assemble('en', [
  { column: 'given', role: 'given-name' },
  { column: 'surname', role: 'surname' },
  { column: 'born', role: 'birth-date' },
]);
const NAME = comparisons.findIndex(({ comparison }) => comparison.inputs.includes('given-name'));
const BORN = comparisons.findIndex(({ comparison }) => comparison.inputs.includes('birth-date'));
const yearLevel = comparisons[BORN]!.comparison.levels.findIndex(({ id }) => id === 'year');

const GIVEN = ['adelbert', 'brunhild', 'cornelius', 'dorothea', 'evangeline', 'ferdinand', 'gwendolyn', 'horatio', 'isadora', 'jebediah'];
type Person = readonly [given: string, surname: string, born: string];

/** People whose given name was in use for `years` years (of a hundred), each name at a time of its own; surnames are all different. */
function people(count: number, years: number): Person[] {
  return Array.from({ length: count }, (_, i): Person => {
    const name = i % GIVEN.length;
    const at = mix(i * 7 + 1) >>> 0;
    const year = 1900 + ((name * 10 + (at % years)) % 100);
    const day = `${1 + ((at >>> 9) % 12)}`.padStart(2, '0');
    return [GIVEN[name]!, `q${(mix(i) >>> 0).toString(36)}z`, `${year}-${day}-${`${1 + ((at >>> 17) % 28)}`.padStart(2, '0')}`];
  });
}

/** What the engine would have of these people: every record has values of its own. */
function encoded(rows: readonly Person[]): NamesakeInput {
  const values = rows.map((row) =>
    comparisons.map((bound) => bound.comparison.prepare(bound.columns.map((c) => row[['given', 'surname', 'born'].indexOf(c)]!))),
  );
  const shared = comparisons.map(({ comparison }, s) => {
    const wanted = comparison.facets.map((_, f) => f);
    const high = Int32Array.from([0, ...values.map((v) => facetKey(comparison.format(v[s])))]);
    const facets = wanted.map((f) => Int32Array.from([0, ...values.map((v) => facetKey(comparison.facetsOf(v[s])[f] ?? ''))]));
    return { wanted, prepared: { high, facets } } as unknown as NamesakeInput['shared'][number];
  });
  const ids = Int32Array.from(rows.keys(), (i) => i + 1);
  const scorers = comparisons.map(({ comparison }, s) => ({
    level: (a: number, b: number) => comparison.compare(values[a - 1]![s], values[b - 1]![s]),
  }));
  const random = comparisons.map(({ comparison }, s) => {
    const u = new Float64Array(comparison.levels.length);
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [(mix(i) >>> 0) % rows.length, (mix(i + 1e6) >>> 0) % rows.length];
      if (a !== b) u[scorers[s]!.level(a + 1, b + 1)]! += 1 / 20_000;
    }
    return u;
  });
  return { comparisons, shared, columns: comparisons.map(() => ids), scorers, random };
}

describe('what a given name says of the date of birth', () => {
  test('finds how much oftener namesakes were born in one year', () => {
    // Each name in use for 25 of 100 years: one year in 25 among namesakes, one in 100 about among all.
    const [found] = namesakesOf(encoded(people(3000, 25)));
    expect(found).toMatchObject({ slot: NAME, on: BORN });
    expect(Math.exp(found!.log[yearLevel]!)).toBeGreaterThan(2.5);
    expect(Math.exp(found!.log[yearLevel]!)).toBeLessThan(5);
    // What matches hide is taken to be as what they do not; what namesakes reach more seldom is left alone.
    expect(found!.log[1]).toBeGreaterThanOrEqual(found!.log[yearLevel]!);
    expect(found!.log.at(-1)).toBe(0);
    // Training is told of it.
    expect(found!.seen.at(-1)).toBeLessThan(0);
    expect(found!.seen[yearLevel]).toBeGreaterThan(Math.log(2.5));
  });

  test('finds nothing where names have no time, and where there are few people', () => {
    expect(namesakesOf(encoded(people(3000, 100)))).toEqual([]);
    expect(namesakesOf(encoded(people(40, 10)))).toEqual([]);
  });

  test('does not depend on the order of rows', () => {
    const rows = people(3000, 25);
    const strip = (input: NamesakeInput) => ({ ...input, random: encoded(rows).random });
    expect(namesakesOf(strip(encoded(shuffled(rows, 5))))).toEqual(namesakesOf(encoded(rows)));
  });
});

describe('the chance of patterns', () => {
  const namesakes = [{ slot: 0, agree: [false, true, false], on: 1, log: new Float64Array(3), seen: Float64Array.of(0, Math.log(4), 0) }];
  const u = [Float64Array.of(0, 0.01, 0.99), Float64Array.of(0, 0.1, 0.9)];
  const table = (possible: readonly (readonly number[] | null)[]) => ({
    ...{ size: 4, slots: 2, levels: Uint8Array.of(1, 1, 1, 2, 2, 1, 0, 1), group: new Int32Array(4) },
    possible: [possible],
  });

  test('is raised where both agree', () => {
    const { byPattern, byGroup } = chanceOf(table([null, null]), namesakes, u);
    expect(byPattern[0]! / byPattern[1]!).toBeCloseTo(4);
    expect(byPattern[2]).toBe(byPattern[1]);
    expect([byPattern[3], byGroup[0]]).toEqual([1, 1]);
  });

  test('what rules have in common is said of the group and not of its patterns', () => {
    const { byPattern, byGroup } = chanceOf(
      table([
        [0, 1, 0],
        [0, 1, 0],
      ]),
      namesakes,
      u,
    );
    expect(byPattern[0]).toBeCloseTo(1);
    expect(byGroup[0]).toBeCloseTo(4);
  });
});
