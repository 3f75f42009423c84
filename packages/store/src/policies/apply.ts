// Puts the generated rights and row-level policies in place: whenever their text differs from what the database got last.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

const policiesFolder = import.meta.dirname;

/** The generated files in order, as one text. */
function readPolicies(folder: string = policiesFolder): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

/** Drops every policy of our schemas and makes them anew, in one transaction. False when the database has them already. */
export async function applyPolicies(client: Client, sql: string = readPolicies()): Promise<boolean> {
  const checksum = createHash('sha256').update(sql).digest('hex');
  const held = await client.query<{ checksum: string }>('select checksum from migration.policies');
  if (held.rows[0]?.checksum === checksum) return false;
  await client.query('begin');
  try {
    const old = await client.query<{ statement: string }>(
      `select format('drop policy %I on %I.%I', policyname, schemaname, tablename) as statement from pg_policies where schemaname not like 'pg\\_%'`,
    );
    for (const row of old.rows) await client.query(row.statement);
    await client.query(sql);
    await client.query(
      `insert into migration.policies (checksum) values ($1) on conflict (one) do update set checksum = excluded.checksum`,
      [checksum],
    );
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
