// The log as an auditor reads it: newest first, by actor, person, thing, route or time. Rows of other counties do not come.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export type AuditFilter = {
  readonly actorId?: string;
  readonly personId?: string;
  readonly thingId?: string;
  readonly route?: string;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
  readonly before?: number;
  readonly limit: number;
};

/** One part of the log. `sealed`: the chain has closed over the row. */
export async function listAudit(tx: Tx, filter: AuditFilter) {
  let query = tx
    .selectFrom('audit.entry as e')
    .leftJoin('org.account as a', 'a.id', 'e.actor_id')
    .leftJoin('access.break_glass as b', 'b.id', 'e.break_glass_id')
    .select([
      'e.id',
      'e.at',
      'e.actor_id',
      'a.name',
      'a.title',
      'b.reason',
      'e.purpose',
      'e.route',
      'e.action',
      'e.row_count',
      'e.person_ids',
      'e.ids',
      'e.break_glass_id',
      'e.detail',
      'e.query_digest',
    ])
    .select(
      // What an earlier block holds the last one sees too: asking one block a row, not all.
      sql<boolean>`coalesce((select pg_visible_in_snapshot(e.xid, b.snapshot) from audit.block b where b.epoch = e.epoch order by b.seq desc limit 1), false)`.as(
        'sealed',
      ),
    )
    .orderBy('e.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.actorId) query = query.where('e.actor_id', '=', filter.actorId);
  if (filter.personId) query = query.where(sql<boolean>`e.id in (select audit.of_person(${filter.personId}::uuid))`);
  if (filter.thingId) query = query.where(sql<boolean>`e.id in (select audit.of_thing(${filter.thingId}::uuid))`);
  if (filter.route) query = query.where('e.route', '=', filter.route);
  if (filter.action) query = query.where('e.action', '=', filter.action);
  if (filter.from) query = query.where(sql<boolean>`e.at >= ${filter.from}::timestamptz`);
  if (filter.to) query = query.where(sql<boolean>`e.at < ${filter.to}::timestamptz`);
  if (filter.before) query = query.where('e.id', '<', filter.before);
  const found = await query.execute();
  const rows = found.slice(0, filter.limit);
  tx.audit({ action: 'audit.read', count: rows.length, ...(filter.personId ? { personIds: [filter.personId] } : {}) });
  return { rows, next: found.length > filter.limit ? (rows.at(-1)?.id ?? null) : null };
}

/** How far the log is sealed. */
export async function auditState(tx: Tx): Promise<{ rows: number; sealed: number; lastSealedAt: string | null; head: string | null }> {
  // Rows are what is sealed and what waits: numbers of rows have gaps where a request was undone.
  const found = await sql<{ rows: number; sealed: number; last: string | null; head: string | null }>`
    with last as (select epoch, snapshot, sealed_at, mac from audit.block order by seq desc limit 1),
      sealed as (select coalesce(sum(row_count), 0)::int8 as n from audit.block),
      waiting as (select count(*)::int8 as n from audit.entry e left join last l on true
        where e.epoch > coalesce(l.epoch, 0) or (e.epoch = l.epoch and e.xid >= pg_snapshot_xmin(l.snapshot) and not pg_visible_in_snapshot(e.xid, l.snapshot)))
    select sealed.n + waiting.n as rows, sealed.n as sealed, (select sealed_at from last) as last, (select encode(mac, 'hex') from last) as head from sealed, waiting`.execute(
    tx,
  );
  const row = found.rows[0];
  tx.audit({ action: 'audit.state' });
  return { rows: row?.rows ?? 0, sealed: row?.sealed ?? 0, lastSealedAt: row?.last ?? null, head: row?.head ?? null };
}
