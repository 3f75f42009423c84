// Telephone numbers of digits, dashes, brackets and single blanks: read from code units to row and keys without making a string.
// What it gives is what `parsePhone` gives; several numbers and fillers are left to that.
import type { Imprint } from '../../../roles/types.ts';
import { narrow } from '../../text/fold.ts';
import { facetKeyOfUnits, hashed, hashUnits } from '../../text/hash.ts';
import { writeDigits } from './packed.ts';

const [SPACE, HASH, OPEN, CLOSE, PLUS, DASH, ZERO, NINE] = [0x20, 0x23, 0x28, 0x29, 0x2b, 0x2d, 0x30, 0x39] as const;
const MOST = 16;
const LEAST = 6;
const LONGEST = 24;

const digits = new Uint16Array(LONGEST + 1);
const digit = (i: number): number => digits[i]! - ZERO;

export const quickPhone = (units: Uint16Array, length: number, out: Imprint): boolean => {
  if (length > LONGEST) return false;
  let count = 1;
  let blank = true;
  let extension = 0;
  for (let i = 0; i < length; i++) {
    const unit = narrow(units[i]!);
    if (unit === HASH) {
      extension = readExtension(units, i + 1, length);
      if (extension === 0 || blank) return false;
      break;
    }
    if (unit === SPACE) {
      // Two blanks part two numbers, one at either end is cut off.
      if (blank) return false;
      blank = true;
      continue;
    }
    blank = false;
    if (unit >= ZERO && unit <= NINE) digits[count++] = unit;
    else if (unit !== DASH && unit !== OPEN && unit !== CLOSE && unit !== PLUS) return false;
  }
  if (blank) return false;
  const from = nationalStart(count);
  if (from < 0) return false;
  const normal = count - from;
  if (normal < LEAST || normal > MOST || isSuspect(from, count)) return false;
  for (let i = from; from > 0 && i < count; i++) digits[i - from] = digits[i]!;
  const mobile = normal === 10 && digit(0) === 0 && digit(1) === 9;
  writeDigits(digit, normal, mobile, out.row, 0);
  out.facets[0] = facetKeyOfUnits(digits, 0, normal);
  out.facets[1] = normal >= 8 ? facetKeyOfUnits(digits, normal - 6, normal) : 0;
  if (extension > 0) {
    hashUnits(inner, 0, extension);
    out.row[3] = hashed.high | 1;
    digits[normal] = HASH;
    for (let i = 0; i < extension; i++) digits[normal + 1 + i] = inner[i]!;
  }
  hashUnits(digits, 0, extension > 0 ? normal + 1 + extension : normal);
  out.high = hashed.high;
  out.low = hashed.low;
  return true;
};

const inner = new Uint16Array(MOST);

/** Digits of an extension to the end; 0 if there is anything else. */
const readExtension = (units: Uint16Array, from: number, to: number): number => {
  if (to - from > 8) return 0;
  for (let i = from; i < to; i++) {
    const unit = narrow(units[i]!);
    if (unit < ZERO || unit > NINE) return 0;
    inner[i - from] = unit;
  }
  return to - from;
};

/** Where the number with its leading 0 starts; place 0 is kept free for a 0 that was left out. -1 for what is read elsewhere. */
const nationalStart = (count: number): number => {
  const at = (i: number): number => (i < count ? digit(i) : -1);
  // 00886… and 002886…: seldom, and ambiguous with area codes.
  if (at(1) === 0 && at(2) === 0) return -1;
  let first = 1;
  if (at(1) === 8 && at(2) === 8 && at(3) === 6) {
    const rest = count - 4;
    if (rest === 8 || rest === 9 || (rest === 10 && at(4) === 0)) {
      first = 4;
      if (at(4) === 0) return 4;
      digits[3] = ZERO;
      return 3;
    }
  }
  if (count === 10 && at(1) === 9) {
    digits[0] = ZERO;
    return 0;
  }
  return first;
};

/** One digit over and over, or the well-known runs: fillers are told apart elsewhere. */
const isSuspect = (from: number, to: number): boolean => {
  let same = 1;
  let longest = 1;
  let steps = 0;
  for (let i = from + 1; i < to; i++) {
    const step = digits[i]! - digits[i - 1]!;
    same = step === 0 ? same + 1 : 1;
    if (same > longest) longest = same;
    if (step === 1 || step === -1) steps++;
  }
  return longest >= 4 || steps >= 7;
};
