// How values of PostgreSQL become values of ours: moments as ISO text with milliseconds, dates as plain text, counts as numbers.
// The driver's own Date objects would carry a machine's zone into a plain date (house.md, "Time").

import pg from 'pg';

const int8 = 20;
const date = 1082;
const timestamptz = 1184;
const timestamptzArray = 1185;
const dateArray = 1182;

type TextParser = (text: string) => unknown;

/** `2026-11-22 08:00:00.123456+00` → `2026-11-22T08:00:00.123Z`; the session's zone is UTC always. Microseconds are cut off. */
export function parseInstantText(text: string): string {
  // A year of four digits in UTC, as nearly all are, is cut by position: a page of a list holds hundreds.
  if (text[10] === ' ' && text.endsWith('+00') && (text.length === 22 || text[19] === '.'))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
  const match = /^(\d{4,}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!match) throw new Error(`a moment came back in another zone than UTC or out of range: ${text}`);
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`a count is too large for a number: ${text}`);
  return value;
}

const asText: TextParser = (text) => text;
const parsers = new Map<number, TextParser>([
  [int8, parseCount],
  [date, asText],
  [timestamptz, parseInstantText],
  [dateArray, (text) => parseArray(text, (item) => item)],
  [timestamptzArray, (text) => parseArray(text, parseInstantText)],
]);

function parseArray(text: string, item: (text: string) => string): string[] {
  const inner = text.slice(1, -1);
  return inner === '' ? [] : inner.split(',').map((part) => item(part.replace(/^"|"$/g, '')));
}

/** For `pg` clients and pools: `types: valueParsers`. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => parsers.get(id) ?? pg.types.getTypeParser(id, format),
};
