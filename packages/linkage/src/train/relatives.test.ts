import { expect, test } from 'vitest';
import { toyAssembly } from '../testing/toy-assembly.ts';
import type { PatternTable } from './patterns.ts';
import { areTwoPersons } from './relatives.ts';

const [SAME, DIFFERENT] = [1, 4];
const toy = toyAssembly(
  [
    ['name', 'similarity'],
    ['birth', 'edits'],
    ['address', 'similarity'],
  ],
  [],
);

const comparisons = toy.comparisons.map((bound) =>
  bound.id === 'birth' ? { ...bound, comparison: { ...bound.comparison, inputs: ['birth-date' as const] } } : bound,
);

const judged = (rows: readonly (readonly [name: number, birth: number, address: number, pairs: number, related: number])[]) => {
  const levels = Uint8Array.from(rows.flatMap((row) => row.slice(0, 3)));
  const table = { size: rows.length, slots: 3, levels, counts: Float64Array.from(rows, (row) => row[3]) } as unknown as PatternTable;
  return areTwoPersons(
    comparisons,
    table,
    Float64Array.from(rows, (row) => row[4]),
  );
};

test('a family: the same address, hardly ever the same name', () => {
  expect(
    judged([
      [DIFFERENT, DIFFERENT, SAME, 90, 0.99],
      [DIFFERENT, SAME, SAME, 5, 0.9],
      [SAME, DIFFERENT, SAME, 5, 0.3],
      [SAME, SAME, SAME, 500, 0],
    ]),
  ).toBe(true);
});

test('brothers whose names share a character', () => {
  const [ALIKE, named] = [
    2,
    comparisons.map((bound, s) => {
      const levels = bound.comparison.levels.map((level, i) => (s === 0 && i === 2 ? { ...level, siblings: true } : level));
      return { ...bound, comparison: { ...bound.comparison, levels } };
    }),
  ];
  const rows = [
    [ALIKE, SAME, SAME],
    [ALIKE, DIFFERENT, SAME],
    [DIFFERENT, DIFFERENT, SAME],
  ];
  const table = { size: 3, slots: 3, levels: Uint8Array.from(rows.flat()), counts: Float64Array.of(30, 40, 30) };
  const related = Float64Array.of(0.9, 0.9, 0.9);
  expect(areTwoPersons(comparisons, table, related)).toBe(false);
  expect(areTwoPersons(named, table, related)).toBe(true);
});

test('matches with an error each, now in this field and now in that', () => {
  expect(
    judged([
      [DIFFERENT, SAME, SAME, 40, 0.9],
      [SAME, DIFFERENT, SAME, 30, 0.9],
      [SAME, SAME, DIFFERENT, 30, 0.9],
      [SAME, SAME, SAME, 500, 0.2],
    ]),
  ).toBe(false);
});

test('one person whose name is spoilt: the same date of birth oftener than twins have', () => {
  expect(
    judged([
      [DIFFERENT, SAME, SAME, 80, 0.9],
      [DIFFERENT, DIFFERENT, SAME, 20, 0.9],
      [SAME, SAME, SAME, 500, 0],
    ]),
  ).toBe(false);
});

test('a missing value is no difference', () => {
  expect(judged([[0, 0, SAME, 40, 0.9]])).toBe(false);
});
