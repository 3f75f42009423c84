// How the bytes of a row become a row of ours, made once for a list of columns: a function that builds the whole row as one literal. Filling an object
// column by column costs V8 several times as much, and a page of a list has a thousand values.

import { parseInstantText, valueParsers } from './value-parsers.ts';

export type Column = { readonly name: string; readonly dataTypeID: number };
/** Reads the row whose count of columns stands at `at`; `end` is where its message ends. */
export type RowReader = (bytes: Buffer, at: number, end: number) => unknown;

/** How a value of `n` bytes at `p` is read. `row` holds the whole message, a character for each byte, from `at` on: what is ASCII is cut out of it. */
const reading: Readonly<Record<number, string>> = {
  16: 'b[p] === 116',
  17: 'r.bytes(row, p - at, n)',
  20: 'r.parse[$](row.substring(p - at, p - at + n))',
  21: 'r.integer(b, p, n)',
  23: 'r.integer(b, p, n)',
  25: 'r.text(b, row, p, n, at)',
  1043: 'r.text(b, row, p, n, at)',
  1082: 'row.substring(p - at, p - at + n)',
  1184: 'r.instant(row.substring(p - at, p - at + n))',
  2950: 'row.substring(p - at, p - at + n)',
  1009: 'r.list(r.text(b, row, p, n, at), r.parse[$])',
  2951: 'r.list(r.text(b, row, p, n, at), r.parse[$])',
};
const byParser = 'r.parse[$](b.toString("utf8", p, p + n))';

const made = new Map<string, RowReader>();
const mostKept = 2000;

/** The function that reads rows of these columns; of two with one name the later counts. All connections share it: each of its own would be compiled anew. */
export function rowReader(columns: readonly Column[]): RowReader {
  const key = JSON.stringify(columns.map((column) => [column.name, column.dataTypeID]));
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= mostKept) made.clear();
  const reader = makeReader(columns);
  made.set(key, reader);
  return reader;
}

function makeReader(columns: readonly Column[]): RowReader {
  const last = new Map(columns.map((column, at) => [column.name, at]));
  const steps = columns.map((column, at) => {
    const read = last.get(column.name) === at ? `v${at} = ${(reading[column.dataTypeID] ?? byParser).replace('$', String(at))};` : '';
    return `n = (b[p] << 24) | (b[p + 1] << 16) | (b[p + 2] << 8) | b[p + 3]; p += 4; let v${at} = null; if (n >= 0) { ${read} p += n; }`;
  });
  // A name in brackets would be set at run time, property by property; one in quotes is part of a shape that V8 knows beforehand. `__proto__` in quotes is none.
  const parts = [...last].map(([name, at]) => `${name === '__proto__' ? '["__proto__"]' : JSON.stringify(name)}: v${at}`);
  const tools = {
    integer: integerAt,
    text: textAt,
    bytes: bytesAt,
    list: listOf,
    instant: parseInstantText,
    parse: columns.map((column) => valueParsers.getTypeParser(column.dataTypeID, 'text')),
  };
  return new Function(
    'r',
    `return (b, at, end) => { const row = b.toString("latin1", at, end); let p = at + 2, n = 0; ${steps.join(' ')} return { ${parts.join(', ')} }; };`,
  )(tools);
}

function integerAt(bytes: Buffer, at: number, size: number): number {
  const negative = bytes[at] === 45;
  let value = 0;
  for (let i = negative ? at + 1 : at; i < at + size; i++) value = value * 10 + (bytes[i] ?? 48) - 48;
  return negative ? -value : value;
}

/** Above this many bytes looking at each costs more than decoding all. */
const shortText = 40;

function textAt(bytes: Buffer, row: string, at: number, size: number, start: number): string {
  if (size > shortText) return bytes.toString('utf8', at, at + size);
  for (let i = at; i < at + size; i++) if ((bytes[i] ?? 0) > 127) return bytes.toString('utf8', at, at + size);
  return row.substring(at - start, at - start + size);
}

/** `\x0102`: PostgreSQL's hexadecimal form. */
const bytesAt = (row: string, at: number, size: number): Buffer => Buffer.from(row.substring(at + 2, at + size), 'hex');

/** A list without quotes, escapes, lists in it or NULL is cut at its commas; others go to the driver's parser. */
function listOf(text: string, parse: (text: string) => unknown): unknown {
  if (text === '{}') return [];
  const inner = text.slice(1, -1);
  return text.startsWith('{') && !/["\\{]|NULL/i.test(inner) ? inner.split(',') : parse(text);
}
