// How are many rows written in one statement? As one JSON document read by the table's own row type: arrays, dates and jsonb come out right,
// and one round trip carries a thousand rows. Policies and defaults of columns that are not named hold as with any insert.

import { sql } from 'kysely';
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
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const document = JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((c) => [c, plain(row[c] ?? null)]))));
  const names = sql.join(columns.map((c) => sql.ref(c)));
  const conflict = onConflict === '' ? sql`` : sql.raw(` on conflict ${onConflict}`);
  await sql`insert into ${sql.table(table)} (${names}) select ${names} from json_populate_recordset(null::${sql.table(table)}, ${document}::json)${conflict}`.execute(
    tx,
  );
};
