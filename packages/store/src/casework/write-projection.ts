// How does a projection get into the tables? As the difference to the one before: new rows inserted, changed rows updated, lost ones deleted; one statement a
// table and kind. With nothing before, the whole is written.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { type ProjectedName, type ProjectedRow, type ProjectedTable, type Projection, projectedTables } from './projection.ts';

const names = Object.keys(projectedTables) as ProjectedName[];

function same(a: ProjectedRow, b: ProjectedRow): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function insertRows(tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::json)`.execute(
    tx,
  );
}

async function updateRows(tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const keys: readonly string[] = projectedTables[name];
  const columns = Object.keys(first).filter((column) => !keys.includes(column));
  const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = n.${sql.ref(column)}`));
  const on = sql.join(
    keys.map((key) => sql`t.${sql.ref(key)} = n.${sql.ref(key)}`),
    sql` and `,
  );
  await sql`update ${sql.table(name)} as t set ${sets} from json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::json) as n where ${on}`.execute(
    tx,
  );
}

async function deleteRows(tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const on = sql.join(
    projectedTables[name].map((key) => sql`t.${sql.ref(key)} = n.${sql.ref(key)}`),
    sql` and `,
  );
  await sql`delete from ${sql.table(name)} as t using json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::json) as n where ${on}`.execute(
    tx,
  );
}

/** Inserts rows, or brings those that are there to their values. */
export async function upsertRows(tx: Tx, name: ProjectedName, rows: readonly ProjectedRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const keys: readonly string[] = projectedTables[name];
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const sets = sql.join(
    Object.keys(first)
      .filter((column) => !keys.includes(column))
      .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  );
  const on = sql.join(keys.map((key) => sql.ref(key)));
  await sql`insert into ${sql.table(name)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::json)
    on conflict (${on}) do update set ${sets}`.execute(tx);
}

/** Rows of a table that are new, changed or gone. */
function difference(
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
export async function writeTables(tx: Tx, before: Projection | null, after: Projection): Promise<void> {
  for (const name of names) {
    const { made, changed, gone } = difference(before?.tables[name], after.tables[name]);
    await deleteRows(tx, name, gone);
    // Ended before begun: one open lead at a time is an index of the table.
    await updateRows(tx, name, changed);
    await insertRows(tx, name, made);
  }
}

/** Brings the case's own row to the projection; title, household, side and subject stay as they were given. */
export async function updateCaseRow(tx: Tx, after: Projection): Promise<void> {
  const { id, ...columns } = after.case;
  const sets = sql.join(Object.keys(columns).map((column) => sql`${sql.ref(column)} = n.${sql.ref(column)}`));
  await sql`update casework."case" as t set ${sets} from json_populate_record(null::casework."case", ${JSON.stringify({ id, ...columns })}::json) as n where t.id = n.id`.execute(
    tx,
  );
}
