// What was typed and not yet sent: one draft per form and thing for its author alone, sealed, thrown away when sent or after ninety days.

import type { Instant } from '@anwang/core/time';
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
    .executeTakeFirst();
  return row ? { body: JSON.parse(openWithRing(tx.ring, 'draft', boundTo(tx, key), row.sealed)), savedAt: row.updated_at } : null;
}

/** Keeps a draft: the last one written stands. Returns when. */
export async function saveDraft(tx: Tx, key: string, body: Readonly<Record<string, unknown>>, now: Instant): Promise<Instant> {
  const sealed = sealWithRing(tx.ring, 'draft', boundTo(tx, key), JSON.stringify(body));
  await tx
    .insertInto('system.draft')
    .values({ account_id: tx.actor.id, kind: key, sealed, updated_at: now })
    .onConflict((same) =>
      same
        .columns(['account_id', 'kind', 'ref'])
        .doUpdateSet((is) => ({ sealed, updated_at: now, version: is('system.draft.version', '+', 1) })),
    )
    .execute();
  return now;
}

/** Throws a draft away; nothing happens when there is none. */
export async function dropDraft(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('system.draft').where('account_id', '=', tx.actor.id).where('kind', '=', key).where('ref', '=', '').execute();
}

/** Throws away drafts nobody touched since `before`; run as `clock`. Returns how many. */
export async function sweepDrafts(tx: Tx, before: Instant): Promise<number> {
  const gone = await tx
    .deleteFrom('system.draft')
    .where((is) => is('updated_at', '<', is.val(before as never)))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
