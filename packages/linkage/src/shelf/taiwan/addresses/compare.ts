// How do two addresses agree? From coarse to fine on rows of integers; a part that one side leaves out contradicts nothing; symmetric.
import { addressLevel } from './levels.ts';
import type { ParsedAddress } from './parse.ts';
import { hashText, roadStem } from './road.ts';

const [CITY, DISTRICT, ROAD, SUFFIX, SECTION, LANE, ALLEY, NUMBER, SUB, FLOOR, ROOM] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const ADDRESS_WIDTH = 11;

const SAME_UNIT = addressLevel('same-unit');
const SAME_NUMBER = addressLevel('same-number');
const SAME_BUILDING = addressLevel('same-building');
const NUMBER_SLIP = addressLevel('number-slip');
const SAME_LANE = addressLevel('same-lane');
const SAME_ROAD = addressLevel('same-road');
const SAME_DISTRICT = addressLevel('same-district');
const SAME_CITY = addressLevel('same-city');
const DIFFERENT = addressLevel('different');

/** 0 stands for a part that is not given. */
export const writeAddress = (address: ParsedAddress, out: Int32Array, at: number): void => {
  const road = roadStem(address.road ?? address.village ?? '');
  writeParts(
    out,
    at,
    hashText(address.city ?? ''),
    hashText(address.district ?? ''),
    hashText(road.stem),
    road.suffix,
    address.section ?? 0,
    address.lane ?? 0,
    address.alley ?? 0,
    address.number ?? 0,
    address.sub ?? 0,
    address.floor ?? 0,
    hashText(address.room ?? ''),
  );
};

/** The parts in the order of the row; names as hashes. */
export const writeParts = (
  out: Int32Array,
  at: number,
  city: number,
  district: number,
  road: number,
  suffix: number,
  section: number,
  lane: number,
  alley: number,
  number: number,
  sub: number,
  floor: number,
  room: number,
): void => {
  out[at + CITY] = city;
  out[at + DISTRICT] = district;
  out[at + ROAD] = road;
  out[at + SUFFIX] = suffix;
  out[at + SECTION] = section;
  out[at + LANE] = lane;
  out[at + ALLEY] = alley;
  out[at + NUMBER] = number;
  out[at + SUB] = sub;
  out[at + FLOOR] = floor;
  out[at + ROOM] = room;
};

type Row = Int32Array;

/** Both given and different. */
const contradict = (a: Row, atA: number, b: Row, atB: number, part: number): boolean => {
  const x = a[atA + part]!;
  const y = b[atB + part]!;
  return x !== 0 && y !== 0 && x !== y;
};
const equal = (a: Row, atA: number, b: Row, atB: number, part: number): boolean => a[atA + part] === b[atB + part];
const given = (a: Row, atA: number, part: number): boolean => a[atA + part] !== 0;

export const compareAddressRows = (a: Row, atA: number, b: Row, atB: number): number => {
  if (contradict(a, atA, b, atB, CITY)) return DIFFERENT;
  if (contradict(a, atA, b, atB, DISTRICT)) return equal(a, atA, b, atB, CITY) && given(a, atA, CITY) ? SAME_CITY : DIFFERENT;
  const road =
    equal(a, atA, b, atB, ROAD) && given(a, atA, ROAD) && !contradict(a, atA, b, atB, SUFFIX) && !contradict(a, atA, b, atB, SECTION);
  if (road) {
    const within = compareWithinRoad(a, atA, b, atB);
    if (within !== 0) return within;
  }
  const district = equal(a, atA, b, atB, DISTRICT) && given(a, atA, DISTRICT);
  if (district) return SAME_DISTRICT;
  return equal(a, atA, b, atB, CITY) && given(a, atA, CITY) ? SAME_CITY : DIFFERENT;
};

const compareWithinRoad = (a: Row, atA: number, b: Row, atB: number): number => {
  const lane = equal(a, atA, b, atB, LANE) && equal(a, atA, b, atB, ALLEY);
  const numbers = given(a, atA, NUMBER) && given(b, atB, NUMBER);
  if (lane && numbers && equal(a, atA, b, atB, NUMBER) && equal(a, atA, b, atB, SUB)) {
    if (contradict(a, atA, b, atB, FLOOR) || contradict(a, atA, b, atB, ROOM)) return SAME_BUILDING;
    return equal(a, atA, b, atB, FLOOR) && equal(a, atA, b, atB, ROOM) ? SAME_UNIT : SAME_NUMBER;
  }
  if (numbers && isNumberSlip(a, atA, b, atB, lane)) return NUMBER_SLIP;
  if (lane && given(a, atA, LANE)) return SAME_LANE;
  return equal(a, atA, b, atB, DISTRICT) || !contradict(a, atA, b, atB, CITY) ? SAME_ROAD : 0;
};

/** One of lane, alley, number and sub-number differs, by one digit or by being left out. */
const isNumberSlip = (a: Row, atA: number, b: Row, atB: number, lane: boolean): boolean => {
  let slips = 0;
  for (const part of [LANE, ALLEY, NUMBER, SUB]) {
    if (equal(a, atA, b, atB, part)) continue;
    slips++;
    if (slips > 1 || (part === NUMBER && !isOneDigit(a[atA + part]!, b[atB + part]!))) return false;
    if (part !== NUMBER && given(a, atA, part) && given(b, atB, part) && !isOneDigit(a[atA + part]!, b[atB + part]!)) return false;
  }
  // Beside an equal lane any number of one digit is near: only longer numbers tell a slip from a neighbour.
  return slips === 1 && (!lane || equal(a, atA, b, atB, NUMBER) || Math.max(a[atA + NUMBER]!, b[atB + NUMBER]!) >= 10);
};

/** One digit of as many differs. */
const isOneDigit = (x: number, y: number): boolean => {
  let differing = 0;
  let [p, q] = [x, y];
  while (p > 0 || q > 0) {
    if (p === 0 || q === 0) return false;
    if (p % 10 !== q % 10) differing++;
    p = Math.floor(p / 10);
    q = Math.floor(q / 10);
  }
  return differing === 1;
};
