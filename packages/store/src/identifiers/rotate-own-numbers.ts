// The own numbers of who works here stand under every key of the index ring: they are compared with numbers of people that are under any of them.

import type { Client, QueryResultRow } from 'pg';
import { blindUnderEach, type KeyRing, SubjectKeys } from '../keys/index.ts';

type Row = { readonly account_id: string; readonly sealed: Buffer };

/** Writes what is missing under a key of the ring and drops what is under none. Run as owner, before the numbers of people. Returns of how many accounts. */
export async function rotateOwnNumbers(owner: Client, ring: KeyRing): Promise<number> {
  const ids = [...ring.index.keys.keys()];
  const { rows } = await owner.query<Row>('select distinct on (account_id) account_id, sealed from access.own_number order by account_id');
  const keys = new SubjectKeys(
    async <Found extends QueryResultRow>(text: string, values: unknown[]) => (await owner.query<Found>(text, values)).rows,
    ring,
  );
  const opened = await keys.openMany(rows.map((row) => row.sealed));
  for (const [at, { account_id, sealed }] of rows.entries()) {
    const clear = opened[at];
    if (!clear) continue;
    for (const { keyId, whole } of blindUnderEach(ring, 'whole', 'nationalId', clear.toString('utf8')))
      await owner.query(
        'insert into access.own_number (account_id, key_id, whole, sealed) values ($1, $2, $3, $4) on conflict (account_id, key_id) do nothing',
        [account_id, keyId, whole, sealed],
      );
  }
  await owner.query('delete from access.own_number where key_id <> all ($1)', [ids]);
  return rows.length;
}
