// How many people stand under these keys, as far as the actor may find them? Counted up to a limit: beyond it the number says nothing more.

import { blindAll } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';
import type { ClearKey } from './index-rows.ts';

export const ALIKE_LIMIT = 200;

/** The number of people under the keys, at most `ALIKE_LIMIT`; keys that rest on a hidden contact are not used. */
export const countAlike = async (tx: Tx, keys: readonly ClearKey[], exceptPersonId: string | null): Promise<number> => {
  const blind = keys.flatMap(({ kind, value }) => blindAll(tx.ring, 'search', kind, value));
  if (blind.length === 0) return 0;
  const rows = await tx.run<{ n: number }>(
    `select count(distinct person_id)::int as n from (select person_id from people.search_key
      where key = any($1::bytea[]) and not hidden and ($2::uuid is null or person_id <> $2::uuid) limit ${ALIKE_LIMIT}) found`,
    [blind, exceptPersonId],
  );
  const n = rows[0]?.n ?? 0;
  tx.audit({ action: 'person.search', count: n });
  return n;
};
