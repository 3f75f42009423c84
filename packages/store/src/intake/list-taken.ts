// The reports a person has taken, newest first.
import type { Tx } from '../session/index.ts';

/** Own reports only; `next` is the id to go on after. Ids are in order of time. */
export async function listTaken(tx: Tx, page: { readonly cursor?: string; readonly limit: number }) {
  let query = tx
    .selectFrom('intake.report')
    .select(['id', 'number', 'received_at', 'channel', 'status', 'band'])
    .where('created_by', '=', tx.actor.id)
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('id', '<', page.cursor);
  const found = await query.execute();
  const rows = found.slice(0, page.limit);
  tx.audit({ action: 'report.list', ids: rows.map((row) => row.id), count: rows.length });
  return { rows, next: found.length > page.limit ? (rows.at(-1)?.id ?? null) : null };
}
