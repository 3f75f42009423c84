import { expect, it } from 'vitest';
import { toyAssembly } from '../testing/toy-assembly.ts';
import { runToy } from '../testing/toy-run.ts';
import { unseenDifferences } from './unseen-differences.ts';

// Half of these people moved between their two records.
const rows = Array.from({ length: 200 }, (_, i) => {
  const person = i >> 1;
  const moved = person % 2 === 0 && i % 2 === 0;
  return {
    id: String(i),
    name: `${'abcdefghij'[person % 10]}${person * 7919}nam`,
    address: `${moved ? 'old' : 'new'} ${person * 104729} street`,
    year: String(1900 + (person % 90)),
  };
});
const columns = (['name', 'address', 'year'] as const).map((column) => [column, 'similarity'] as const);

it('a run says that it cannot know its recall where all pairs were found by one column', async () => {
  const { result } = await runToy(rows, toyAssembly(columns, ['address']));
  const warning = result.warnings.find(({ code }) => code === 'recall-unknown');
  expect(warning?.words.en).toContain('address');
  expect(result.expected.recall).toBeGreaterThan(0.9);
});

it('and does not where another column finds pairs too', async () => {
  const { result } = await runToy(rows, toyAssembly(columns, ['address', 'name']));
  expect(result.warnings.map(({ code }) => code)).not.toContain('recall-unknown');
});

it('tells which columns nearly all matches were found by', () => {
  // Two groups of pairs: the first found by a rule on slot 0, the second by one on slot 1.
  const table = (second: number) => ({
    size: 2,
    slots: 2,
    levels: Uint8Array.of(1, 2, 2, 1),
    counts: Float64Array.of(1000, second),
    group: Int32Array.of(0, 1),
    informs: [
      [false, true],
      [true, false],
    ],
  });
  const sure = Float64Array.of(1, 1);
  expect(unseenDifferences(table(10), sure)).toEqual([0]);
  expect(unseenDifferences(table(500), sure)).toEqual([]);
  expect(unseenDifferences(table(10), new Float64Array(2))).toEqual([]);
});
