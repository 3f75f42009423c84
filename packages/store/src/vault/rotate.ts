// New key for the vault while everybody works on: rows are rewritten in small batches, each its own transaction. A row says which key it is under,
// so a kill loses nothing and the next run goes on where this one stopped.

import type { Client } from 'pg';
import { decrypt, encrypt } from '../keys/aes.ts';
import { currentKey, type KeyRing, keyById } from '../keys/index.ts';

/**
 * Re-encrypts every entry that is not under the current vault key. Run as owner, after the new key is in the key file of every server.
 * @returns how many were rewritten; when it returns, no entry is under an older key
 */
export async function rotateVault(
  owner: Client,
  ring: KeyRing,
  options: { readonly batch?: number; readonly onBatch?: (done: number) => void | Promise<void> } = {},
): Promise<number> {
  const current = currentKey(ring, 'vault');
  let done = 0;
  for (;;) {
    await owner.query('begin');
    try {
      const rows = await owner.query<{ id: string; key_id: string; sealed: Buffer }>(
        'select id, key_id, sealed from vault.entry where key_id <> $1 order by key_id, id limit $2 for update skip locked',
        [current.id, options.batch ?? 200],
      );
      for (const row of rows.rows) {
        const clear = decrypt(keyById(ring, 'vault', row.key_id), row.sealed, `vault ${row.id}`);
        await owner.query('update vault.entry set sealed = $2, key_id = $3, rotated_at = now() where id = $1', [
          row.id,
          encrypt(current.bytes, clear, `vault ${row.id}`),
          current.id,
        ]);
      }
      await owner.query('commit');
      if (rows.rows.length === 0) break;
      done += rows.rows.length;
      await options.onBatch?.(done);
    } catch (error) {
      await owner.query('rollback').catch(() => undefined);
      throw error;
    }
  }
  const left = await owner.query<{ left: number }>('select count(*) as left from vault.entry where key_id <> $1', [current.id]);
  // Rows that another rotation held are that one's work; wait for it by running again.
  return (left.rows[0]?.left ?? 0) > 0 ? done + (await rotateVault(owner, ring, options)) : done;
}
