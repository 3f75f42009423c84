// What was typed and not yet sent: one draft per form and thing for its author alone, sealed, thrown away when sent or after ninety days.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { openWithRing, sealWithRing } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';

export type Draft = { readonly body: Readonly<Record<string, unknown>>; readonly savedAt: Instant };

const boundTo = (tx: Tx, key: string): string => `draft:${tx.actor.id}:${key}`;

/** Keys of the own drafts, newest first. */
export async function listDrafts(tx: Tx): Promise<{ key: string; savedAt: Instant }[]> {
  const rows = await tx
    .selectFrom('system.draft')
    .select(['kind', 'updated_at'])
    .where('account_id', '=', tx.actor.id)
    .where('dropped', '=', false)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map((row) => ({ key: row.kind, savedAt: row.updated_at }));
}

/** The own draft under a key; null when there is none. */
export async function readDraft(tx: Tx, key: string): Promise<Draft | null> {
  const row = await tx
    .selectFrom('system.draft')
    .select(['sealed', 'updated_at'])
    .where('account_id', '=', tx.actor.id)
    .where('kind', '=', key)
    .where('ref', '=', '')
    .where('dropped', '=', false)
    .executeTakeFirst();
  return row ? { body: JSON.parse(openWithRing(tx.ring, 'draft', boundTo(tx, key), row.sealed)), savedAt: row.updated_at } : null;
}

/** Whose saves are in which turn: those of one session come from one device, whose clock and count order them. */
export type Turn = { readonly writer: string; readonly turn: number };

/** @returns when it was kept, and the turn of the session that stands: a later one where this save came late and was passed over */
export type Kept = { readonly savedAt: Instant; readonly stands: number | null };

type Row = { readonly key: string; readonly sealed: Buffer; readonly dropped: boolean };

/** Writes the row unless the same session wrote later. */
async function put(tx: Tx, { key, sealed, dropped }: Row, from: Turn | null, now: Instant): Promise<Kept> {
  const writer = from?.writer ?? null;
  const turn = from?.turn ?? null;
  const written = await tx
    .insertInto('system.draft')
    .values({ account_id: tx.actor.id, kind: key, sealed, updated_at: now, writer, turn, dropped })
    .onConflict((same) =>
      same
        .columns(['account_id', 'kind', 'ref'])
        .doUpdateSet((is) => ({ sealed, updated_at: now, writer, turn, dropped, version: is('system.draft.version', '+', 1) }))
        .where(sql<boolean>`system.draft.writer is distinct from excluded.writer or coalesce(system.draft.turn < excluded.turn, true)`),
    )
    .returning('updated_at')
    .executeTakeFirst();
  if (written) return { savedAt: now, stands: turn };
  const standing = await tx
    .selectFrom('system.draft')
    .select(['updated_at', 'turn'])
    .where('account_id', '=', tx.actor.id)
    .where('kind', '=', key)
    .where('ref', '=', '')
    .executeTakeFirstOrThrow();
  return { savedAt: standing.updated_at, stands: standing.turn };
}

/** Keeps a draft: the last one written stands, of one session the last in turn. */
export async function saveDraft(
  tx: Tx,
  key: string,
  body: Readonly<Record<string, unknown>>,
  now: Instant,
  from: Turn | null = null,
): Promise<Kept> {
  const sealed = sealWithRing(tx.ring, 'draft', boundTo(tx, key), JSON.stringify(body));
  return put(tx, { key, sealed, dropped: false }, from, now);
}

/** Throws a draft away. With a turn an empty row stays for a day, so that a save on its way does not bring it back. */
export async function dropDraft(tx: Tx, key: string, now: Instant, from: Turn | null = null): Promise<void> {
  if (from !== null) await put(tx, { key, sealed: Buffer.alloc(0), dropped: true }, from, now);
  else await tx.deleteFrom('system.draft').where('account_id', '=', tx.actor.id).where('kind', '=', key).where('ref', '=', '').execute();
}
