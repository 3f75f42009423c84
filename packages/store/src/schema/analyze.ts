// What must the planner know after many rows were written at once? The statistics of our tables; those of the catalogue belong to the server's administrator,
// and asking for them fills its log with a warning for each.

import type { Client } from 'pg';
import { ourSchemas } from './print-types.ts';

/** Takes statistics of all our tables, as their owner, so that the first request is planned with them and not with those of an empty house. */
export async function analyzeTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ names: string | null }>(
    `select string_agg(c.oid::regclass::text, ', ') as names from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1)`,
    [ourSchemas],
  );
  if (rows[0]?.names != null) await client.query(`analyze ${rows[0].names}`);
}
