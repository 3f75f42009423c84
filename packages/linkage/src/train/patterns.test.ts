import { expect, test } from 'vitest';
import { patternShape } from '../score/pattern.ts';
import { readPatterns } from './patterns.ts';

const SHAPE = patternShape([4, 4]);
const [SAME, PART, DIFFERENT] = [1, 2, 3];

test('where a rule on a slot alone passed a pair over, what it finds is no possibility', () => {
  // Rule 0: slot 0 alone, finds level 1. Rule 1: slot 1 alone. Pairs of rule 1 only are at levels 2 and 3 of slot 0.
  const rows: readonly (readonly [level0: number, level1: number, mask: number, pairs: number])[] = [
    [SAME, SAME, 3, 50],
    [SAME, DIFFERENT, 1, 20],
    [SAME, SAME, 2, 1],
    [PART, SAME, 2, 30],
    [DIFFERENT, SAME, 2, 900],
  ];
  const keys = Int32Array.from(rows.flatMap(([a, b, mask]) => [a * SHAPE.strides[0]! + b * SHAPE.strides[1]!, 0, mask]));
  const rule = (id: number, slot: number) => ({ rule: id, shape: { id: `r${id}`, parts: [[slot, 0]] as const }, split: null });
  const patterns = { size: rows.length, keys, counts: Float64Array.from(rows, (row) => row[3]) };
  const table = readPatterns(patterns as never, SHAPE, [], [rule(0, 0), rule(1, 1)]);
  const group = (mask: number) => table.groupMasks.indexOf(mask);
  expect(table.passed[group(2)]![0]).toEqual([false, false, true, true]);
  // Slot 1 of the pairs that rule 1 found, and of none that it passed over.
  expect(table.passed[group(2)]![1]).toBeNull();
  expect(table.passed[group(3)]).toEqual([null, null]);
});

test('a rule that another one implies is no catch of its own', () => {
  const rule = (id: number, parts: readonly (readonly [number, number])[]) => ({ rule: id, shape: { id: `r${id}`, parts }, split: null });
  const rules = [
    rule(0, [[0, 0]]),
    rule(1, [
      [0, 0],
      [1, 0],
    ]),
    rule(2, [
      [0, 1],
      [1, 0],
    ]),
    rule(3, [[1, 1]]),
  ];
  const none = { size: 0, keys: new Int32Array(0), counts: new Float64Array(0) };
  expect(readPatterns(none as never, SHAPE, [], rules).catches).toBe(0b1101);
});
