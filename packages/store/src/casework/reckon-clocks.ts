// A calendar that was changed afterwards (an office closed by a typhoon) moves clocks that run already, and may make in time what was late. Each case is reckoned
// anew from its events in a transaction of its own; the rows that differ are written, and a step of escalation that no longer holds is taken back with its notices.
// By when another unit was asked to answer is the same fact as the clock of the referral: it moves with it, and that unit is told.

import type { CaseEvent, DeadlineContext } from '@anwang/core/cases';
import { type Instant, msOf, parseInstant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';
import type { ProgrammeOf } from './append-events.ts';
import type { EscalationStep } from './escalate-case-clocks.ts';
import { type ProjectedRow, project } from './projection.ts';
import { eventOfRow, type StoredEvent } from './read-events.ts';

/** What changed: in which county (null: everywhere), and the time the changed days cover. */
export type CalendarChange = { readonly county: string | null; readonly from: Instant; readonly until: Instant };

/** Cases with a clock of one of the rules that was running during the changed days, by id after `after`; at most `limit`. */
export async function casesToReckon(
  tx: Tx,
  { county, from, until }: CalendarChange,
  rules: readonly string[],
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select distinct k.case_id from casework.clock k
    where k.due_at >= ${from}::timestamptz and k.started_at < ${until}::timestamptz and k.rule = any (${rules}::text[])
      and (${county}::text is null or k.county = ${county}) and (${after}::uuid is null or k.case_id > ${after}::uuid)
    order by k.case_id limit ${limit}`.execute(tx);
  return rows.map((row) => row.case_id);
}

type Ground = {
  readonly programme: string;
  readonly pack_version: string;
  readonly county: string;
  readonly next_due: Instant | null;
  readonly next_rule: string | null;
};
type StoredClock = {
  readonly rule: string;
  readonly instance: string;
  readonly due_at: Instant | null;
  readonly stopped_at: Instant | null;
  readonly outcome: string | null;
  readonly escalated: number;
};

const textOf = (value: ProjectedRow[string] | undefined): string | null => (typeof value === 'string' ? value : null);
function momentOf(value: ProjectedRow[string] | undefined): Instant | null {
  const read = typeof value === 'string' ? parseInstant(value) : null;
  return read?.ok ? read.value : null;
}
const sameMoment = (a: Instant | null, b: Instant | null): boolean => a === b || (a !== null && b !== null && msOf(a) === msOf(b));
const differs = (stored: StoredClock, row: ProjectedRow): boolean =>
  !sameMoment(stored.due_at, momentOf(row.due_at)) ||
  !sameMoment(stored.stopped_at, momentOf(row.stopped_at)) ||
  stored.outcome !== row.outcome;

/** How far a clock has gone by its new due moment; what does not run has gone as far as it went. */
function stepReached(stored: StoredClock, row: ProjectedRow, steps: readonly EscalationStep[], now: Instant): number {
  const moment = momentOf(row.due_at);
  if (row.stopped_at !== null || moment === null) return stored.escalated;
  const due = msOf(moment);
  const reached = steps.filter((one) => due - one.hoursBefore * 3_600_000 <= msOf(now)).map((one) => one.step);
  return Math.min(stored.escalated, Math.max(0, ...reached));
}

/** Of which referral the clock is: its instance without the round. */
const referralOf = (row: ProjectedRow): string => String(row.instance).split('#')[0] ?? '';

/** How the notices of a step begin, as `escalateCaseClocks` writes them. */
const clockNotice = (caseId: string, row: ProjectedRow, hoursBefore: number): string =>
  `${hoursBefore > 0 ? 'clock.due' : 'clock.overdue'}:${caseId}:${row.rule}:${row.instance}:${hoursBefore}:`;

/** Moves by when a referral is to be answered, and tells the unit that was told otherwise. */
async function moveAnswer(tx: Tx, referral: string, due: Instant, now: Instant): Promise<void> {
  const { rows } = await sql<{
    to_unit: string;
    county: string;
  }>`select * from network.move_answer(${referral}::uuid, ${due}::timestamptz)`.execute(tx);
  await tell(
    tx,
    rows.flatMap(({ to_unit: unit, county }) =>
      (['partner', 'supervisor'] as const).map(
        (role): NewNotice => ({ kind: 'referral.moved', county, to: { role, unit }, once: `${referral}:${now}`, due }),
      ),
    ),
  );
}

/** Reckons the clocks of one case anew. Runs as the clock. Gives how many rows were moved; none where everything stands as it should. */
export async function reckonClocks(
  tx: Tx,
  caseId: string,
  programmeOf: ProgrammeOf,
  steps: readonly EscalationStep[],
  contextOf: (county: string) => DeadlineContext,
): Promise<number> {
  const [ground] = (await sql<Ground>`select * from casework.clock_ground(${caseId}::uuid)`.execute(tx)).rows;
  const programme = ground === undefined ? null : programmeOf(ground.programme, ground.pack_version);
  if (ground === undefined || programme === null) return 0;
  const context = contextOf(ground.county);
  const events = (await sql<Omit<StoredEvent, 'sealed'>>`select * from casework.clock_events(${caseId}::uuid)`.execute(tx)).rows.map(
    (row): CaseEvent => eventOfRow(row, null),
  );
  const projection = project(events, programme, context);
  const stored = await tx
    .selectFrom('casework.clock')
    .select(['rule', 'instance', 'due_at', 'stopped_at', 'outcome', 'escalated'])
    .where('case_id', '=', caseId)
    .execute();
  const held = new Map(stored.map((row) => [`${row.rule} ${row.instance}`, row]));
  const moved = [...projection.tables['casework.clock'].values()].flatMap((row) => {
    const before = held.get(`${row.rule} ${row.instance}`);
    if (before === undefined || !differs(before, row)) return [];
    const own = steps.filter((one) => one.packVersion === ground.pack_version && one.rule === row.rule);
    const escalated = stepReached(before, row, own, context.now);
    return [{ row, before, escalated, undone: own.filter((one) => one.step > escalated && one.step <= before.escalated) }];
  });
  if (moved.length === 0) return 0;
  for (const { row, escalated, undone } of moved) {
    await tx
      .updateTable('casework.clock')
      .set({
        due_at: momentOf(row.due_at),
        stopped_at: momentOf(row.stopped_at),
        outcome: textOf(row.outcome),
        escalated,
      })
      .where('case_id', '=', caseId)
      .where('rule', '=', String(row.rule))
      .where('instance', '=', String(row.instance))
      .execute();
    // Told again when it comes to that; until then it was never true.
    if (undone.length > 0)
      await sql`select system.withdraw_notices(${caseId}::uuid, null, ${undone.map((one) => clockNotice(caseId, row, one.hoursBefore))}::text[])`.execute(
        tx,
      );
    const moment = momentOf(row.due_at);
    if (moment !== null && row.stopped_at === null && programme.clocks.some((one) => one.id === row.rule && one.key === 'referral'))
      await moveAnswer(tx, referralOf(row), moment, context.now);
    await tx.outbox('caseClock', { caseId, rule: String(row.rule), moved: true, step: escalated }, { county: ground.county });
  }
  await sql`select casework.set_next_due(${caseId}::uuid, ${textOf(projection.case.next_due)}::timestamptz, ${textOf(projection.case.next_rule)}::text)`.execute(
    tx,
  );
  tx.audit({
    action: 'clock.reckon',
    ids: [caseId],
    county: ground.county,
    count: moved.length,
    detail: { withdrawn: moved.reduce((n, one) => n + one.undone.length, 0) },
  });
  return moved.length;
}
