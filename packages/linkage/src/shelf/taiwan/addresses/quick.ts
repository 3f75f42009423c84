// Addresses from county or town to door as most are written: read from code units to row and keys without making strings, but one of eight characters
// for county and town. What it gives is what `parseAddress` and its keys give; everything unusual is left to them.
import type { Imprint } from '../../../roles/types.ts';
import { narrow } from '../../text/fold.ts';
import { startsEmptyWord } from '../data/placeholders.ts';
import { type DoorParts, writeDoor } from './door.ts';
import { placeAt } from './place.ts';

const LONGEST = 60;
/** Code units of a road without its ending. */
const LONGEST_PLACE = 10;
const unit = (char: string): number => char.charCodeAt(0);
const [ROAD, STREET, BIG, BOULEVARD, MOUTH] = [unit('路'), unit('街'), unit('大'), unit('道'), unit('口')];
const [SECTION, LANE, ALLEY, NUMBER, FLOOR, OF, DASH] = [unit('段'), unit('巷'), unit('弄'), unit('號'), unit('樓'), unit('之'), unit('-')];
const [VILLAGE, WARD, NEIGHBOURHOOD] = [...'村里鄰'].map(unit);
const [OTHER_TAI, TAI, SPACE, ZERO, NINE] = [unit('台'), unit('臺'), 0x20, 0x30, 0x39];
const FLOORS = [FLOOR, unit('F')];
const [PLAIN, DIGIT, NUMERAL, RARE] = [1, 2, 3, 4] as const;
const TEN = unit('十');
/** What every code unit is here; 0 for those that make an address unusual wherever they stand. */
const KIND = new Uint8Array(0x10000);
const VALUE = new Uint8Array(0x10000);
KIND.fill(PLAIN, 0x4e00, 0xa000);
KIND.fill(DIGIT, ZERO, NINE + 1);
KIND[DASH] = PLAIN;
KIND[unit('F')] = PLAIN;
// Villages, neighbourhoods, temporary numbers, basements, digits of other kinds: unusual behind county and town, except within the name of a road.
for (const char of '里村鄰臨地下〇○零壹貳參叁肆伍陸柒捌玖拾佰仟兩元百千廿卅卌') KIND[unit(char)] = RARE;
for (const [i, char] of [...'十一二三四五六七八九'].entries()) {
  KIND[unit(char)] = NUMERAL;
  VALUE[unit(char)] = i;
}

const text = new Uint16Array(LONGEST);
const parts: DoorParts = { roadFrom: 0, roadTo: 0, section: 0, lane: 0, alley: 0, number: 0, sub: 0, floor: 0, room: 0, roomLetter: 0 };
let end = 0;
let at = 0;

export const quickAddress = (units: Uint16Array, written: number, out: Imprint): boolean => {
  if (written > LONGEST || startsEmptyWord(units[0]!)) return false;
  let length = 0;
  let rare = -1;
  for (let i = 0; i < written; i++) {
    const one = narrow(units[i]!);
    if (one === SPACE) continue;
    const kind = KIND[one]!;
    if (kind === 0) return false;
    if (kind === RARE) rare = length;
    text[length++] = one === OTHER_TAI ? TAI : one;
  }
  if (length < 4 || KIND[text[0]!] === DIGIT) return false;
  const place = placeAt(text, length);
  end = length;
  at = place.length;
  parts.roadFrom = at;
  parts.roadTo = endOfRoad();
  if (parts.roadTo < 0 || (rare >= at && !isWithinRoad(rare))) return false;
  at = parts.roadTo;
  parts.floor = 0;
  parts.section = numbered(SECTION);
  parts.lane = numbered(LANE);
  parts.alley = numbered(ALLEY);
  if (parts.section < 0 || parts.lane < 0 || parts.alley < 0 || !takeHouse()) return false;
  if (parts.room === 0 && !takeFloor()) return false;
  return at === end && writeDoor(text, place, parts, out);
};

/** Do characters that are unusual elsewhere, the last of them at `last`, belong to the name of the road (美村路, 開元路)? */
const isWithinRoad = (last: number): boolean => {
  const { roadFrom, roadTo } = parts;
  const ending = text[roadTo - 1]!;
  if (last >= roadTo || (ending !== ROAD && ending !== STREET)) return false;
  for (let i = roadFrom; i < last; i++) if (endsPlace(i)) return false;
  return !endsPlace(last);
};

