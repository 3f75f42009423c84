// The reports a person has taken, newest first, and how many today.
import { type Instant, msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Own reports only; `next` is the id to go on after. Ids are in order of time. @param dayStart when today began */
export async function listTaken(tx: Tx, page: { readonly cursor?: string; readonly limit: number; readonly dayStart: Instant }) {
  let query = tx
    .selectFrom('intake.report')
    .select(['id', 'number', 'received_at', 'channel', 'status', 'band'])
    .where('created_by', '=', tx.actor.id)
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('id', '<', page.cursor);
  const [found, counted] = await Promise.all([
    query.execute(),
    tx
      .selectFrom('intake.report')
      .select(sql<number>`count(*)::int`.as('today'))
      .where('created_by', '=', tx.actor.id)
      .where('id', '>=', firstIdOf(page.dayStart))
      .executeTakeFirst(),
  ]);
  const rows = found.slice(0, page.limit);
  tx.audit({ action: 'report.list', ids: rows.map((row) => row.id), count: rows.length });
  return { rows, next: found.length > page.limit ? (rows.at(-1)?.id ?? null) : null, today: counted?.today ?? 0 };
}

/** The lowest id that is made at this moment. */
const firstIdOf = (at: Instant): string => {
  const ms = msOf(at).toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
};
