// The national ID of whoever works here: by it, and for nothing else, they are kept from reports and cases of their own family (docs/decisions/0069).
// Kept as the same index as the numbers of people, and sealed, so that the index can be made anew under another key.

import type { Instant } from '@anwang/core/time';
import { blindUnderEach } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';

/** Whether the own number is known: since when, and its last three characters; null when it is not. */
export async function readOwnNumber(tx: Tx): Promise<{ readonly since: Instant; readonly ending: string } | null> {
  const row = await tx
    .selectFrom('access.own_number')
    .select(['sealed', 'given_at'])
    .where('account_id', '=', tx.actor.id)
    .orderBy('given_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { since: row.given_at, ending: (await tx.keys.open(row.sealed)).slice(-3) };
}

/** Takes the own number in place of the one before. @param number normalised, with a right check digit. */
export async function giveOwnNumber(tx: Tx, number: string): Promise<void> {
  await takeOwnNumber(tx);
  await giveNumberOf(tx, tx.actor.id, number);
}

/** The same for an account that is new, by whoever makes it; it is not read again by them. */
export async function giveNumberOf(tx: Tx, account: string, number: string): Promise<void> {
  const sealed = await tx.keys.seal(account, 'identifier', number);
  await tx
    .insertInto('access.own_number')
    .values(
      blindUnderEach(tx.ring, 'whole', 'nationalId', number).map(({ keyId, whole }) => ({
        account_id: account,
        key_id: keyId,
        whole,
        sealed,
      })),
    )
    .execute();
  tx.audit({ action: 'account.ownNumber', ids: [account], detail: { given: true } });
}

/** Forgets the own number. False when there was none. */
export async function takeOwnNumber(tx: Tx): Promise<boolean> {
  const gone = await tx.deleteFrom('access.own_number').where('account_id', '=', tx.actor.id).returning('key_id').execute();
  if (gone.length > 0) tx.audit({ action: 'account.ownNumber', ids: [tx.actor.id], detail: { given: false } });
  return gone.length > 0;
}
