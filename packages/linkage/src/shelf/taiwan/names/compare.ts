// How do two names of persons agree, whatever way they are written? Han with Han, romanised with Han, tokens (indigenous, Latin) with tokens.
import { jaroWinklerOf } from '../../text/index.ts';
import { canonicalText, likeSound, SOUNDS, soundOf } from '../characters/index.ts';
import { compareHan } from './compare-han.ts';
import { compareRomanised } from './compare-romanised.ts';
import { nameLevel } from './levels.ts';
import type { HanRow, PreparedName, Tokens } from './prepare.ts';

const CLOSE = 0.92;

/** Index into NAME_LEVELS, at least 1. */
export const compareNames = (a: PreparedName, b: PreparedName): number => {
  if (a.kind === 'han') return b.kind === 'han' ? compareHan(a.row, 0, b.row, 0) : compareMixed(b, a);
  return b.kind === 'han' ? compareMixed(a, b) : compareTokens(a, b);
};

const compareMixed = (tokens: Tokens, han: HanRow): number => {
  if (tokens.kind === 'latin') return compareRomanised(tokens.spoken.length, (i) => tokens.spoken[i]!, han.row, 0);
  // 瓦歷斯·諾幹 beside 諾幹 or 瓦歷斯諾幹
  const whole = canonicalText(tokens.tokens.join(''));
  const other = canonicalText(han.normal);
  if (whole === other) return nameLevel('variant');
  return tokens.tokens.some((token) => canonicalText(token) === other) ? nameLevel('dropped') : nameLevel('different');
};

const compareTokens = (a: Tokens, b: Tokens): number => {
  if (a.normal === b.normal) return nameLevel('same');
  if ((a.kind === 'latin') !== (b.kind === 'latin')) return nameLevel('different');
  if (sameList(a.tokens, b.tokens)) return nameLevel('same');
  if (sameList(a.sorted, b.sorted)) return nameLevel('swapped');
  if (a.kind === 'latin') return compareLatin(a, b);
  const [left, right] = [canonicalText(a.tokens.join('')), canonicalText(b.tokens.join(''))];
  if (left === right) return nameLevel('variant');
  const heard = heardAlike(left, right);
  if (heard >= SOUNDS.toneless) return heard === SOUNDS.same ? nameLevel('homophone-tone') : nameLevel('homophone');
  if (jaroWinklerOf(a.sorted, b.sorted) >= CLOSE) return nameLevel('look-alike');
  const shared = sharedTokens(a, b);
  if (shared > 0)
    return a.tokens.length !== b.tokens.length
      ? nameLevel('dropped')
      : a.tokens.at(-1) === b.tokens.at(-1)
        ? nameLevel('surname')
        : nameLevel('given');
  return nameLevel('different');
};

/** The least likeness of sound over all positions; 0 for different lengths. */
const heardAlike = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length) return 0;
  let least: number = SOUNDS.same;
  for (let i = 0; i < left.length && least > 0; i++) {
    if (left[i] !== right[i]) least = Math.min(least, likeSound(soundOf(left[i]!.codePointAt(0)!), soundOf(right[i]!.codePointAt(0)!)));
  }
  return least;
};

const compareLatin = (a: Tokens, b: Tokens): number => {
  if (spokenAlike(a, b)) return nameLevel('homophone-tone');
  const shared = sharedTokens(a, b);
  const [few, many] = [Math.min(a.tokens.length, b.tokens.length), Math.max(a.tokens.length, b.tokens.length)];
  if (shared === few && few >= 2 && many > few) return nameLevel('dropped');
  if (jaroWinklerOf(a.sorted, b.sorted) >= CLOSE) return nameLevel('look-alike');
  if (shared >= 2 && shared === many - 1) return nameLevel('one-differs');
  return shared > 0 && Math.max(a.tokens.length, b.tokens.length) <= 3 ? nameLevel('surname') : nameLevel('different');
};

/** Two spellings of one Mandarin name (Chiawei, Jia-wei), word order free. */
const spokenAlike = (a: Tokens, b: Tokens): boolean =>
  a.spoken.some((left) => b.spoken.some((right) => left.length === right.length && assignable(left, right, 0, 0)));

const assignable = (left: readonly (readonly number[])[], right: readonly (readonly number[])[], at: number, used: number): boolean => {
  if (at === left.length) return true;
  for (let i = 0; i < right.length; i++) {
    if ((used & (1 << i)) === 0 && left[at]!.some((id) => right[i]!.includes(id)) && assignable(left, right, at + 1, used | (1 << i)))
      return true;
  }
  return false;
};

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((value, i) => value === b[i]);

/** Distinct tokens of both. */
const sharedTokens = (a: Tokens, b: Tokens): number => {
  const tokens = new Set(a.tokens);
  let shared = 0;
  for (const token of new Set(b.tokens)) if (tokens.has(token)) shared++;
  return shared;
};
