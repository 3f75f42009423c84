// Where the next page of a list begins: the sort key of the last row shown, wrapped so that nobody builds on its form.

import { isUuid } from '@anwang/core/lang';

/** The sort key in a cursor; undefined for none or for one that is not ours (the list then starts at its beginning). */
export function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  return text.startsWith('k:') ? text.slice(2) : undefined;
}

/** The parts of a sort key of `n` parts that was joined for a cursor, the row's id last; undefined for none and for one that is not ours. */
export function readParts(cursor: string | undefined, n: number): string[] | undefined {
  const parts = readCursor(cursor)?.split('\n');
  return parts?.length === n && isUuid(parts.at(-1) ?? '') ? parts : undefined;
}

/** Joins the parts of a sort key; no name has a line break. */
export const joinParts = (...parts: readonly (string | number)[]): string => parts.join('\n');

/** A page of at most `limit` rows from a list asked for one more; `key` gives a row's sort key. */
export function pageOf<Row>(rows: readonly Row[], limit: number, key: (row: Row) => string): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : Buffer.from(`k:${key(last)}`, 'utf8').toString('base64url') };
}
