// What a backup holds: every table of ours and of the job queue, in an order in which foreign keys are met. Keys of subjects travel in a file of their own;
// sign-in sessions and rate limits are left out, since nobody should be signed in again by a restore; kept reaches are made anew.

import type { Client } from 'pg';
import { ourSchemas } from '../schema/print-types.ts';

export type BackupTable = { readonly name: string; readonly columns: readonly string[] };

const leftOut: readonly string[] = [
  'keys.subject',
  'auth.session',
  'auth.rateLimit',
  'access.stamp',
  'access.entry',
  'graphile_worker.migrations',
];

/** Tables in order of dependence, parents first, with the columns that are not computed. */
export async function listTables(client: Client): Promise<BackupTable[]> {
  const tables = await client.query<{ name: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and n.nspname = any($1) group by 1 order by 1`,
    [[...ourSchemas, 'graphile_worker']],
  );
  const needs = await client.query<{ child: string; parent: string }>(
    `select distinct cn.nspname || '.' || c.relname as child, pn.nspname || '.' || p.relname as parent
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
       join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  );
  const waiting = new Map(tables.rows.filter((table) => !leftOut.includes(table.name)).map((table) => [table.name, table]));
  const ordered: BackupTable[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter((table) => !needs.rows.some((need) => need.child === table.name && waiting.has(need.parent)));
    if (free.length === 0) throw new Error(`tables depend on each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const table of free) {
      waiting.delete(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}

/** `schema."table" ("column", …)` */
export function copyTarget(table: BackupTable): string {
  return `${quoted(table.name)} (${table.columns.map((column) => `"${column}"`).join(', ')})`;
}

export function quoted(name: string): string {
  const [schema, table] = name.split('.');
  return `${schema}."${table}"`;
}

export type SequenceState = { readonly name: string; readonly last: string; readonly called: boolean };

/** Where every sequence stands. */
export async function listSequences(client: Client): Promise<SequenceState[]> {
  const names = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and n.nspname = any($1) order by 1`,
    [[...ourSchemas, 'graphile_worker']],
  );
  const states: SequenceState[] = [];
  for (const { name } of names.rows) {
    const row = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    );
    const state = row.rows[0];
    if (state) states.push({ name, last: state.last, called: state.called });
  }
  return states;
}
