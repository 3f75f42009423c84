// County and town at the beginning of an address, remembered by its first characters: there are some thousand such beginnings and millions of addresses.
import { facetKey, hashed, hashUnits } from '../../text/hash.ts';
import { hashText } from './road.ts';
import { endsTown, findCounty, findTown } from './towns.ts';

export interface Place {
  /** Code units that county and town take. */
  readonly length: number;
  /** Both in their names of today. */
  readonly name: string;
  readonly city: number;
  readonly district: number;
  /** Key of the district; 0 where none is named. */
  readonly key: number;
}

/** Longest county and town: nothing behind them is looked at. The last of these characters matters only where it ends a town. */
const LONGEST = 7;
const MOST_KEPT = 1 << 17;

let places = new Map<number, { readonly start: Uint16Array; readonly place: Place }>();

export const placeAt = (units: Uint16Array, length: number): Place => {
  // So a town's roads share one beginning: some thousand of them stay close at hand, a hundred thousand would not.
  const looked = length >= LONGEST && endsTown(units[LONGEST - 1]!) ? LONGEST : Math.min(length, LONGEST - 1);
  hashUnits(units, 0, looked);
  const key = hashed.high;
  const known = places.get(key);
  if (known !== undefined && known.start.length === looked && agrees(known.start, units)) return known.place;
  if (places.size >= MOST_KEPT) places = new Map();
  const start = units.slice(0, looked);
  const place = readPlace(String.fromCharCode(...start));
  places.set(key, { start, place });
  return place;
};

const agrees = (start: Uint16Array, units: Uint16Array): boolean => {
  for (let i = 0; i < start.length; i++) if (start[i] !== units[i]) return false;
  return true;
};

const readPlace = (text: string): Place => {
  const county = findCounty(text, 0);
  const at = county?.length ?? 0;
  const named = county?.county ?? null;
  const town = findTown(text, at, named) ?? (named === null ? null : findTown(text, at, null));
  const city = town ? (town.county ?? named) : named;
  const district = town?.town ?? null;
  return {
    length: at + (town?.length ?? 0),
    name: (city ?? '') + (district ?? ''),
    city: hashText(city ?? ''),
    district: hashText(district ?? ''),
    key: district === null ? 0 : facetKey(`${city ?? ''}${district}`),
  };
};
