// How do two Han names agree? One decision over all characters on rows of integers (linkage.md §3.2, point 1); symmetric.
import { likeSound, looksAlike, SOUNDS } from '../characters/index.ts';
import { compareRomanRow, isRoman } from './compare-romanised.ts';
import { nameLevel } from './levels.ts';
import { CANONICAL, isOpen, lengthOf, masksOf, prefixOf, RAW, SOUND, surnameLengthOf } from './prepare.ts';

type Row = Int32Array;

const SAME = nameLevel('same');
const VARIANT = nameLevel('variant');
const HOMOPHONE_TONE = nameLevel('homophone-tone');
const HOMOPHONE = nameLevel('homophone');
const NEAR_HOMOPHONE = nameLevel('near-homophone');
const LOOK_ALIKE = nameLevel('look-alike');
const ONE_DIFFERS = nameLevel('one-differs');
const SWAPPED = nameLevel('swapped');
const DROPPED = nameLevel('dropped');
const PREFIX = nameLevel('prefix');
const MASKED = nameLevel('masked');
const GIVEN = nameLevel('given');
const SURNAME = nameLevel('surname');
const DIFFERENT = nameLevel('different');

/** Level of two rows at their offsets. */
export const compareHan = (a: Row, atA: number, b: Row, atB: number): number => {
  const headA = a[atA]!;
  const headB = b[atB]!;
  if (((headA | headB) & ~127) !== 0) {
    if (isRoman(headA)) return compareRomanRow(a, atA, b, atB);
    return isRoman(headB) ? compareRomanRow(b, atB, a, atA) : compareMasked(a, atA, b, atB);
  }
  const length = lengthOf(headA);
  if (length !== lengthOf(headB)) {
    return length > lengthOf(headB) ? compareLonger(a, atA, b, atB) : compareLonger(b, atB, a, atA);
  }
  return compareEqualLength(a, atA, b, atB, length);
};

const same = (a: Row, atA: number, i: number, b: Row, atB: number, j: number): boolean => a[atA + CANONICAL + i] === b[atB + CANONICAL + j];
const sound = (a: Row, atA: number, i: number, b: Row, atB: number, j: number): number =>
  likeSound(a[atA + SOUND + i]!, b[atB + SOUND + j]!);

const compareEqualLength = (a: Row, atA: number, b: Row, atB: number, length: number): number => {
  let written = true;
  let differing = 0;
  let where = 0;
  let least: number = SOUNDS.same;
  for (let i = 0; i < length; i++) {
    if (a[atA + RAW + i] !== b[atB + RAW + i]) written = false;
    if (same(a, atA, i, b, atB, i)) continue;
    differing++;
    where |= 1 << i;
    if (least !== SOUNDS.other) least = Math.min(least, sound(a, atA, i, b, atB, i));
  }
  if (differing === 0) return written ? SAME : VARIANT;
  if (least === SOUNDS.same) return HOMOPHONE_TONE;
  if (least === SOUNDS.toneless) return HOMOPHONE;
  if (differing === 1) {
    const i = 31 - Math.clz32(where);
    if (least === SOUNDS.near) return NEAR_HOMOPHONE;
    if (looksAlike(a[atA + CANONICAL + i]!, b[atB + CANONICAL + i]!)) return LOOK_ALIKE;
  }
  const surname = Math.max(surnameLengthOf(a[atA]!), surnameLengthOf(b[atB]!));
  const inSurname = where & ((1 << surname) - 1);
  if (isRotated(a, atA, b, atB, length, surname) || isRotated(b, atB, a, atA, length, surname)) return SWAPPED;
  // Several characters, but each of them misheard or misread: 陣昌建, 陳昌健.
  if (length >= 3 && differing > 1 && areAllSlips(a, atA, b, atB, where)) return ONE_DIFFERS;
  if (inSurname !== 0) return inSurname === where && length - surname >= 2 ? GIVEN : DIFFERENT;
  const given = length - surname;
  if (given >= 2 && areExchanged(a, atA, b, atB, where)) return exchangedLevel(a, atA, b, atB, where);
  return given - differing >= 1 ? ONE_DIFFERS : SURNAME;
};

/** Exactly two positions differ and hold each other's characters, or such as sound the same. */
const areExchanged = (a: Row, atA: number, b: Row, atB: number, where: number): boolean => {
  const high = 31 - Math.clz32(where);
  const rest = where & ~(1 << high);
  const low = 31 - Math.clz32(rest);
  return rest !== 0 && rest === 1 << low && agrees(a, atA, high, b, atB, low) && agrees(a, atA, low, b, atB, high);
};

const agrees = (a: Row, atA: number, i: number, b: Row, atB: number, j: number): boolean =>
  same(a, atA, i, b, atB, j) || sound(a, atA, i, b, atB, j) >= SOUNDS.toneless;

