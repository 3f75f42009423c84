import { expect, test } from 'vitest';
import { assemble } from '../roles/index.ts';
import { pinnedLevels, relatedPrior } from './own.ts';

const NAME = { column: 'name', role: 'free-text' } as const;
const ADDRESS = { column: 'street', role: 'address' } as const;
const PHONE = { column: 'phone', role: 'phone' } as const;

/** Ids of the levels that relatives reach no oftener than strangers, by comparison. */
const pinned = (assembly: ReturnType<typeof assemble>, last: boolean): Record<string, string[]> => {
  const pins = pinnedLevels(assembly.comparisons, false, last);
  return Object.fromEntries(
    assembly.comparisons.map(({ comparison }, s) => [
      comparison.inputs.join(),
      comparison.levels.filter((_, level) => pins[s]![level]).map(({ id }) => id),
    ]),
  );
};

test('siblings share a character of their names: known once the rest is settled', () => {
  const assembly = assemble('zh-TW', [{ column: 'name', role: 'full-name' }, ADDRESS]);
  expect(pinned(assembly, false)['full-name']).toContain('one-differs');
  expect(pinned(assembly, true)['full-name']).not.toContain('one-differs');
  expect(pinned(assembly, true)['full-name']).toContain('same');
  expect(pinned(assembly, true).address).toEqual([]);
});

test('branches have their own address and share the rest; a household shares its address', () => {
  const branches = assemble('en', [NAME, ADDRESS, PHONE]);
  expect(pinned(branches, true).address).toContain('same');
  expect(pinned(branches, true).address).not.toContain('numbers-differ');
  expect(pinned(branches, true)['free-text']).toEqual([]);
  const persons = assemble('en', [{ column: 'given', role: 'given-name' }, { column: 'surname', role: 'surname' }, ADDRESS, PHONE]);
  expect(pinned(persons, true).address).toEqual([]);

  const same = (assembly: ReturnType<typeof assemble>, role: string): number => {
    const levels = assembly.comparisons.map(({ comparison }) => comparison.levels);
    const rows = (of: 'm' | 'u') => levels.map((list) => Float64Array.from(list, (level) => level[of]));
    const s = assembly.comparisons.findIndex(({ comparison }) => comparison.inputs.join() === role);
    return relatedPrior(assembly.comparisons, rows('m'), rows('u'))[s]![1]!;
  };
  expect(same(branches, 'address')).toBeLessThan(0.02);
  expect(same(branches, 'free-text')).toBeGreaterThan(0.2);
  expect(same(persons, 'address')).toBeGreaterThan(0.2);
});
