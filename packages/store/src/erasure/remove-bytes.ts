// Deleted rows stay in the files of PostgreSQL until something writes over them, names stay in the planner's statistics, and both in the write-ahead log.
// So the tables are written anew, the statistics made anew and rewritten, and the log switched, until nothing old is left on the disk.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { connectAs, stateOf, type Target } from '../session/index.ts';
import { rewritten } from './wipe.ts';

const patienceSeconds = 30;

/** Removes the bytes of what was wiped. Returns sentences about what could not be done here (an outside server's catalogue, an old open transaction). */
export async function removeBytes(owner: Target, client: Client): Promise<string[]> {
  const notices: string[] = [];
  if (!(await waitForOldTransactions(client)))
    notices.push(
      'A transaction older than the erasure is still open; its rows cannot be removed from the disk yet. Run “anwang expunge --finish” when it has ended.',
    );
  for (const table of rewritten) {
    const [schema, name] = table.split('.');
    await client.query(`vacuum (full) ${schema}."${name}"`);
    // Cleared first: of a table that is empty now, ANALYZE would keep the old statistics, values and all.
    await client.query(
      `select pg_clear_attribute_stats(s.schemaname, s.tablename, s.attname, s.inherited) from pg_stats s where s.schemaname = $1
         and (s.tablename = $2 or s.tablename in (select indexname from pg_indexes i where i.schemaname = $1 and i.tablename = $2))`,
      [schema, name],
    );
    await client.query(`analyze ${schema}."${name}"`);
  }
  // The catalogue belongs to the administrator of the server: enter without taking the owner's role.
  const admin = await connectAs({ config: owner.config }, 'remove bytes');
  try {
    await admin.query('vacuum (full) pg_statistic');
    for (let round = 0; round < 2; round++) {
      await admin.query('select pg_switch_wal()');
      await admin.query('checkpoint');
    }
  } catch (error) {
    if (stateOf(error) !== '42501') throw error;
    notices.push(
      'This login may not rewrite pg_statistic or force a checkpoint: ask the server’s administrator to run VACUUM FULL pg_statistic; SELECT pg_switch_wal(); CHECKPOINT.',
    );
  } finally {
    await admin.end();
  }
  return notices;
}

async function waitForOldTransactions(client: Client): Promise<boolean> {
  const mine = (await client.query<{ xid: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as xid')).rows[0]?.xid ?? '0';
  for (let waited = 0; waited < patienceSeconds * 10; waited++) {
    const row = await client.query<{ old: boolean }>(`select pg_snapshot_xmin(pg_current_snapshot()) < $1::xid8 as old`, [mine]);
    if (!row.rows[0]?.old) return true;
    await sleep(100);
  }
  return false;
}
