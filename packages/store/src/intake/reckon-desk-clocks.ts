// The clocks of a dispatch that count working days (a unit accepts, an arbiter decides), reckoned anew after a change of the calendar; each in a transaction of its own.
import { type Instant, msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { noticeKindsOf } from './escalate.ts';

const columns = { 'unit-accept': 'accept_due', arbitration: 'arbiter_due' } as const;
/** A clock of a dispatch. */
export type DispatchClock = keyof typeof columns;
const isDispatchClock = (rule: string): rule is DispatchClock => Object.hasOwn(columns, rule);

/** What a dispatch is about, as far as its time depends on it. */
async function sentDispatch(tx: Tx, id: string | null) {
  if (id === null) return undefined;
  const row = await tx
    .selectFrom('intake.dispatch as d')
    .innerJoin('intake.report as r', 'r.id', 'd.report_id')
    .leftJoin('intake.proposal_line as l', 'l.id', 'd.proposal_line_id')
    .select(['d.county', 'd.programme', 'd.band', 'd.sent_at', 'r.received_at', 'l.grade', 'l.class'])
    .where('d.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, sentAt: row.sent_at, receivedAt: row.received_at };
}
type SentDispatch = NonNullable<Awaited<ReturnType<typeof sentDispatch>>>;

/** Running clocks of dispatches that were running during the changed days, by id. */
export async function deskClocksToReckon(tx: Tx, change: { county: string | null; from: Instant; until: Instant }): Promise<string[]> {
  let query = tx
    .selectFrom('intake.clock')
    .select('id')
    .where('stopped_at', 'is', null)
    .where('rule', 'in', Object.keys(columns))
    .where('due_at', '>=', change.from)
    .where('started_at', '<', change.until);
  if (change.county !== null) query = query.where('county', '=', change.county);
  return (await query.orderBy('id').execute()).map((row) => row.id);
}

/** Moves one to its due moment by the calendar in force; steps of escalation that no longer hold are taken back with their notices. Runs as the clock. */
export async function reckonDeskClock(
  tx: Tx,
  clockId: string,
  now: Instant,
  dueOf: (rule: DispatchClock, start: Instant, sent: SentDispatch) => Instant,
): Promise<boolean> {
  const clock = await tx
    .selectFrom('intake.clock')
    .select(['report_id', 'dispatch_id', 'county', 'rule', 'started_at', 'due_at', 'escalated'])
    .where('id', '=', clockId)
    .where('stopped_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (clock === undefined || !isDispatchClock(clock.rule)) return false;
  const sent = await sentDispatch(tx, clock.dispatch_id);
  if (sent === undefined) return false;
  const due = dueOf(clock.rule, clock.started_at, sent);
  if (msOf(due) === msOf(clock.due_at)) return false;
  const held = Math.min(clock.escalated, stepReached(clock.started_at, due, now));
  await tx.updateTable('intake.clock').set({ due_at: due, escalated: held }).where('id', '=', clockId).execute();
  if (clock.dispatch_id !== null)
    await tx
      .updateTable('intake.dispatch')
      .set({ [columns[clock.rule]]: due })
      .where('id', '=', clock.dispatch_id)
      .execute();
  const undone = noticeKindsOf(clock.rule, held + 1, clock.escalated).map(({ kind, step }) => `${kind}:${clockId}:${step}:`);
  if (undone.length > 0) await sql`select system.withdraw_notices(null, ${clock.report_id}::uuid, ${undone}::text[])`.execute(tx);
  await tx.outbox('deskClock', { clockId, reportId: clock.report_id, rule: clock.rule, moved: true, step: held }, { county: clock.county });
  tx.audit({ action: 'clock.reckon', ids: [clock.report_id], county: clock.county, count: 1, detail: { withdrawn: undone.length } });
  return true;
}

/** The step a clock has come to: the reference of what `escalateClocks` says in SQL. */
function stepReached(start: Instant, due: Instant, now: Instant): number {
  const [from, end, at] = [msOf(start), msOf(due), msOf(now)];
  if (at >= end) return 2 + Math.floor((at - end) / 86_400_000);
  return at >= from + (end - from) * 0.75 ? 1 : 0;
}
