import { expect, test } from 'vitest';
import type { PatternTable } from './patterns.ts';
import { withoutPlainest } from './plainest.ts';

/** One group whose rule forces slot 0 (levels same, part, different) and leaves slot 1 free; counts of pairs at each level of slot 0. */
const table = (same: number, part: number, different: number): PatternTable =>
  ({
    size: 3,
    slots: 2,
    levels: Uint8Array.of(1, 1, 2, 1, 3, 1),
    counts: Float64Array.of(same, part, different),
    group: Int32Array.of(0, 0, 0),
    possible: [[[false, true, true, true], null]],
  }) as unknown as PatternTable;

const possible = (of: PatternTable, slots: readonly boolean[]) => withoutPlainest(of, slots).possible[0]!;

test('what few pairs of a rule reach and nearly all strangers do is no measure for the others', () => {
  expect(possible(table(10, 80, 10), [true, true])).toEqual([[false, true, true, false], null]);
});

test('it stays where it is met often, and in other slots', () => {
  expect(possible(table(10, 40, 50), [true, true])[0]).toEqual([false, true, true, true]);
  expect(possible(table(10, 80, 10), [false, true])[0]).toEqual([false, true, true, true]);
});
