// How many edits lead from one text to the other? Levenshtein (Myers 1999) and optimal string alignment (Hyyrö 2003), bit-parallel in words of 32,
// by code point. Optimal string alignment also counts the swap of two neighbours as one edit, no part being edited twice.
import { codePoints } from './code-points.ts';
import { PatternMask } from './pattern-mask.ts';

const distanceOf = (a: readonly number[], b: readonly number[], swaps: boolean): number => {
  // Common ends cost nothing and are most of the text in practice.
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (start === endA) return endB - start;
  if (start === endB) return endA - start;
  const [pattern, text] =
    endA - start >= endB - start ? [a.slice(start, endA), b.slice(start, endB)] : [b.slice(start, endB), a.slice(start, endA)];
  return columns(new PatternMask(pattern), pattern.length, text, swaps);
};

/** Runs over the text column by column; per word: vertical differences +1 and −1, diagonal zeros and character mask of the previous column. */
const columns = (mask: PatternMask, length: number, text: readonly number[], swaps: boolean): number => {
  const { words } = mask;
  const plus = new Int32Array(words).fill(-1);
  const minus = new Int32Array(words);
  const diagonal = new Int32Array(words);
  let before: Int32Array | null = null;
  const lastBit = 1 << ((length - 1) & 31);
  let distance = length;
  for (const point of text) {
    const now = mask.of(point);
    let carryPlus = 1;
    let carryMinus = 0;
    let openBelow = 0; // bits of (not diagonal) and mask, of the word below in the previous column, for swaps across words
    for (let w = 0; w < words; w++) {
      const matches = now[w] ?? 0;
      const vp = plus[w]!;
      const vn = minus[w]!;
      const open = ~diagonal[w]! & matches;
      const swap = swaps && before ? ((open << 1) | (openBelow >>> 31)) & (before[w] ?? 0) : 0;
      openBelow = open;
      const x = matches | carryMinus;
      const zero = ((((x & vp) + vp) | 0) ^ vp) | x | vn | swap;
      let hp = vn | ~(zero | vp);
      let hn = zero & vp;
      if (w === words - 1) distance += (hp & lastBit ? 1 : 0) - (hn & lastBit ? 1 : 0);
      const outPlus = hp >>> 31;
      const outMinus = hn >>> 31;
      hp = (hp << 1) | carryPlus;
      hn = (hn << 1) | carryMinus;
      carryPlus = outPlus;
      carryMinus = outMinus;
      plus[w] = hn | ~(zero | hp);
      minus[w] = hp & zero;
      diagonal[w] = zero;
    }
    before = now;
  }
  return distance;
};

/** Levenshtein distance of code point sequences. */
export const levenshteinOf = (a: readonly number[], b: readonly number[]): number => distanceOf(a, b, false);
/** Optimal string alignment distance of code point sequences. */
export const osaOf = (a: readonly number[], b: readonly number[]): number => distanceOf(a, b, true);

export const levenshtein = (a: string, b: string): number => (a === b ? 0 : levenshteinOf(codePoints(a), codePoints(b)));
export const osa = (a: string, b: string): number => (a === b ? 0 : osaOf(codePoints(a), codePoints(b)));

/** 1 − edits per code point of the longer text; 1 for two empty texts. */
export const osaSimilarity = (a: readonly number[], b: readonly number[]): number => {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - osaOf(a, b) / longest;
};
