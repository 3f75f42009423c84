import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints } from './code-points.ts';
import { levenshtein, osa } from './edit-distance.ts';
import { isOneEdit } from './one-edit.ts';

/** The textbook table (Wagner–Fischer; Boytsov 2011 for the swap), slow and obvious. */
const slow = (left: string, right: string, swaps: boolean): number => {
  const a = codePoints(left);
  const b = codePoints(right);
  const d = a.map(() => [0]).concat([[0]]);
  for (let i = 0; i <= a.length; i++) d[i]![0] = i;
  for (let j = 0; j <= b.length; j++) d[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
};

// Few letters, so that swaps and repeats are common; lengths around the word borders of 32 and 64.
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '陳', '𠮷'), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 28, maxLength: 100 }),
);

describe('edit distances', () => {
  it('equal the textbook table', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(levenshtein(a, b)).toBe(slow(a, b, false));
        expect(osa(a, b)).toBe(slow(a, b, true));
      }),
      { numRuns: 800 },
    );
  });

  it('know one edit without counting', () => {
    const code = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(isOneEdit(a, b)).toBe(slow(a, b, true) === 1);
      }),
      { numRuns: 3000 },
    );
  });

  it('find swaps at every position of a long text', () => {
    const letters = Array.from({ length: 140 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    for (let i = 0; i + 1 < letters.length; i++) {
      const swapped = [...letters];
      [swapped[i], swapped[i + 1]] = [letters[i + 1]!, letters[i]!];
      expect(osa(`x${letters.join('')}x`, `y${swapped.join('')}y`)).toBe(3);
    }
  });
});
