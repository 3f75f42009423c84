// How does a projection get into the tables? As the difference to the one before: new rows inserted, changed rows updated, lost ones deleted; one statement a
// table and kind. With nothing before, the whole is written.

import { quoteIdentifier } from '../session/driver.ts';
import type { Tx } from '../session/index.ts';
import { type ProjectedName, type ProjectedRow, type ProjectedTable, type Projection, projectedTables } from './projection.ts';

/** The tables that follow from the events. */
export const projectedNames = Object.keys(projectedTables) as ProjectedName[];

function same(a: ProjectedRow, b: ProjectedRow): boolean {
  const columns = Object.keys(a);
  return (
    columns.length === Object.keys(b).length &&
    columns.every((column) => {
      const [x, y] = [a[column], b[column]];
      return x === y || (typeof x === 'object' && typeof y === 'object' && JSON.stringify(x) === JSON.stringify(y));
    })
  );
}

const quoted = (name: string): string => name.split('.').map(quoteIdentifier).join('.');
const listed = (columns: readonly string[], each = quoted): string => columns.map(each).join(', ');
/** Texts by what they do, to which table and with which columns. */
const texts = new Map<string, string>();

/** Runs one statement over rows that travel as JSON; its text is put together once. */
function overRows(
  tx: Tx,
  what: 'insert' | 'update' | 'delete' | 'upsert',
  name: ProjectedName,
  rows: readonly ProjectedRow[],
  write: (columns: readonly string[], keys: readonly string[], given: string) => string,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const key = `${what} ${name} ${columns.join(' ')}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = write(columns, projectedTables[name], `json_populate_recordset(null::${quoted(name)}, $1::json)`);
    texts.set(key, text);
  }
  tx.send({ sql: text, parameters: [JSON.stringify(rows)] });
}

const joined = (keys: readonly string[]): string => keys.map((key) => `t.${quoted(key)} = n.${quoted(key)}`).join(' and ');
const besides = (columns: readonly string[], keys: readonly string[]): string[] => columns.filter((column) => !keys.includes(column));

const insertRows = (tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): void =>
  overRows(
    tx,
    'insert',
    name,
    rows,
    (columns, _keys, given) => `insert into ${quoted(name)} (${listed(columns)}) select ${listed(columns)} from ${given}`,
  );

const updateRows = (tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): void =>
  overRows(tx, 'update', name, rows, (columns, keys, given) => {
    const sets = listed(besides(columns, keys), (column) => `${quoted(column)} = n.${quoted(column)}`);
    return `update ${quoted(name)} as t set ${sets} from ${given} as n where ${joined(keys)}`;
  });

const deleteRows = (tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): void =>
  overRows(
    tx,
    'delete',
    name,
    rows,
    (_columns, keys, given) => `delete from ${quoted(name)} as t using ${given} as n where ${joined(keys)}`,
  );

/** Inserts rows, or brings those that are there to their values. */
export const upsertRows = (tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): void =>
  overRows(tx, 'upsert', name, rows, (columns, keys, given) => {
    const sets = listed(besides(columns, keys), (column) => `${quoted(column)} = excluded.${quoted(column)}`);
    return `insert into ${quoted(name)} (${listed(columns)}) select ${listed(columns)} from ${given} on conflict (${listed(keys)}) do update set ${sets}`;
  });

/** Rows of a table that are new, changed or gone. */
export function difference(
  before: ProjectedTable | undefined,
  after: ProjectedTable,
): { made: ProjectedRow[]; changed: ProjectedRow[]; gone: ProjectedRow[] } {
  const made: ProjectedRow[] = [];
  const changed: ProjectedRow[] = [];
  for (const [key, row] of after) {
    const old = before?.get(key);
    if (old === undefined) made.push(row);
    else if (!same(old, row)) changed.push(row);
  }
  const gone = [...(before ?? [])].filter(([key]) => !after.has(key)).map(([, row]) => row);
  return { made, changed, gone };
}

/** Writes what differs in the tables beside the case's own row. */
export function writeTables(tx: Tx, before: Projection | null, after: Projection): void {
  for (const name of projectedNames) {
    const { made, changed, gone } = difference(before?.tables[name], after.tables[name]);
    deleteRows(tx, name, gone);
    // Ended before begun: one open lead at a time is an index of the table.
    updateRows(tx, name, changed);
    insertRows(tx, name, made);
  }
}

/** Brings the case's own row to the projection; title, household, side and subject stay as they were given. */
export function updateCaseRow(tx: Tx, after: Projection): void {
  const columns = Object.keys(after.case).filter((column) => column !== 'id');
  const key = columns.join(' ');
  let text = texts.get(key);
  if (text === undefined) {
    const sets = listed(columns, (column) => `${quoted(column)} = n.${quoted(column)}`);
    text = `update casework."case" as t set ${sets} from json_populate_record(null::casework."case", $1::json) as n where t.id = n.id`;
    texts.set(key, text);
  }
  tx.send({ sql: text, parameters: [JSON.stringify(after.case)] });
}
