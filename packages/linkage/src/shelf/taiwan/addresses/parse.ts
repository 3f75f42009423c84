// What are the parts of a Taiwanese address? From county down to room, in the order of the rules on house numbers (道路命名及門牌編釘 of the counties).
import { cleanText } from '../../text/index.ts';
import { isEmptyWord } from '../data/placeholders.ts';
import { NUMERALS, parseNumeral } from '../numerals.ts';
import { findCounty, findTown } from './towns.ts';

export interface ParsedAddress {
  readonly postcode?: string;
  readonly city: string | null;
  readonly district: string | null;
  readonly village?: string;
  readonly neighbourhood?: number;
  readonly road?: string;
  readonly section?: number;
  readonly lane?: number;
  readonly alley?: number;
  readonly number?: number;
  readonly sub?: number;
  /** Basements are negative. */
  readonly floor?: number;
  readonly room?: string;
  readonly temporary?: true;
  /** Official order, arabic digits. */
  readonly normal: string;
}

const N = `(?:\\d+|[${NUMERALS}]+)`;
const LONGEST = 120;
const part = (pattern: string): RegExp => new RegExp(`^${pattern}`, 'u');

const POSTCODE = part('(\\d{3}(?:\\d{2,3})?)[ -]?(?=\\D)');
const VILLAGE = part('([^\\d路街道巷段鄰號]{1,5}[里村])(?![路街])');
const NEIGHBOURHOOD = part(`(${N})鄰`);
const ROAD = part('([^\\d]*?(?:大道|路|街)(?!口))');
const NAMED_LANE = part(`([^\\d${NUMERALS}弄號][^\\d弄號]{0,6}巷)`);
const SECTION = part(`(${N})段`);
const LANE = part(`(${N})巷`);
const ALLEY = part(`(${N})弄`);
const NUMBER = part(`(臨)?(${N})(?:[之\\-]([\\d${NUMERALS}]+))?號(?:[之\\-]([\\d${NUMERALS}]+)(?![樓fF]))?`);
const FLOOR = part(`[ ,]*(?:(地下|B)?(${N}) *(?:樓|[fF](?![a-z])|層)|(?:地下室?|B)(${N})? *(?:樓|層)?)`);
const ROOM = part(`[ ,]*(?:[之\\-]([\\dA-Za-z${NUMERALS}]{1,5})室?|([A-Za-z\\d]{1,5})室)`);
// A place or a road written without 路: everything before the first number that is followed by its unit.
const PLACE = part(`([^\\d臨]{1,10}?)(?=${N}(?:段|巷|弄)|臨?${N}(?:[之\\-]${N})?號)`);

/** An address as written → its parts; null if it says nothing at all. Parts that are not understood are left out. */
export const parseAddress = (raw: string | null): ParsedAddress | null => {
  if (raw === null) return null;
  const text = cleanText(raw.slice(0, 400));
  if (isEmptyWord(text)) return null;
  const reader = new Reader(text.replace(/\s+/gu, ' ').replace(/台/gu, '臺').replace(/[‐‑–—~～]/gu, '-').slice(0, LONGEST)); // biome-ignore format: one chain
  const postcode = reader.take(POSTCODE)?.[1];
  reader.squeeze();
  const county = reader.county();
  const town = reader.town(county);
  const village = reader.take(VILLAGE)?.[1];
  const neighbourhood = reader.number(NEIGHBOURHOOD);
  const road = (reader.take(ROAD) ?? reader.take(NAMED_LANE) ?? reader.take(PLACE))?.[1];
  const section = reader.number(SECTION);
  const lane = reader.number(LANE);
  const alley = reader.number(ALLEY);
  const house = reader.take(NUMBER);
  const floor = reader.floor();
  const roomMatch = house || floor !== undefined ? reader.take(ROOM) : null;
  const room = roomText(roomMatch?.[1] ?? roomMatch?.[2]);
  const sub = house ? parseOptional(house[3] ?? house[4]) : undefined;
  const parts = {
    ...given('postcode', postcode),
    city: town?.county ?? county,
    district: town?.town ?? null,
    ...given('village', village),
    ...given('neighbourhood', neighbourhood),
    ...given('road', road),
    ...given('section', section),
    ...given('lane', lane),
    ...given('alley', alley),
    ...given('number', house ? parseOptional(house[2]) : undefined),
    ...given('sub', sub),
    ...given('floor', floor),
    ...given('room', room),
    ...(house?.[1] ? { temporary: true as const } : {}),
  };
  const normal = formatAddress(parts);
  if (normal !== '') return { ...parts, normal };
  return reader.rest === '' ? null : { ...parts, road: reader.rest, normal: reader.rest };
};

/** Takes parts off the beginning of a text. */
class Reader {
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest);
    if (found) this.rest = this.rest.slice(found[0].length);
    return found;
  }

  /** Spaces mean nothing between Han characters and digits. */
  squeeze(): void {
    this.rest = this.rest.replace(/ /gu, '');
  }

  number(pattern: RegExp): number | undefined {
    return parseOptional(this.take(pattern)?.[1]);
  }

  county(): string | null {
    const found = findCounty(this.rest);
    if (found) this.rest = this.rest.slice(found.length);
    return found?.county ?? null;
  }

  town(county: string | null): { town: string; county: string | null } | null {
    const found = findTown(this.rest, county) ?? (county === null ? null : findTown(this.rest, null));
    if (found) this.rest = this.rest.slice(found.length);
    return found && { town: found.town, county: found.county ?? county };
  }

  floor(): number | undefined {
    const found = this.take(FLOOR);
    if (!found) return undefined;
    const level = parseOptional(found[2] ?? found[3]) ?? 1;
    return found[2] !== undefined && found[1] === undefined ? level : -level;
  }
}

const parseOptional = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : (parseNumeral(text) ?? undefined);
const roomText = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : String(parseNumeral(text) ?? text.toUpperCase());
const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

/** The official spelling of an address's parts; empty if there are none. */
export const formatAddress = (parts: Omit<ParsedAddress, 'normal'>): string =>
  [
    parts.city,
    parts.district,
    parts.village,
    parts.neighbourhood === undefined ? '' : `${parts.neighbourhood}鄰`,
    parts.road,
    parts.section === undefined ? '' : `${parts.section}段`,
    parts.lane === undefined ? '' : `${parts.lane}巷`,
    parts.alley === undefined ? '' : `${parts.alley}弄`,
    parts.number === undefined ? '' : `${parts.temporary ? '臨' : ''}${parts.number}${parts.sub === undefined ? '' : `之${parts.sub}`}號`,
    parts.floor === undefined ? '' : `${parts.floor < 0 ? `地下${-parts.floor}` : parts.floor}樓`,
    parts.room === undefined ? '' : `之${parts.room}`,
  ].join('');
