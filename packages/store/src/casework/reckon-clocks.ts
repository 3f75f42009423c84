// A calendar that was changed afterwards (an office closed by a typhoon) moves clocks that run already, and may make in time what was late. Cases are reckoned
// anew from their events, many in a transaction; the rows that differ are written, and a step of escalation that no longer holds is taken back with its notices.
// By when another unit was asked to answer is the same fact as the clock of the referral: it moves with it, and that unit is told.

import type { CaseEvent, DeadlineContext } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import { countsOfficeDays, type Instant, msOf, parseInstant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';
import type { ProgrammeOf } from './append-events.ts';
import type { EscalationStep } from './escalate-case-clocks.ts';
import { clockRows, type ProjectedRow, project } from './projection.ts';
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

type Ground = { readonly id: string; readonly programme: string; readonly pack_version: string; readonly county: string };
type StoredClock = {
  readonly rule: string;
  readonly instance: string;
  readonly due_at: Instant | null;
  readonly stopped_at: Instant | null;
  readonly outcome: string | null;
  readonly escalated: number;
};

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

type Moved = {
  readonly row: ProjectedRow;
  readonly escalated: number;
  readonly undone: readonly EscalationStep[];
};

/**
 * Rows of a case that are to be moved. Only clocks that count office days are worked out, which follow the calendar, and those of single persons, which follow who is who: there
 * a row may begin too.
 */
function movedRows(
  events: readonly CaseEvent[],
  stored: readonly StoredClock[],
  programme: Programme,
  ground: Ground,
  steps: readonly EscalationStep[],
  context: DeadlineContext,
): Moved[] {
  const held = new Map(stored.map((row) => [`${row.rule} ${row.instance}`, row]));
  const ofPersons = new Set(programme.clocks.filter(({ key }) => key === 'person').map(({ id }) => id));
  const byOffice = { ...programme, clocks: programme.clocks.filter(({ limit, id }) => countsOfficeDays(limit.kind) || ofPersons.has(id)) };
  return clockRows(byOffice, events, { case_id: ground.id, county: ground.county }, context).flatMap((row) => {
    const before = held.get(`${row.rule} ${row.instance}`);
    if (before === undefined) return ofPersons.has(String(row.rule)) ? [{ row, escalated: 0, undone: [] }] : [];
    if (!differs(before, row)) return [];
    const own = steps.filter((one) => one.packVersion === ground.pack_version && one.rule === row.rule);
    const escalated = stepReached(before, row, own, context.now);
    return [{ row, escalated, undone: own.filter((one) => one.step > escalated && one.step <= before.escalated) }];
  });
}

/** What hangs on a row that moves: notices that were told too early, by when another unit is to answer, the message to the outside. */
async function followRow(tx: Tx, { row, escalated, undone }: Moved, ground: Ground, programme: Programme, now: Instant): Promise<void> {
  // Told again when it comes to that; until then it was never true.
  if (undone.length > 0)
    tx.send(
      sql`select system.withdraw_notices(${ground.id}::uuid, null, ${undone.map((one) => clockNotice(ground.id, row, one.hoursBefore))}::text[])`.compile(
        tx,
      ),
    );
  const moment = momentOf(row.due_at);
  if (moment !== null && row.stopped_at === null && programme.clocks.some((one) => one.id === row.rule && one.key === 'referral'))
    await moveAnswer(tx, referralOf(row), moment, now);
  await tx.outbox('caseClock', { caseId: ground.id, rule: String(row.rule), moved: true, step: escalated }, { county: ground.county });
}

/**
 * Reckons the clocks of some cases anew, together. Runs as the clock. Gives how many rows were moved; none where everything stands as it should.
 * What is read is read once for all, and of a case where nothing moves nothing is put together but its clocks.
 */
export async function reckonClocks(
  tx: Tx,
  caseIds: readonly string[],
  programmeOf: ProgrammeOf,
  steps: readonly EscalationStep[],
  contextOf: (county: string) => DeadlineContext,
): Promise<number> {
  const grounds = (await sql<Ground>`select * from casework.clock_grounds(${[...caseIds]}::uuid[])`.execute(tx)).rows;
  if (grounds.length === 0) return 0;
  const ids = grounds.map((ground) => ground.id);
  const [happened, clocks] = await Promise.all([
    sql<Omit<StoredEvent, 'sealed'>>`select * from casework.clock_events(${ids}::uuid[])`.execute(tx),
    tx
      .selectFrom('casework.clock')
      .select(['case_id', 'rule', 'instance', 'due_at', 'stopped_at', 'outcome', 'escalated'])
      .where('case_id', '=', sql<string>`any (${ids}::uuid[])`)
      .execute(),
  ]);
  const eventsOf = Map.groupBy(happened.rows, (row) => row.case_id);
  const clocksOf = Map.groupBy(clocks, (row) => row.case_id);
  const rows: object[] = [];
  const dues: object[] = [];
  for (const ground of grounds) {
    const programme = programmeOf(ground.programme, ground.pack_version);
    if (programme === null) continue;
    const context = contextOf(ground.county);
    const events = (eventsOf.get(ground.id) ?? []).map((row): CaseEvent => eventOfRow(row, null));
    const moved = movedRows(events, clocksOf.get(ground.id) ?? [], programme, ground, steps, context);
    if (moved.length === 0) continue;
    for (const one of moved) {
      rows.push({ ...one.row, escalated: one.escalated });
      await followRow(tx, one, ground, programme, context.now);
    }
    const { next_due: due, next_rule: rule } = project(events, programme, context).case;
    dues.push({ id: ground.id, due, rule });
    const withdrawn = moved.reduce((n, one) => n + one.undone.length, 0);
    tx.audit({ action: 'clock.reckon', ids: [ground.id], county: ground.county, count: moved.length, detail: { withdrawn } });
  }
  if (rows.length === 0) return 0;
  tx.send(sql`select casework.put_clocks(${JSON.stringify(rows)}::json)`.compile(tx));
  tx.send(sql`select casework.set_next_dues(${JSON.stringify(dues)}::json)`.compile(tx));
  return rows.length;
}
