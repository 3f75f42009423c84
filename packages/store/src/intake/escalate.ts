// Which desk clocks have run out, or soon will? Each is told once per step: three quarters of its time, due, and every further day.
import { addressOf, deskStep } from '@anwang/core/notices';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';

export type Escalation = {
  readonly clockId: string;
  readonly reportId: string;
  readonly dispatchId: string | null;
  readonly county: string;
  readonly rule: string;
  readonly due: Instant;
  readonly step: number;
};

/** Raises the step of each running clock that has reached the next one, and leaves a message for the outbox. At most `limit` at a time. */
export async function escalateClocks(tx: Tx, now: Instant, limit = 500): Promise<Escalation[]> {
  const rows = await sql<{
    id: string;
    report_id: string;
    dispatch_id: string | null;
    county: string;
    rule: string;
    due_at: Instant;
    step: number;
    number: string;
    unit_id: string | null;
    programme: string | null;
  }>`
    with late as (
      select k.id, s.reached from intake.clock k cross join lateral (
        select case when ${now}::timestamptz >= k.due_at then 2 + floor(extract(epoch from ${now}::timestamptz - k.due_at) / 86400)::int
                    when ${now}::timestamptz >= k.started_at + (k.due_at - k.started_at) * 0.75 then 1 else 0 end as reached) s
      where k.stopped_at is null and k.due_at < ${now}::timestamptz + interval '18 hours' and s.reached > k.escalated
      order by k.due_at limit ${limit})
    update intake.clock c set escalated = l.reached from late l, intake.report r
    where c.id = l.id and r.id = c.report_id
    returning c.id, c.report_id, c.dispatch_id, c.county, c.rule, c.due_at, c.escalated as step, r.number,
      (select d.unit_id from intake.dispatch d where d.id = c.dispatch_id) as unit_id, (select d.programme from intake.dispatch d where d.id = c.dispatch_id) as programme`.execute(
    tx,
  );
  for (const row of rows.rows)
    await tx.outbox('deskClock', { clockId: row.id, reportId: row.report_id, rule: row.rule, step: row.step }, { county: row.county });
  await tell(
    tx,
    rows.rows.flatMap((row) => {
      const told = deskStep(row.rule, row.step);
      return (told?.to ?? []).map(
        (role): NewNotice => ({
          kind: told?.kind ?? 'desk.overdue',
          county: row.county,
          to: addressOf(role, { lead: null, unit: row.unit_id, county: row.county }),
          once: `${row.id}:${row.step}`,
          reportId: row.report_id,
          ref: row.number,
          rule: row.rule,
          due: row.due_at,
          ...(row.programme === null ? {} : { programme: row.programme }),
        }),
      );
    }),
  );
  if (rows.rows.length > 0) tx.audit({ action: 'clock.escalate', ids: rows.rows.map((row) => row.report_id), count: rows.rows.length });
  return rows.rows.map((row) => ({
    clockId: row.id,
    reportId: row.report_id,
    dispatchId: row.dispatch_id,
    county: row.county,
    rule: row.rule,
    due: row.due_at,
    step: row.step,
  }));
}

/** The notices of the steps from one to another, as `escalateClocks` tells them: by kind and step. */
export function noticeKindsOf(rule: string, from: number, to: number): { readonly kind: string; readonly step: number }[] {
  const steps = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return steps.flatMap((step) => {
    const told = deskStep(rule, step);
    return told === null ? [] : [{ kind: told.kind, step }];
  });
}
