// The numbers above the queue, in one statement.
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export type QueueCounts = {
  readonly toScreen: number;
  readonly toReview: number;
  readonly returned: number;
  readonly disputed: number;
  readonly overdue: number;
  readonly dispatchedToday: number;
  /** Share of the reports first dispatched today that were so within 24 hours of receipt; null when there are none. */
  readonly within24h: number | null;
  readonly nearestDue: Instant | null;
};

type Row = {
  to_screen: number;
  to_review: number;
  returned: number;
  overdue: number;
  nearest: Instant | null;
  dispatched: number;
  in_time: number;
  disputed: number;
};

/** Counts of what is in reach. `dayStart` is the beginning of the office's day. */
export async function countQueue(tx: Tx, now: Instant, dayStart: Instant): Promise<QueueCounts> {
  const result = await sql<Row>`
    select q.*, s.*, (select count(*)::int from intake.dispatch d where d.status = 'disputed') as disputed
    from (select count(*) filter (where status in ('received','screening'))::int as to_screen, count(*) filter (where status = 'proposed')::int as to_review,
            count(*) filter (where status = 'returned')::int as returned, count(*) filter (where next_due < ${now}::timestamptz)::int as overdue, min(next_due) as nearest
          from intake.report where status in ('received','screening','proposed','returned')) q,
         (select count(*)::int as dispatched, count(*) filter (where first_dispatched_at <= received_at + interval '24 hours')::int as in_time
          from intake.report where received_at >= ${dayStart}::timestamptz - interval '3 days' and first_dispatched_at >= ${dayStart}::timestamptz) s`.execute(
    tx,
  );
  const row = result.rows[0];
  tx.audit({ action: 'report.count', count: row ? 1 : 0 });
  return {
    toScreen: row?.to_screen ?? 0,
    toReview: row?.to_review ?? 0,
    returned: row?.returned ?? 0,
    disputed: row?.disputed ?? 0,
    overdue: row?.overdue ?? 0,
    dispatchedToday: row?.dispatched ?? 0,
    within24h: row && row.dispatched > 0 ? row.in_time / row.dispatched : null,
    nearestDue: row?.nearest ?? null,
  };
}
