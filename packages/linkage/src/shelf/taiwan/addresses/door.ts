// Writes the parts of an address that was read from code units: the row for comparing, the keys, and the hash of the official spelling.
import type { Imprint } from '../../../roles/types.ts';
import { facetKeyOfUnits, hashed, hashUnits } from '../../text/hash.ts';
import { canonicalOf } from '../characters/index.ts';
import { writeParts } from './compare.ts';
import type { Place } from './place.ts';
import { hashName, SUFFIXES } from './road.ts';

/** Numbers are 0 where they are not given. */
export interface DoorParts {
  /** The road with its ending, as code units of the text. */
  roadFrom: number;
  roadTo: number;
  section: number;
  lane: number;
  alley: number;
  number: number;
  sub: number;
  floor: number;
  room: number;
  /** Behind the room's number; 0 for none. */
  roomLetter: number;
}

const unit = (char: string): number => char.charCodeAt(0);
const [SECTION, LANE, ALLEY, NUMBER, FLOOR, OF, BAR] = [...'段巷弄號樓之|'].map(unit) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const ENDINGS = SUFFIXES.map((ending) => ending.charCodeAt(ending.length - 1));

const written = new Uint16Array(256);
let end = 0;
const put = (one: number): void => {
  written[end++] = one;
};
/** In whole numbers all through: remainders of fractions take ten times as long, and an address has a dozen of these. */
const putNumber = (value: number): void => {
  let rest = value | 0;
  if (rest >= 10) {
    let unit = 10;
    while (((rest / unit) | 0) >= 10) unit = (unit * 10) | 0;
    for (; unit >= 10; unit = (unit / 10) | 0) {
      const digit = (rest / unit) | 0;
      written[end++] = 0x30 + digit;
      rest = (rest - digit * unit) | 0;
    }
  }
  written[end++] = 0x30 + rest;
};
const putPart = (value: number, after: number): void => {
  if (value === 0) return;
  putNumber(value);
  put(after);
};

/** Place in `SUFFIXES`, -1 for none: as `roadStem` finds it. */
const suffixOf = (text: Uint16Array, from: number, to: number): number => {
  const found = ENDINGS.indexOf(text[to - 1]!);
  const length = SUFFIXES[found]?.length ?? 0;
  if (to - from <= length || (length === 2 && text[to - 2] !== SUFFIXES[found]!.charCodeAt(0))) return -1;
  return found;
};

/** False for what cannot be written so. */
export const writeDoor = (text: Uint16Array, place: Place, parts: DoorParts, out: Imprint): boolean => {
  const { roadFrom, roadTo, section, lane, alley, number, sub, floor, room, roomLetter } = parts;
  end = 0;
  for (let i = 0; i < place.name.length; i++) put(place.name.charCodeAt(i));
  for (let i = roadFrom; i < roadTo; i++) put(text[i]!);
  putPart(section, SECTION);
  putPart(lane, LANE);
  putPart(alley, ALLEY);
  putNumber(number);
  if (sub !== 0) {
    put(OF);
    putNumber(sub);
  }
  put(NUMBER);
  putPart(floor, FLOOR);
  if (room !== 0) {
    put(OF);
    putNumber(room);
    if (roomLetter !== 0) put(roomLetter);
  }
  hashUnits(written, 0, end);
  out.high = hashed.high;
  out.low = hashed.low;

  const suffix = suffixOf(text, roadFrom, roadTo);
  const stemTo = roadTo - (SUFFIXES[suffix]?.length ?? 0);
  end = 0;
  for (let i = roadFrom; i < stemTo; i++) {
    const canonical = canonicalOf(text[i]!);
    if (canonical > 0xffff) return false;
    put(canonical);
  }
  const stem = hashName(written, 0, end);
  if (section !== 0) putNumber(section);
  out.facets[1] = facetKeyOfUnits(written, 0, end);
  put(BAR);
  if (lane !== 0) putNumber(lane);
  put(BAR);
  if (alley !== 0) putNumber(alley);
  put(BAR);
  putNumber(number);
  put(BAR);
  if (sub !== 0) putNumber(sub);
  out.facets[0] = facetKeyOfUnits(written, 0, end);
  out.facets[2] = place.key;
  end = 0;
  if (room !== 0) putNumber(room);
  if (roomLetter !== 0) put(roomLetter);
  writeParts(out.row, 0, place.city, place.district, stem, suffix + 1, section, lane, alley, number, sub, floor, hashName(written, 0, end));
  return true;
};
