// New master key: every subject key is unwrapped and wrapped again, in batches, resumable, while the servers work (they know both keys meanwhile).
// What is sealed under subject keys is not touched.

import type { Client } from 'pg';
import { currentKey, type KeyRing } from './key-ring.ts';
import { rewrap } from './subject-keys.ts';

/** Rewraps all subject keys that are not under the current master key. Run as owner. Returns how many were rewrapped. */
export async function rotateMaster(
  owner: Client,
  ring: KeyRing,
  options: { readonly batch?: number; readonly onBatch?: (done: number) => void | Promise<void> } = {},
): Promise<number> {
  const current = currentKey(ring, 'master').id;
  for (let done = 0; ; ) {
    await owner.query('begin');
    try {
      const rows = await owner.query<{ id: string; wrapped: Buffer; master_id: string }>(
        'select id, wrapped, master_id from keys.subject where master_id <> $1 order by master_id, id limit $2 for update',
        [current, options.batch ?? 1000],
      );
      const fresh = rows.rows.map((row) => ({ id: row.id, ...rewrap(ring, row) }));
      await owner.query(
        'update keys.subject k set wrapped = n.wrapped, master_id = $3 from unnest($1::uuid[], $2::bytea[]) as n(id, wrapped) where k.id = n.id',
        [fresh.map((row) => row.id), fresh.map((row) => row.wrapped), current],
      );
      await owner.query('commit');
      if (fresh.length === 0) return done;
      done += fresh.length;
      await options.onBatch?.(done);
    } catch (error) {
      await owner.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}
