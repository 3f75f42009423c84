// Do the tables say what the events say? Reads a case's rows as stored and compares them with the projection, or writes the projection anew.

import type { DeadlineContext } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { type ProjectedName, type ProjectedRow, project, projectedTables } from './projection.ts';
import { readEvents } from './read-events.ts';
import { updateCaseRow, upsertRows } from './write-projection.ts';

const names = Object.keys(projectedTables) as ProjectedName[];

/** A row that differs: the table, the key, and both sides as text. */
export type RowDifference = {
  readonly table: string;
  readonly key: string;
  readonly stored: string | null;
  readonly projected: string | null;
};

/** Rows as the database would print them, so that dates, numbers and arrays compare by value. */
async function printed(tx: Tx, table: string, rows: readonly ProjectedRow[], columns: readonly string[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const picked = sql.join(columns.map((column) => sql.ref(column)));
  const found = await sql<{
    text: string;
  }>`select to_jsonb(r)::text as text from (select ${picked} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)) r`.execute(
    tx,
  );
  return found.rows.map((row) => row.text);
}

function keyOf(text: string, keys: readonly string[]): string {
  const row = JSON.parse(text) as Record<string, unknown>;
  return keys.map((key) => String(row[key])).join(' ');
}

async function compareTable(tx: Tx, name: ProjectedName, caseId: string, projected: readonly ProjectedRow[]): Promise<RowDifference[]> {
  const keys: readonly string[] = projectedTables[name];
  const columns = Object.keys(projected[0] ?? Object.fromEntries(keys.map((key) => [key, null])));
  const picked = sql.join(columns.map((column) => sql.ref(column)));
  const stored = await sql<{
    text: string;
  }>`select to_jsonb(r)::text as text from (select ${picked} from ${sql.table(name)} where case_id = ${caseId}) r`.execute(tx);
  const before = new Map(stored.rows.map((row) => [keyOf(row.text, keys), row.text]));
  const after = new Map((await printed(tx, name, projected, columns)).map((text) => [keyOf(text, keys), text]));
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].flatMap((key) => {
    const [a, b] = [before.get(key) ?? null, after.get(key) ?? null];
    return a === b ? [] : [{ table: name, key, stored: a, projected: b }];
  });
}

/** Everything in which the stored projections of a case differ from its events; empty when they agree. */
export async function compareProjection(tx: Tx, caseId: string, programme: Programme, context: DeadlineContext): Promise<RowDifference[]> {
  const events = await readEvents(tx, caseId, false);
  const projection = project(events, programme, context);
  const differences: RowDifference[] = [];
  for (const name of names) differences.push(...(await compareTable(tx, name, caseId, [...projection.tables[name].values()])));
  const columns = Object.keys(projection.case);
  const picked = sql.join(columns.map((column) => sql.ref(column)));
  const stored = await sql<{
    text: string;
  }>`select to_jsonb(r)::text as text from (select ${picked} from casework."case" where id = ${caseId}) r`.execute(tx);
  const [projected = null] = await printed(tx, 'casework.case', [projection.case], columns);
  const found = stored.rows[0]?.text ?? null;
  if (found !== projected) differences.push({ table: 'casework.case', key: caseId, stored: found, projected });
  return differences;
}

/**
 * Writes the projections of a case anew from its events. No serving role may delete rows of a case: a row that no event accounts for stays and is
 * named by `compareProjection`, for somebody to look at.
 */
export async function rebuildCase(tx: Tx, caseId: string, programme: Programme, context: DeadlineContext): Promise<void> {
  const projection = project(await readEvents(tx, caseId, false), programme, context);
  for (const name of names) upsertRows(tx, name, [...projection.tables[name].values()]);
  updateCaseRow(tx, projection);
}
