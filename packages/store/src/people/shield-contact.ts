// Keeps a contact of a victim from some people, puts one in that must stay hidden, and shows one again (house law 8). Each act leaves a row with its reason,
// sealed under the victim's key. All of it in a view of the victim alone.

import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import type { PlainDate } from '@anwang/core/time';
import { sql } from 'kysely';
import { blind, blindAll } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';
import { hideAlike, type KeysOf } from './hide-alike.ts';

export type Shielding = {
  readonly personId: string;
  readonly from: readonly string[];
  readonly reason: string;
  /** When somebody must decide whether it stays hidden. */
  readonly reviewOn: PlainDate;
};
type Changed = { readonly id: string; readonly version: number };
type BasedOn = { readonly personId: string; readonly contactId: string; readonly version: number };

/** Lets the person be found by a contact that is shown again, unless another of theirs that says the same is hidden still. */
async function showKeys(tx: Tx, personId: string, contact: { id: string; kind: string; value: string }, keysOf: KeysOf): Promise<void> {
  const still = await tx
    .selectFrom('people.contact')
    .select(['kind', 'sealed'])
    .where('person_id', '=', personId)
    .where('hidden', '=', true)
    .execute();
  const kept = new Set<string>();
  for (const row of still) for (const key of keysOf(row.kind, await tx.keys.open(row.sealed))) kept.add(`${key.kind} ${key.value}`);
  const keys = keysOf(contact.kind, contact.value).filter((key) => !kept.has(`${key.kind} ${key.value}`));
  const old = keys.flatMap(({ kind, value }) => blindAll(tx.ring, 'search', kind, value));
  const fresh = keys.map(({ kind, value }) => blind(tx.ring, 'search', kind, value));
  const kinds = keys.map((key) => key.kind);
  await sql`select people.show_contact_keys(${personId}::uuid, ${contact.id}::uuid, ${still.length}::integer, ${old}::bytea[], ${fresh}::bytea[],
    ${kinds}::text[], ${tx.ring.index.current})`.execute(tx);
}

