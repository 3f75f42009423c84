// A telephone field with one number as four integers: kind and length, digits in two, extension. Compared like the parsed numbers.

import { indexOf } from '../../level.ts';
import { hashed, hashText } from '../../text/hash.ts';
import { PHONE_LEVELS } from './levels.ts';
import type { ParsedPhone } from './parse.ts';

export const PHONE_WIDTH = 4;
const MOST = 16;
const MOBILE = 32;
const ZERO = 0x30;

const at = indexOf(PHONE_LEVELS);
const SAME_MOBILE = at('same-mobile');
const SAME_LANDLINE = at('same-landline');
const SLIP = at('slip');
const LOCAL = at('local');
const EXTENSION = at('extension');
const DIFFERENT = at('different');

/** False for several numbers in one field, and for numbers of more digits than there are. */
export const writePhone = (phone: ParsedPhone, out: Int32Array, to: number): boolean => {
  const { normal } = phone;
  if (phone.others !== undefined || normal.length > MOST || /\D/.test(normal)) return false;
  writeDigits((i) => normal.charCodeAt(i) - ZERO, normal.length, phone.kind === 'mobile', out, to);
  if (phone.extension) {
    hashText(phone.extension);
    out[to + 3] = hashed.high | 1;
  }
  return true;
};

export const writeDigits = (digit: (i: number) => number, length: number, mobile: boolean, out: Int32Array, to: number): void => {
  let high = 0;
  let low = 0;
  for (let i = 0; i < length; i++) {
    if (i < 8) high |= digit(i) << (28 - 4 * i);
    else low |= digit(i) << (28 - 4 * (i - 8));
  }
  out[to] = length | (mobile ? MOBILE : 0);
  out[to + 1] = high;
  out[to + 2] = low;
  out[to + 3] = 0;
};

const digitAt = (row: Int32Array, from: number, i: number): number =>
  i < 8 ? (row[from + 1]! >>> (28 - 4 * i)) & 15 : (row[from + 2]! >>> (28 - 4 * (i - 8))) & 15;

/** The number of a row, without its extension. */
export const readPhone = (row: Int32Array, at: number): ParsedPhone => {
  const head = row[at]!;
  let normal = '';
  for (let i = 0; i < (head & 31); i++) normal += String.fromCharCode(ZERO + digitAt(row, at, i));
  return { normal, kind: (head & MOBILE) === 0 ? 'landline' : 'mobile' };
};

export const comparePhoneRows = (a: Int32Array, atA: number, b: Int32Array, atB: number): number => {
  // Not in pairs: taken apart by V8's middle compiler they cost more than the comparison.
  const headA = a[atA]!;
  const lengthA = headA & 31;
  const lengthB = b[atB]! & 31;
  if (lengthA === lengthB && a[atA + 1] === b[atB + 1] && a[atA + 2] === b[atB + 2]) {
    const x = a[atA + 3]!;
    const y = b[atB + 3]!;
    if (x !== 0 && y !== 0 && x !== y) return EXTENSION;
    return (headA & MOBILE) !== 0 ? SAME_MOBILE : SAME_LANDLINE;
  }
  if (lengthA < lengthB) return compareLengths(a, atA, lengthA, b, atB, lengthB);
  return compareLengths(b, atB, lengthB, a, atA, lengthA);
};

/** a is not longer than b. */
const compareLengths = (a: Int32Array, atA: number, short: number, b: Int32Array, atB: number, long: number): number => {
  if (short >= 6 && digitAt(a, atA, 0) !== 0 && digitAt(b, atB, 0) === 0 && endsWith(b, atB, long, a, atA, short)) return LOCAL;
  return short >= 8 && long - short <= 1 && isOneEdit(a, atA, short, b, atB, long) ? SLIP : DIFFERENT;
};

const endsWith = (b: Int32Array, atB: number, long: number, a: Int32Array, atA: number, short: number): boolean => {
  for (let i = 1; i <= short; i++) if (digitAt(a, atA, short - i) !== digitAt(b, atB, long - i)) return false;
  return true;
};

/** As `isOneEdit` of texts. */
const isOneEdit = (a: Int32Array, atA: number, short: number, b: Int32Array, atB: number, long: number): boolean => {
  let start = 0;
  while (start < short && digitAt(a, atA, start) === digitAt(b, atB, start)) start++;
  let endA = short - 1;
  let endB = long - 1;
  while (endA >= start && endB >= start && digitAt(a, atA, endA) === digitAt(b, atB, endB)) {
    endA--;
    endB--;
  }
  if (long !== short) return endA < start;
  if (endA === start) return true;
  return endA === start + 1 && digitAt(a, atA, start) === digitAt(b, atB, endB) && digitAt(a, atA, endA) === digitAt(b, atB, start);
};