/** A plain exchange, or one with a slip as well (李怡孟, 李孟憶). */
const exchangedLevel = (a: Row, atA: number, b: Row, atB: number, where: number): number => {
  const high = 31 - Math.clz32(where);
  const low = 31 - Math.clz32(where & ~(1 << high));
  return same(a, atA, high, b, atB, low) && same(a, atA, low, b, atB, high) ? SWAPPED : ONE_DIFFERS;
};

/** 大明陳: the surname written last. */
const isRotated = (a: Row, atA: number, b: Row, atB: number, length: number, surname: number): boolean => {
  if (length < 2 || length === surname) return false;
  for (let i = 0; i < length; i++) if (!same(a, atA, i, b, atB, (i + length - surname) % length)) return false;
  return true;
};

const areAllSlips = (a: Row, atA: number, b: Row, atB: number, where: number): boolean => {
  for (let i = 0; i < 5; i++) {
    if ((where & (1 << i)) === 0) continue;
    const alike = sound(a, atA, i, b, atB, i) >= SOUNDS.near || looksAlike(a[atA + CANONICAL + i]!, b[atB + CANONICAL + i]!);
    if (!alike) return false;
  }
  return true;
};

/** a has more characters than b. */
const compareLonger = (a: Row, atA: number, b: Row, atB: number): number => {
  const longer = lengthOf(a[atA]!);
  const shorter = lengthOf(b[atB]!);
  if ((longer >= 4 || longer - shorter === 1) && shorter >= 2 && matchesFrom(a, atA, longer - shorter, b, atB, shorter)) return PREFIX;
  if (longer - shorter === 1 && shorter >= 2 && isSubsequence(a, atA, longer, b, atB, shorter)) return DROPPED;
  const surname = surnameLengthOf(b[atB]!);
  if (surname === surnameLengthOf(a[atA]!) && matchesFrom(a, atA, 0, b, atB, surname)) return SURNAME;
  // The own surname behind a prefix is a surname as well.
  return same(a, atA, 0, b, atB, 0) || same(a, atA, surnameLengthOf(a[atA]!) - 1, b, atB, surname - 1) ? SURNAME : DIFFERENT;
};

const matchesFrom = (a: Row, atA: number, from: number, b: Row, atB: number, count: number): boolean => {
  for (let i = 0; i < count; i++) {
    if (!same(a, atA, from + i, b, atB, i) && sound(a, atA, from + i, b, atB, i) < SOUNDS.toneless) return false;
  }
  return true;
};

const isSubsequence = (a: Row, atA: number, longer: number, b: Row, atB: number, shorter: number): boolean => {
  if (!same(a, atA, 0, b, atB, 0) && sound(a, atA, 0, b, atB, 0) < SOUNDS.toneless) return false;
  let j = 1;
  for (let i = 1; i < longer && j < shorter; i++) if (same(a, atA, i, b, atB, j)) j++;
  return j === shorter;
};

/** Hidden positions are missing, not different: what both show must agree, and at least something must be shown by both. */
const compareMasked = (a: Row, atA: number, b: Row, atB: number): number => {
  const headA = a[atA]!;
  const headB = b[atB]!;
  const surname = Math.min(surnameLengthOf(headA), surnameLengthOf(headB));
  const sameSurname = ((masksOf(headA) | masksOf(headB)) & ((1 << surname) - 1)) === 0 && matchesFrom(a, atA, 0, b, atB, surname);
  const otherwise = sameSurname ? SURNAME : DIFFERENT;
  if (isOpen(headA) || isOpen(headB)) return compareVisible(a, atA, 0, b, atB, surname, otherwise);
  const apart = lengthOf(headA) - lengthOf(headB);
  if (apart === 0) return compareVisible(a, atA, 0, b, atB, lengthOf(headA), otherwise);
  // 林王○雪 and 王○雪: the surname of the husband's family stands before.
  if (apart === 1 && prefixOf(headA) === 1 && compareVisible(a, atA, 1, b, atB, lengthOf(headB), otherwise) === MASKED) return PREFIX;
  if (apart === -1 && prefixOf(headB) === 1 && compareVisible(b, atB, 1, a, atA, lengthOf(headA), otherwise) === MASKED) return PREFIX;
  return otherwise;
};

/** Compares `count` positions, those of a from `from` on. */
const compareVisible = (a: Row, atA: number, from: number, b: Row, atB: number, count: number, otherwise: number): number => {
  const hidden = (masksOf(a[atA]!) >> from) | masksOf(b[atB]!);
  let visible = 0;
  let slips = 0;
  for (let i = 0; i < count; i++) {
    if ((hidden & (1 << i)) !== 0) continue;
    visible++;
    if (same(a, atA, from + i, b, atB, i)) continue;
    const heard = sound(a, atA, from + i, b, atB, i);
    if (heard === SOUNDS.same) continue;
    if (heard === SOUNDS.other && !looksAlike(a[atA + CANONICAL + from + i]!, b[atB + CANONICAL + i]!)) return otherwise;
    slips++;
  }
  // One of at least two visible characters was misheard or misread.
  return slips === 0 ? MASKED : slips === 1 && visible >= 2 ? ONE_DIFFERS : otherwise;
};
