// Which parts has an address? County, township, village, neighbourhood, road, section, lane, alley, number, floor, as written from coarse to fine.
// Only the structure is read; whether a township exists, and what it is called today, is known to the tables of linkage's shelf.

import { foldText } from './fold-text.ts';

/** The parts that were found; what is absent was not written. */
export type AddressParts = {
  readonly county?: string;
  readonly district?: string;
  readonly village?: string;
  readonly neighbourhood?: number;
  readonly road?: string;
  readonly section?: number;
  readonly lane?: number;
  readonly alley?: number;
  readonly number?: number;
  readonly sub?: number;
  readonly floor?: number;
};

const digits = '〇一二三四五六七八九';

/** A Chinese or Arabic number up to 999; NaN if it is none. */
export function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[〇零○一二三四五六七八九]+$/u.test(text) && [...text].length > 1)
    return Number([...text].map((char) => Math.max(0, digits.indexOf(char))).join(''));
  const match = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text);
  if (match === null || text === '') return Number.NaN;
  const [, hundreds, tens, ten, ones] = match;
  const value = (char: string | undefined) => (char === undefined ? 0 : digits.indexOf(char));
  return value(hundreds) * 100 + (ten === undefined ? 0 : (tens === undefined ? 1 : value(tens)) * 10) + value(ones);
}

const figure = '(\\d+|[〇零○一二三四五六七八九十百]+)';

/** Takes `pattern` off the front of `rest`; the parts found and what is left. */
function take(rest: string, pattern: RegExp): { found: RegExpExecArray | null; rest: string } {
  const found = pattern.exec(rest);
  return { found, rest: found === null ? rest : rest.slice(found[0].length) };
}

/** Reads an address. An empty record means that nothing could be told apart. */
export function parseAddress(raw: string): AddressParts {
  const parts: { -readonly [K in keyof AddressParts]: AddressParts[K] } = {};
  let rest = foldText(raw)
    .replace(/\s/g, '')
    .replace(/台/g, '臺')
    .replace(/^\d{3,6}(?=\p{Script=Han})/u, '');
  const text = (name: 'county' | 'district' | 'village' | 'road', pattern: RegExp): void => {
    const taken = take(rest, pattern);
    if (taken.found === null) return;
    parts[name] = taken.found[0];
    rest = taken.rest;
  };
  const number = (name: 'neighbourhood' | 'section' | 'lane' | 'alley', unit: string): void => {
    const taken = take(rest, new RegExp(`^${figure}${unit}`, 'u'));
    const value = readNumber(taken.found?.[1] ?? '');
    if (Number.isNaN(value)) return;
    parts[name] = value;
    rest = taken.rest;
  };
  text('county', /^\p{Script=Han}{2}[縣市]/u);
  text('district', /^\p{Script=Han}{1,3}?[鄉鎮市區]/u);
  text('village', /^\p{Script=Han}{1,4}?[村里](?=\d|[一二三四五六七八九十]|\p{Script=Han})/u);
  number('neighbourhood', '鄰');
  text('road', /^\p{Script=Han}+?(?:路|街|大道)/u);
  number('section', '段');
  number('lane', '巷');
  number('alley', '弄');
  const house = take(rest, new RegExp(`^(?:臨)?${figure}(?:[-之]${figure})?號(?:之${figure})?`, 'u'));
  if (house.found !== null) {
    const [, main = '', before, after] = house.found;
    parts.number = readNumber(main);
    const sub = before ?? after;
    if (sub !== undefined) parts.sub = readNumber(sub);
    const floor = take(house.rest, new RegExp(`^(地下|[Bb])?${figure}?(?:樓|[Ff])?`, 'u')).found;
    const level = readNumber(floor?.[2] ?? '');
    if (!Number.isNaN(level)) parts.floor = floor?.[1] === undefined ? level : -level;
  }
  return parts;
}

/** The parts in official order with Arabic numbers. */
export function formatAddress(parts: AddressParts): string {
  const numbered = (value: number | undefined, unit: string): string => (value === undefined ? '' : `${value}${unit}`);
  const house = parts.number === undefined ? '' : `${parts.number}${parts.sub === undefined ? '' : `之${parts.sub}`}號`;
  const floor = parts.floor === undefined ? '' : parts.floor < 0 ? `地下${-parts.floor}樓` : `${parts.floor}樓`;
  return [
    parts.county,
    parts.district,
    parts.village,
    numbered(parts.neighbourhood, '鄰'),
    parts.road,
    numbered(parts.section, '段'),
    numbered(parts.lane, '巷'),
    numbered(parts.alley, '弄'),
    house,
    floor,
  ].join('');
}
