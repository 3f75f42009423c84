// Nearly all names are two to four ideographs, perhaps with hidden ones: read from code units to row and keys without making a string.
// What it gives is what `prepareName`, `keysOfName` and the normal form give; everything else is left to them.
import type { Imprint } from '../../../roles/types.ts';
import { facetKeyOfUnits, hashed, hashUnits } from '../../text/hash.ts';
import { canonicalOf, soundOf, surnameSoundOf, syllableOf } from '../characters/index.ts';
import { startsEmptyWord } from '../data/placeholders.ts';
import { endsLikeTitle, MASK } from './parse.ts';
import { CANONICAL, headOf, RAW, SOUND, WIDTH } from './prepare.ts';
import { soundClass } from './romanisation.ts';
import { splitSurname } from './surname.ts';

const MASK_UNIT = MASK.charCodeAt(0);
/** 某 may be a mask or a word for "somebody". */
const SOMEBODY = 0x67d0;
const SPACE = 0x20;
const ZERO = 0x30;
const MOST = 4;

const points: number[] = [];
const text = new Uint16Array(32);
const classes = new Int32Array(MOST);

const read = new Uint16Array(MOST);

/** Characters without the blanks between them, hidden ones as `MASK`; 0 if there are too many or others than ideographs. */
const readCharacters = (units: Uint16Array, length: number): number => {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    if (unit === SPACE || unit === 0x3000) continue;
    const hidden = unit === MASK_UNIT || unit === 0x3007 || unit === 0x2a || unit === 0xff0a || unit === 0xff2f;
    if (count === MOST || !(hidden || (unit >= 0x4e00 && unit <= 0x9fff && unit !== SOMEBODY))) return 0;
    read[count++] = hidden ? MASK_UNIT : unit;
  }
  return count;
};

export const quickName = (units: Uint16Array, written: number, out: Imprint): boolean => {
  if (startsEmptyWord(units[0]!)) return false;
  const length = readCharacters(units, written);
  if (length < 2 || endsLikeTitle(read[length - 1]!, read[length - 2]!)) return false;
  let masks = 0;
  points.length = length;
  for (let i = 0; i < length; i++) {
    points[i] = read[i]!;
    if (read[i] === MASK_UNIT) masks |= 1 << i;
  }
  if (masks === (1 << length) - 1) return false;
  const split = splitSurname(points);
  const surname = Math.min(split.prefix + split.surname, length);
  const { row, facets } = out;
  row.fill(0, 0, WIDTH);
  row[0] = headOf(length, split.prefix + split.surname, split.prefix, masks);
  for (let i = 0; i < length; i++) {
    const point = points[i]!;
    row[RAW + i] = point;
    if (point === MASK_UNIT) continue;
    const canonical = canonicalOf(point);
    if (canonical > 0xffff) return false;
    row[CANONICAL + i] = canonical;
    row[SOUND + i] = i < split.prefix + split.surname ? surnameSoundOf(point) : soundOf(point);
  }
  hashUnits(read, 0, length);
  out.high = hashed.high;
  out.low = hashed.low;
  const open = (row[0]! & 128) !== 0;
  facets[0] = open ? 0 : part(row, masks, 0, length);
  facets[1] = facets[0] === 0 ? 0 : soundKey(row, length);
  facets[2] = open || length === surname ? 0 : maskedKey(row, masks, surname, length);
  facets[3] = part(row, masks, 0, surname);
  facets[4] = open ? 0 : part(row, masks, surname, length);
  facets[5] = open ? 0 : part(row, masks, surname, surname + 1);
  facets[6] = open ? 0 : part(row, masks, length - 1, length);
  return true;
};

/** Key of the canonical characters from `from` to `to`; 0 where one is hidden or there are none. */
const part = (row: Int32Array, masks: number, from: number, to: number): number => {
  if (from >= to || (masks & (((1 << to) - 1) & ~((1 << from) - 1))) !== 0) return 0;
  for (let i = from; i < to; i++) text[i - from] = row[CANONICAL + i]!;
  return facetKeyOfUnits(text, 0, to - from);
};

const maskedKey = (row: Int32Array, masks: number, surname: number, length: number): number => {
  if ((masks & ((1 << surname) - 1)) !== 0 || (masks & (1 << (length - 1))) !== 0) return 0;
  for (let i = 0; i < surname; i++) text[i] = row[CANONICAL + i]!;
  for (let i = surname; i < length - 1; i++) text[i] = MASK_UNIT;
  text[length - 1] = row[CANONICAL + length - 1]!;
  return facetKeyOfUnits(text, 0, length);
};

/** Classes of sound in ascending order as decimal numbers with spaces between. */
const soundKey = (row: Int32Array, length: number): number => {
  for (let i = 0; i < length; i++) {
    const found = soundClass(syllableOf(row[SOUND + i]! & 0xffff));
    if (found === 0) return 0;
    let at = i;
    while (at > 0 && classes[at - 1]! > found) {
      classes[at] = classes[at - 1]!;
      at--;
    }
    classes[at] = found;
  }
  return facetKeyOfUnits(text, 0, writeClasses(classes, length, text));
};

/** Numbers below ten thousand with spaces between; where they end. */
export const writeClasses = (classes: Int32Array, length: number, out: Uint16Array): number => {
  let end = 0;
  for (let i = 0; i < length; i++) {
    if (i > 0) out[end++] = SPACE;
    const number = classes[i]!;
    for (let unit = number >= 1000 ? 1000 : number >= 100 ? 100 : number >= 10 ? 10 : 1; unit >= 1; unit = (unit / 10) | 0) {
      out[end++] = ZERO + (((number / unit) | 0) % 10);
    }
  }
  return end;
};