/** The row of a contact, locked, at the version the caller saw. */
async function lockContact(tx: Tx, wish: BasedOn, yours: unknown) {
  await tx.look([wish.personId]);
  const row = await tx
    .selectFrom('people.contact')
    .select(['id', 'version', 'county', 'hidden', 'hidden_from', 'kind', 'sealed'])
    .where('id', '=', wish.contactId)
    .where('person_id', '=', wish.personId)
    .where('valid_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return fail({ code: 'notFound' as const, kind: 'contact', id: wish.contactId });
  if (row.version === wish.version) return ok(row);
  const theirs = { hidden: row.hidden };
  return fail({
    code: 'versionConflict' as const,
    kind: 'contact',
    id: row.id,
    based: wish.version,
    current: row.version,
    theirs,
    yours,
  });
}

async function record(
  tx: Tx,
  contact: { readonly id: string; readonly county: string },
  act: { readonly act: 'hide' | 'lift'; readonly personId: string; readonly from: readonly string[]; readonly reason: string },
  reviewOn: PlainDate | null,
): Promise<void> {
  await tx
    .insertInto('people.shielding')
    .values({
      contact_id: contact.id,
      person_id: act.personId,
      county: contact.county,
      act: act.act,
      hidden_from: [...act.from],
      subject_id: act.personId,
      reason: await tx.keys.seal(act.personId, 'contact', act.reason),
      review_on: reviewOn,
      done_by: tx.actor.id,
    })
    .execute();
  const action = act.act === 'hide' ? 'contact.shield' : 'contact.unshield';
  tx.audit({ action, personIds: [act.personId], ids: [contact.id], county: contact.county, detail: { reviewOn } });
}

/** Somebody may have named the same number or place before: it is hidden with it, each with its record. */
async function alike(tx: Tx, wish: Shielding, said: { readonly kind: string; readonly value: string }, keysOf: KeysOf): Promise<void> {
  for (const contact of await hideAlike(tx, wish, [said], keysOf)) await record(tx, contact, { act: 'hide', ...wish }, wish.reviewOn);
}

/** Hides a contact from some people, or from more of them. `notFound` when it is not there for the session looking at the person alone. */
export async function shieldContact(tx: Tx, wish: BasedOn & Shielding, keysOf: KeysOf): Promise<Result<Changed, Problem>> {
  const locked = await lockContact(tx, wish, { hidden: true });
  if (!locked.ok) return locked;
  const from = [...new Set([...locked.value.hidden_from, ...wish.from])];
  await tx
    .updateTable('people.contact')
    .set({ hidden: true, hidden_from: from, review_on: wish.reviewOn, review_told_at: null, version: sql<number>`version + 1` })
    .where('id', '=', locked.value.id)
    .execute();
  await record(tx, locked.value, { act: 'hide', ...wish, from }, wish.reviewOn);
  await alike(tx, { ...wish, from }, { kind: locked.value.kind, value: await tx.keys.open(locked.value.sealed) }, keysOf);
  return ok({ id: locked.value.id, version: locked.value.version + 1 });
}

/** Puts in a contact that is hidden from its first moment; no search key is made of it. */
export async function addHiddenContact(
  tx: Tx,
  wish: Shielding & { readonly kind: string; readonly value: string; readonly district: string | null; readonly since: PlainDate },
  keysOf: KeysOf,
): Promise<Result<Changed, Problem>> {
  await tx.look([wish.personId]);
  const person = await tx.selectFrom('people.person').select('county').where('id', '=', wish.personId).executeTakeFirst();
  if (person === undefined) return fail({ code: 'notFound', kind: 'person', id: wish.personId });
  const made = await tx
    .insertInto('people.contact')
    .values({
      person_id: wish.personId,
      county: person.county,
      kind: wish.kind,
      subject_id: wish.personId,
      sealed: await tx.keys.seal(wish.personId, 'contact', wish.value),
      district: wish.district,
      valid_from: wish.since,
      hidden: true,
      hidden_from: [...wish.from],
      review_on: wish.reviewOn,
      source: 'worker',
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await record(tx, { id: made.id, county: person.county }, { act: 'hide', ...wish }, wish.reviewOn);
  await alike(tx, wish, wish, keysOf);
  return ok(made);
}

/** It holds no longer: the row stays, as hidden as before. Nothing happens where it is not there for the session. */
export async function endContact(
  tx: Tx,
  { personId, contactId, on }: { personId: string; contactId: string; on: PlainDate },
): Promise<void> {
  await tx.look([personId]);
  await tx
    .updateTable('people.contact')
    .set({ valid_until: on, version: sql<number>`version + 1` })
    .where('id', '=', contactId)
    .where('person_id', '=', personId)
    .where('valid_until', 'is', null)
    .execute();
}

/** Shows a hidden contact again. From whom it was kept stays on record, and stays unknown to them. */
export async function unshieldContact(
  tx: Tx,
  wish: BasedOn & { readonly reason: string },
  keysOf: KeysOf,
): Promise<Result<Changed, Problem>> {
  const locked = await lockContact(tx, wish, { hidden: false });
  if (!locked.ok) return locked;
  const { id, version, hidden, hidden_from: from, county, kind, sealed } = locked.value;
  if (!hidden) return fail({ code: 'notFound', kind: 'contact', id });
  // Written first: once the contact is open, what it was hidden from could no longer be told to be its record.
  await record(tx, { id, county }, { act: 'lift', personId: wish.personId, from, reason: wish.reason }, null);
  await tx
    .updateTable('people.contact')
    .set({ hidden: false, hidden_from: [], review_on: null, review_told_at: null, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
  await showKeys(tx, wish.personId, { id, kind, value: await tx.keys.open(sealed) }, keysOf);
  return ok({ id, version: version + 1 });
}

/** Whom a contact is kept from; empty when it is open, null when it does not exist for the session looking at the person alone. */
export async function keptFrom(tx: Tx, personId: string, contactId: string): Promise<readonly string[] | null> {
  await tx.look([personId]);
  const row = await tx
    .selectFrom('people.contact')
    .select('hidden_from')
    .where('id', '=', contactId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.hidden_from ?? null;
}

/** Hidden contacts whose day of review has come; each is given once. Runs as the clock: ids only. */
export async function shieldsToReview(
  tx: Tx,
  today: PlainDate,
  most = 200,
): Promise<{ contactId: string; personId: string; county: string }[]> {
  const found = await sql<{ contact_id: string; person_id: string; county: string }>`
    select contact_id, person_id, county from people.shields_to_review(${today}::date, ${most})`.execute(tx);
  return found.rows.map((row) => ({ contactId: row.contact_id, personId: row.person_id, county: row.county }));
}