/** A village that ends here, or a neighbourhood. */
const endsPlace = (i: number): boolean =>
  text[i] === NEIGHBOURHOOD || ((text[i] === VILLAGE || text[i] === WARD) && text[i + 1] !== ROAD && text[i + 1] !== STREET);

/** 12號, 12之3號, 12號之3; 12號之3樓 and 12號之3F, where what follows 之 is a room. */
const takeHouse = (): boolean => {
  parts.room = 0;
  parts.roomLetter = 0;
  parts.number = takeNumber();
  parts.sub = parts.number > 0 && joins() ? afterDash() : 0;
  if (parts.number <= 0 || parts.sub < 0 || at >= end || text[at] !== NUMBER) return false;
  at++;
  if (parts.sub !== 0 || !joins()) return true;
  const from = at;
  parts.sub = afterDash();
  if (parts.sub <= 0 || at >= end || !FLOORS.includes(text[at]!)) return parts.sub > 0;
  parts.room = parts.sub;
  parts.sub = 0;
  parts.roomLetter = text[at] === FLOORS[1] ? text[at]! : 0;
  at++;
  // With a letter behind it a number is kept as it is written.
  const first = text[from + 1]!;
  return at === end && end - from <= 6 && (parts.roomLetter === 0 || (first > ZERO && first <= NINE));
};

/** 3樓, 3樓之2, or nothing at the end. */
const takeFloor = (): boolean => {
  if (at >= end) return true;
  parts.floor = takeNumber();
  if (parts.floor <= 0 || at >= end || !FLOORS.includes(text[at]!)) return false;
  at++;
  if (at >= end) return true;
  if (!joins() || end - at > 6) return false;
  parts.room = afterDash();
  return parts.room > 0;
};

const joins = (): boolean => at < end && (text[at] === OF || text[at] === DASH);

/** Behind the first road ending before any digit, or before the first digit where people left the ending out (八德74號); -1 if neither is there. */
const endOfRoad = (): number => {
  let named = true;
  for (let i = at; i < end; i++) {
    const one = text[i]!;
    if (KIND[one] === DIGIT) return named && i > at && i - at <= LONGEST_PLACE ? i : -1;
    // A Chinese number or a dash might end the place earlier.
    if (one === SECTION || one === LANE || one === ALLEY || one === NUMBER || one === OF || one === DASH || KIND[one]! >= NUMERAL)
      named = false;
    const road = one === ROAD || one === STREET;
    if (!(road || (one === BOULEVARD && text[i - 1] === BIG)) || i === at || (i + 1 < end && text[i + 1] === MOUTH)) continue;
    return i + 1;
  }
  return -1;
};

/** A number of up to six arabic digits or below a hundred in Chinese; 0 if none is next, -1 for numbers that are read elsewhere. */
const takeNumber = (): number => {
  const from = at;
  let value = 0;
  if (at < end && KIND[text[at]!] === NUMERAL) {
    let digit = 0;
    let tens = 0;
    while (at < end && KIND[text[at]!] === NUMERAL) {
      const one = text[at++]!;
      if (one !== TEN && digit === 0) digit = VALUE[one]!;
      else if (one === TEN && tens === 0) {
        tens = digit === 0 ? 10 : digit * 10;
        digit = 0;
      } else return -1;
    }
    return at < end && KIND[text[at]!] === DIGIT ? -1 : tens + digit;
  }
  while (at < end && KIND[text[at]!] === DIGIT) value = value * 10 + (text[at++]! - ZERO);
  // A number of 0 is given in the text and missing in the row.
  return at === from ? 0 : value === 0 || at - from > 6 ? -1 : value;
};

/** A number followed by its unit; 0 and nothing taken if that is not next, -1 for numbers that are read elsewhere. */
const numbered = (followedBy: number): number => {
  const from = at;
  const value = takeNumber();
  if (value < 0) return value;
  if (value > 0 && at < end && text[at] === followedBy) {
    at++;
    return value;
  }
  at = from;
  return 0;
};

const afterDash = (): number => {
  at++;
  const value = takeNumber();
  return value === 0 ? -1 : value;
};
