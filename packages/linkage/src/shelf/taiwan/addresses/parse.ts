// What are the parts of a Taiwanese address? From county down to room, in the order of the rules on house numbers (道路命名及門牌編釘 of the counties).
import { cleanText } from '../../text/index.ts';
import { isEmptyWord } from '../data/placeholders.ts';
import { NUMERALS, parseNumeral } from '../numerals.ts';
import { AddressReader } from './reader.ts';
import { findCounty, findTown } from './towns.ts';

interface AddressParts {
  readonly postcode?: string | undefined;
  readonly city: string | null;
  readonly district: string | null;
  readonly village?: string | undefined;
  readonly neighbourhood?: number | undefined;
  readonly road?: string | undefined;
  readonly section?: number | undefined;
  readonly lane?: number | undefined;
  readonly alley?: number | undefined;
  readonly number?: number | undefined;
  readonly sub?: number | undefined;
  /** Basements are negative. */
  readonly floor?: number | undefined;
  readonly room?: string | undefined;
  readonly temporary?: true | undefined;
}
export interface ParsedAddress extends AddressParts {
  /** Official order, arabic digits. */
  readonly normal: string;
}

const LONGEST = 120;
const N = `(?:\\d+|[${NUMERALS}]+)`;
const sticky = (pattern: string): RegExp => new RegExp(pattern, 'uy');

const POSTCODE = sticky('(\\d{3}(?:\\d{2,3})?)-?(?=\\D)');
const VILLAGE = sticky('([^\\d路街道巷段鄰號]{1,5}[里村])(?![路街])');
const NAMED_LANE = sticky(`([^\\d${NUMERALS}弄號][^\\d弄號]{0,6}巷)`);
// A place or a road written without 路: everything before the first number that is followed by its unit.
const PLACE = sticky(`([^\\d臨]{1,10}?)(?=${N}(?:段|巷|弄)|臨?${N}(?:[之\\-]${N})?號)`);
const FLOOR = sticky(`,*(?:(地下|B)?(${N})(?:樓|[fF](?![a-z])|層)|(?:地下室?|B)(${N})?(?:樓|層)?)`);
const ROOM = sticky(`,*(?:[之\\-]([\\dA-Za-z${NUMERALS}]{1,5})室?|([A-Za-z\\d]{1,5})室)`);

/** An address as written → its parts; null if it says nothing at all. Parts that are not understood are left out. */
export const parseAddress = (raw: string | null): ParsedAddress | null => {
  if (raw === null) return null;
  const text = cleanText(raw.length > 400 ? raw.slice(0, 400) : raw);
  if (isEmptyWord(text)) return null;
  const reader = new AddressReader(spelled(text));
  const parts = readParts(reader);
  const normal = formatAddress(parts);
  if (normal !== '') return { ...parts, normal };
  return reader.ended ? null : { ...parts, road: reader.rest, normal: reader.rest };
};

/** 台 as 臺, one kind of dash, no spaces: they mean nothing between Han characters and digits. */
const spelled = (text: string): string => {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  return /[台 ‐‑–—~～]/u.test(short)
    ? short
        .replace(/台/gu, '臺')
        .replace(/[‐‑–—~～]/gu, '-')
        .replace(/ /gu, '')
    : short;
};

const readParts = (reader: AddressReader): AddressParts => {
  const postcode = reader.take(POSTCODE)?.[1];
  const county = takeCounty(reader);
  const town = takeTown(reader, county);
  const { text } = reader;
  const village = text.includes('里') || text.includes('村') ? reader.take(VILLAGE)?.[1] : undefined;
  const neighbourhood = text.includes('鄰') ? reader.numbered('鄰') : undefined;
  const road = reader.road() ?? (reader.take(NAMED_LANE) ?? reader.take(PLACE))?.[1];
  const section = reader.numbered('段');
  const lane = reader.numbered('巷');
  const alley = reader.numbered('弄');
  const house = takeHouse(reader);
  const floor = reader.ended ? undefined : takeFloor(reader);
  const room = reader.ended || (!house && floor === undefined) ? undefined : takeRoom(reader);
  return {
    postcode,
    city: town?.county ?? county,
    district: town?.town ?? null,
    village,
    neighbourhood,
    road,
    section,
    lane,
    alley,
    number: house?.number,
    sub: house?.sub,
    floor,
    room,
    temporary: house?.temporary,
  };
};

const takeCounty = (reader: AddressReader): string | null => {
  const found = findCounty(reader.text, reader.at);
  if (found) reader.at += found.length;
  return found?.county ?? null;
};

const takeTown = (reader: AddressReader, county: string | null): { town: string; county: string | null } | null => {
  const found = findTown(reader.text, reader.at, county) ?? (county === null ? null : findTown(reader.text, reader.at, null));
  if (found) reader.at += found.length;
  return found && { town: found.town, county: found.county ?? county };
};

interface House {
  readonly number: number;
  readonly sub: number | undefined;
  readonly temporary: true | undefined;
}

/** 臨12號, 110之5號, 110-5號, 110號之5. What follows 號之 and is a floor belongs to the floor. */
const takeHouse = (reader: AddressReader): House | undefined => {
  const start = reader.at;
  const temporary = reader.word('臨') || undefined;
  const number = reader.number();
  let sub = number !== undefined && (reader.word('之') || reader.word('-')) ? reader.number() : undefined;
  if (number === undefined || !reader.word('號')) {
    reader.at = start;
    return undefined;
  }
  if (sub === undefined) sub = takeSub(reader);
  return { number, sub, temporary };
};

const takeSub = (reader: AddressReader): number | undefined => {
  const start = reader.at;
  const sub = reader.word('之') || reader.word('-') ? reader.number() : undefined;
  if (sub !== undefined && !/[樓fF]/.test(reader.text.charAt(reader.at))) return sub;
  reader.at = start;
  return undefined;
};

const takeFloor = (reader: AddressReader): number | undefined => {
  const found = reader.take(FLOOR);
  if (!found) return undefined;
  const level = numeral(found[2] ?? found[3]) ?? 1;
  return found[2] !== undefined && found[1] === undefined ? level : -level;
};

const takeRoom = (reader: AddressReader): string | undefined => {
  const found = reader.take(ROOM);
  const text = found?.[1] ?? found?.[2];
  return text === undefined ? undefined : String(parseNumeral(text) ?? text.toUpperCase());
};

const numeral = (text: string | undefined): number | undefined => (text === undefined ? undefined : (parseNumeral(text) ?? undefined));

/** The official spelling of an address's parts; empty if there are none. */
export const formatAddress = (parts: AddressParts): string => {
  let out = (parts.city ?? '') + (parts.district ?? '') + (parts.village ?? '');
  if (parts.neighbourhood !== undefined) out += `${parts.neighbourhood}鄰`;
  out += parts.road ?? '';
  if (parts.section !== undefined) out += `${parts.section}段`;
  if (parts.lane !== undefined) out += `${parts.lane}巷`;
  if (parts.alley !== undefined) out += `${parts.alley}弄`;
  if (parts.number !== undefined)
    out += `${parts.temporary ? '臨' : ''}${parts.number}${parts.sub === undefined ? '' : `之${parts.sub}`}號`;
  if (parts.floor !== undefined) out += `${parts.floor < 0 ? `地下${-parts.floor}` : parts.floor}樓`;
  if (parts.room !== undefined) out += `之${parts.room}`;
  return out;
};
