// How the texts of a row become a row of ours, made once for a statement and a connection: a function that builds the whole row as one literal. Filling an object
// column by column costs V8 several times as much, and a page of a list has a thousand values.

import { valueParsers } from './value-parsers.ts';

export type Column = { readonly name: string; readonly dataTypeID: number };
export type RowReader = (fields: readonly (string | null)[]) => unknown;

/** Types whose text is the value: text, varchar, uuid, date. */
const asTheyAre = new Set([25, 1043, 2950, 1082]);

/** The function that reads rows of these columns; of two with one name the later counts. */
export function rowReader(columns: readonly Column[]): RowReader {
  const parsers = columns.map((column) => valueParsers.getTypeParser(column.dataTypeID, 'text'));
  const last = new Map(columns.map((column, at) => [column.name, at]));
  const parts = [...last].map(([name, at]) => {
    const read = asTheyAre.has(columns[at]?.dataTypeID ?? 0) ? `f[${at}]` : `f[${at}] === null ? null : p[${at}](f[${at}])`;
    return `[${JSON.stringify(name)}]: ${read}`;
  });
  return new Function('p', `return (f) => ({ ${parts.join(', ')} });`)(parsers);
}
