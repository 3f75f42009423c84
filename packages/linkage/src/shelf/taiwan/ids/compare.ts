// How do two identity numbers agree? By position on rows of integers; hidden positions are missing, not different; symmetric.
import { idLevel } from './levels.ts';
import type { ParsedId } from './parse.ts';

/** Row: head, then ten characters in two integers of five (6 bits each). */
export const ID_WIDTH = 3;
const LENGTH = 10;

const SAME_VALID = idLevel('same-valid');
const SAME = idLevel('same');
const SLIP = idLevel('slip');
const TRANSPOSED = idLevel('transposed');
const MASKED = idLevel('masked');
const DIFFERENT = idLevel('different');
const DIFFERENT_MASKED = idLevel('different-masked');
const DIFFERENT_VALID = idLevel('different-valid');

const VALID = 1;
const HIDDEN = 2;
/** What two masked numbers must show in common before their agreement means anything. */
const LEAST_VISIBLE = 4;

const [STAR, ZERO, NINE, A, Z] = [0x2a, 0x30, 0x39, 0x41, 0x5a] as const;
const code = (unit: number): number =>
  unit === STAR ? 63 : unit >= ZERO && unit <= NINE ? unit - 47 : unit >= A && unit <= Z ? unit - 54 : 0;

const written = new Uint16Array(LENGTH);

/** False if the number is not ten digits, letters and masks. */
export const writeId = (id: ParsedId, out: Int32Array, at: number): boolean => {
  if (id.normal.length !== LENGTH) return false;
  for (let i = 0; i < LENGTH; i++) {
    written[i] = id.normal.charCodeAt(i);
    if (code(written[i]!) === 0) return false;
  }
  writeCodes(written, id.valid, id.kind === 'masked', out, at);
  return true;
};

/** The row of ten code units that are digits, letters or masks. */
export const writeCodes = (units: Uint16Array, valid: boolean, masked: boolean, out: Int32Array, at: number): void => {
  let [high, low] = [0, 0];
  for (let i = 0; i < LENGTH; i++) {
    if (i < 5) high = (high << 6) | code(units[i]!);
    else low = (low << 6) | code(units[i]!);
  }
  out[at] = (valid ? VALID : 0) | (masked ? HIDDEN : 0);
  out[at + 1] = high;
  out[at + 2] = low;
};

const unitOf = (code: number): number => (code === 63 ? STAR : code <= 10 ? code + 47 : code + 54);

/** What a row says of its number. */
export const readId = (row: Int32Array, at: number): Pick<ParsedId, 'kind' | 'normal' | 'valid'> => {
  for (let i = 0; i < LENGTH; i++) written[i] = unitOf((row[at + (i < 5 ? 1 : 2)]! >>> (24 - 6 * (i % 5))) & 63);
  const head = row[at]!;
  return { kind: (head & HIDDEN) === 0 ? 'other' : 'masked', normal: String.fromCharCode(...written), valid: (head & VALID) !== 0 };
};

export const compareIdRows = (a: Int32Array, atA: number, b: Int32Array, atB: number): number => {
  const headA = a[atA]!;
  const headB = b[atB]!;
  if (((headA | headB) & HIDDEN) !== 0) return compareHidden(a, atA, b, atB);
  const high = unlike(a[atA + 1]!, b[atB + 1]!);
  const low = unlike(a[atA + 2]!, b[atB + 2]!);
  const differing = bits(high) + bits(low);
  if (differing === 0) return (headA & VALID) !== 0 ? SAME_VALID : SAME;
  // Two valid numbers in one place apart do not exist; a slip always leaves a wrong check digit on one side.
  if (differing === 1) return SLIP;
  if (differing === 2 && isExchange(a, atA, b, atB, places(high, low))) return TRANSPOSED;
  return (headA & headB & VALID) !== 0 ? DIFFERENT_VALID : DIFFERENT;
};

/** The lowest bit of each of five characters. */
const FIRST_BITS = 0x1041041;

/** A bit for every one of five characters that is not the same in both. */
const unlike = (x: number, y: number): number => {
  const apart = x ^ y;
  return (apart | (apart >> 1) | (apart >> 2) | (apart >> 3) | (apart >> 4) | (apart >> 5)) & FIRST_BITS;
};

/** A bit for every one of five characters that is hidden (all six bits set). */
const hidden = (x: number): number => x & (x >> 1) & (x >> 2) & (x >> 3) & (x >> 4) & (x >> 5) & FIRST_BITS;

const bits = (of: number): number => {
  let count = 0;
  for (let left = of; left !== 0; left &= left - 1) count++;
  return count;
};

/** Positions from 0, by bit. */
const places = (high: number, low: number): number => {
  let found = 0;
  for (let i = 0; i < LENGTH; i++) if ((((i < 5 ? high : low) >> (6 * (4 - (i % 5)))) & 1) === 1) found |= 1 << i;
  return found;
};

const characterAt = (row: Int32Array, at: number, i: number): number => (row[at + 1 + (i < 5 ? 0 : 1)]! >> (6 * (4 - (i % 5)))) & 63;

const isExchange = (a: Int32Array, atA: number, b: Int32Array, atB: number, places: number): boolean => {
  const high = 31 - Math.clz32(places);
  const low = high - 1;
  return (
    places === (1 << high) + (1 << low) &&
    characterAt(a, atA, high) === characterAt(b, atB, low) &&
    characterAt(a, atA, low) === characterAt(b, atB, high)
  );
};

const compareHidden = (a: Int32Array, atA: number, b: Int32Array, atB: number): number => {
  const hiddenHigh = hidden(a[atA + 1]!) | hidden(b[atB + 1]!);
  const hiddenLow = hidden(a[atA + 2]!) | hidden(b[atB + 2]!);
  if ((unlike(a[atA + 1]!, b[atB + 1]!) & ~hiddenHigh) !== 0 || (unlike(a[atA + 2]!, b[atB + 2]!) & ~hiddenLow) !== 0)
    return DIFFERENT_MASKED;
  return LENGTH - bits(hiddenHigh) - bits(hiddenLow) >= LEAST_VISIBLE ? MASKED : DIFFERENT;
};
