// How are many rows written in one statement? As one JSON document read by the table's own row type: arrays, dates and jsonb come out right,
// and one round trip carries a thousand rows. Policies and defaults of columns that are not named hold as with any insert.

import { quoteIdentifier } from '../session/driver.ts';
import type { Tx } from '../session/index.ts';

export type Cell = string | number | boolean | null | Uint8Array | readonly string[] | object;
export type Row = Readonly<Record<string, Cell>>;

const plain = (cell: Cell): unknown =>
  cell instanceof Uint8Array ? `\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('hex')}` : cell;

/**
 * Inserts rows that all have the same columns.
 * @param table `schema.table`
 * @param onConflict for example `do nothing`; empty = a conflict is an error
 */
export const insertMany = async (tx: Tx, table: string, rows: readonly Row[], onConflict = ''): Promise<void> => {
  const statement = insertOf(table, rows, onConflict);
  if (statement !== null) await tx.run(statement.sql, statement.parameters);
};

/** As insertMany, and nobody waits for it: what stands behind it in the session does. */
export const sendMany = (tx: Tx, table: string, rows: readonly Row[], onConflict = ''): void => {
  const statement = insertOf(table, rows, onConflict);
  if (statement !== null) tx.send(statement);
};

/** Texts by table, columns and conflict. */
const texts = new Map<string, string>();
const quoted = (name: string): string => name.split('.').map(quoteIdentifier).join('.');

const insertOf = (table: string, rows: readonly Row[], onConflict: string): { sql: string; parameters: string[] } | null => {
  const [first] = rows;
  if (first === undefined) return null;
  const columns = Object.keys(first);
  const key = `${table} ${columns.join(' ')} ${onConflict}`;
  let text = texts.get(key);
  if (text === undefined) {
    const names = columns.map(quoted).join(', ');
    const conflict = onConflict === '' ? '' : ` on conflict ${onConflict}`;
    text = `insert into ${quoted(table)} (${names}) select ${names} from json_populate_recordset(null::${quoted(table)}, $1::json)${conflict}`;
    texts.set(key, text);
  }
  return { sql: text, parameters: [JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((c) => [c, plain(row[c] ?? null)]))))] };
};
