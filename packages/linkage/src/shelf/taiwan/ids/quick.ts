// Identity numbers as nearly all are written: ten characters, a letter first, hidden ones as *. Read from code units to row and keys; what it gives is
// what `prepareId` gives, and everything else, also what may be a specimen, is left to that.
import type { Imprint } from '../../../roles/types.ts';
import { narrow } from '../../text/fold.ts';
import { facetKeyOfUnits, hashed, hashUnits } from '../../text/hash.ts';
import { checkSum } from './check-digit.ts';
import { writeCodes } from './compare.ts';

const LENGTH = 10;
const [A, D, Z, STAR, ZERO, NINE] = [0x41, 0x44, 0x5a, 0x2a, 0x30, 0x39] as const;

const key = new Uint16Array(LENGTH);

const units = new Uint16Array(LENGTH);

export const quickId = (raw: Uint16Array, length: number, out: Imprint): boolean => {
  if (length !== LENGTH) return false;
  for (let i = 0; i < LENGTH; i++) {
    const unit = narrow(raw[i]!);
    units[i] = unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit;
  }
  if (units[0]! < A || units[0]! > Z) return false;
  let stars = 0;
  let rising = 0;
  let falling = 0;
  let equal = 0;
  for (let i = 1; i < LENGTH; i++) {
    const unit = units[i]!;
    const digit = unit >= ZERO && unit <= NINE;
    if (unit === STAR) stars++;
    else if (!digit && (i > 1 || unit < A || unit > D)) return false;
    if (i < 3) continue;
    const step = unit - units[i - 1]!;
    if (step === 1 || step === -9) rising++;
    if (step === -1 || step === 9) falling++;
    if (step === 0) equal++;
  }
  const second = units[1]!;
  const known = (second >= A && second <= D) || second === 0x31 || second === 0x32 || second === 0x38 || second === 0x39;
  // Runs, repetitions and the round numbers of specimens.
  if ((stars === 0 && !known) || rising > 5 || falling > 5 || equal > 4) return false;
  const valid = stars === 0 && checkSum(units) % 10 === 0;
  writeCodes(units, valid, stars > 0, out.row, 0);
  hashUnits(units, 0, LENGTH);
  out.high = hashed.high;
  out.low = hashed.low;
  const full = stars === 0 ? facetKeyOfUnits(units, 0, LENGTH) : 0;
  const { facets } = out;
  facets[0] = full;
  facets[1] = valid ? full : 0;
  facets[2] = isShown(0, 4) && isShown(8, LENGTH) ? visible() : 0;
  facets[3] = shown(0, 4);
  facets[4] = shown(0, 6);
  facets[5] = shown(5, LENGTH);
  return true;
};

const isShown = (from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (units[i] === STAR) return false;
  return true;
};

const shown = (from: number, to: number): number => (isShown(from, to) ? facetKeyOfUnits(units, from, to) : 0);

const visible = (): number => {
  for (let i = 0; i < 4; i++) key[i] = units[i]!;
  key[4] = units[8]!;
  key[5] = units[9]!;
  return facetKeyOfUnits(key, 0, 6);
};
