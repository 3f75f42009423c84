import { describe, expect, test } from 'vitest';
import { patternShape } from '../score/pattern.ts';
import { byHeld, foundShares } from './found.ts';
import { readPatterns } from './patterns.ts';

// Names (same, sounds the same, same surname, different) and dates (same, different).
const SHAPE = patternShape([5, 3]);
const [SAME, SOUND, SURNAME, OTHER] = [1, 2, 3, 4];
const [NAME, DATE] = [0, 1];
const rule = (id: number, ...parts: (readonly [number, number])[]) => ({ rule: id, shape: { id: `r${id}`, parts }, split: null });
// The name, its sound, and its sound with the date.
const RULES = [rule(0, [NAME, 0]), rule(1, [NAME, 1]), rule(2, [NAME, 1], [DATE, 0])];
const [BY_SOUND, BY_BOTH] = [0b010, 0b110];
const ROWS: readonly (readonly [name: number, date: number, mask: number, pairs: number])[] = [
  [SAME, 1, 0b111, 80],
  [SOUND, 1, BY_BOTH, 20],
  [SOUND, 2, BY_SOUND, 100],
  [SURNAME, 2, BY_SOUND, 40],
  [SOUND, 0, BY_SOUND, 30],
];
const RANDOM = [Float64Array.of(0, 0.0001, 0.00015, 0.04, 0.95975), Float64Array.of(0, 0.01, 0.99)];
const ALL_PAIRS = 1e6;

const table = readPatterns(
  {
    size: ROWS.length,
    keys: Int32Array.from(ROWS.flatMap(([a, b, mask]) => [a * SHAPE.strides[0]! + b * SHAPE.strides[1]!, 0, mask])),
    counts: Float64Array.from(ROWS, (row) => row[3]),
  } as never,
  SHAPE,
  [],
  RULES,
);
const fine = byHeld(table);
const shares = foundShares(
  fine,
  {
    random: RANDOM,
    rules: RULES,
    agreement: [
      [1, null],
      [1, null],
      [0.0003, 0.01],
    ],
    held: [1, 1],
    allPairs: ALL_PAIRS,
  },
  [true, true],
);
const of = (pattern: number) => shares[fine.group[pattern]!]!;

describe('what rules find of a level', () => {
  test('is all of what sounds the same, and little of what shares a surname', () => {
    const [name] = of(2);
    expect(name![SOUND]).toBe(1);
    expect(name![SURNAME]).toBeCloseTo(40 / (RANDOM[NAME]![SURNAME]! * ALL_PAIRS));
    expect(name![OTHER]).toBe(0);
  });

  test('is not what another rule would have found', () => {
    // The sound agrees, so it is the date that the third rule found other than the same.
    expect(of(2)[DATE]![1]).toBeLessThan(0.01);
    expect(of(2)[DATE]![2]).toBe(1);
  });

  test('says nothing of a date that is missing, which is no date that differs', () => {
    expect(fine.group[4]).not.toBe(fine.group[2]);
    expect(table.group[4]).toBe(table.group[2]);
    expect(of(4)[DATE]).toBeNull();
  });
});
