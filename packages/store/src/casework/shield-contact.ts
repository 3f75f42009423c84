// Hides a contact of a victim from some people (house law 8), and with it the search keys that were made from contacts.

import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Hides a contact. `notFound` when it is not there for the session looking at the person alone. */
export async function shieldContact(
  tx: Tx,
  wish: { readonly personId: string; readonly contactId: string; readonly from: readonly string[] },
): Promise<Result<{ id: string }, Problem>> {
  await tx.look([wish.personId]);
  const changed = await tx
    .updateTable('people.contact')
    .set({
      hidden: true,
      hidden_from: sql<string[]>`array(select distinct unnest(hidden_from || ${[...wish.from]}::uuid[]))`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', wish.contactId)
    .where('person_id', '=', wish.personId)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) return fail({ code: 'notFound', kind: 'contact', id: wish.contactId });
  // A key does not say which contact it was made from: with the first hidden contact all of the person's contact keys go.
  await sql`select people.hide_contact_keys(${wish.personId}::uuid)`.execute(tx);
  tx.audit({ action: 'contact.shield', personIds: [wish.personId, ...wish.from], ids: [wish.contactId] });
  return ok({ id: wish.contactId });
}
