// How alike are two short strings, transpositions forgiven and a common beginning rewarded? Jaro (1989) with Winkler's prefix (1990), by code point.
import { codePoints } from './code-points.ts';

const PREFIX_SCALE = 0.1;
const LONGEST_PREFIX = 4;
/** Winkler's rule: the prefix counts only for pairs that are alike already. */
const BOOST_FROM = 0.7;

/** Jaro similarity of code point sequences, 0 … 1; two empty ones are alike (1), one empty is not (0). */
export const jaroOf = (a: readonly number[], b: readonly number[]): number => {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedB = new Uint8Array(b.length);
  const usedA = new Uint8Array(a.length);
  let matches = 0;
  for (let i = 0; i < a.length; i++) {
    const last = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (usedB[j] || a[i] !== b[j]) continue;
      usedA[i] = 1;
      usedB[j] = 1;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let moved = 0;
  for (let i = 0, j = 0; i < a.length; i++) {
    if (!usedA[i]) continue;
    while (!usedB[j]) j++;
    if (a[i] !== b[j]) moved++;
    j++;
  }
  return (matches / a.length + matches / b.length + (matches - moved / 2) / matches) / 3;
};

/** Jaro–Winkler similarity of code point sequences, 0 … 1. */
export const jaroWinklerOf = (a: readonly number[], b: readonly number[]): number => {
  const jaro = jaroOf(a, b);
  if (jaro <= BOOST_FROM) return jaro;
  const most = Math.min(LONGEST_PREFIX, a.length, b.length);
  let prefix = 0;
  while (prefix < most && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * PREFIX_SCALE * (1 - jaro);
};

export const jaroWinkler = (a: string, b: string): number => (a === b ? 1 : jaroWinklerOf(codePoints(a), codePoints(b)));
