// The work of an adoption, as the clock, in parts: first what would change for each case is worked out and written down, then, once decided, each case gets its event and its
// clocks. Each part is a transaction; what was done is not done again, and a case that somebody writes on meanwhile is read anew.

import {
  adoptStatement,
  type CaseEvent,
  type ClockChange,
  clockChanges,
  type DeadlineContext,
  deadlines,
  hasEnded,
} from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import { type Instant, msOf, parseInstant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { ProgrammeOf } from './append-events.ts';
import type { EscalationStep } from './escalate-case-clocks.ts';
import { eventRows, numbered } from './event-draft.ts';
import { type ProjectedRow, project } from './projection.ts';
import { eventOfRow, type StoredEvent } from './read-events.ts';

type Ground = { readonly id: string; readonly programme: string; readonly pack_version: string; readonly county: string };
type Ways = { readonly programmeOf: ProgrammeOf; readonly contextOf: (county: string) => DeadlineContext };

async function groundsOf(tx: Tx, ids: readonly string[]): Promise<{ ground: Ground; events: CaseEvent[] }[]> {
  const { rows } = await sql<Ground>`select * from casework.clock_grounds(${[...ids]}::uuid[])`.execute(tx);
  const happened = await sql<Omit<StoredEvent, 'sealed'>>`select * from casework.clock_events(${[...ids]}::uuid[])`.execute(tx);
  const byCase = Map.groupBy(happened.rows, (row) => row.case_id);
  return rows.map((ground) => ({ ground, events: (byCase.get(ground.id) ?? []).map((row) => eventOfRow(row, null)) }));
}

type Work = { readonly id: string; readonly county: string; readonly programme: string; readonly to_version: string };
async function workOf(tx: Tx, id: string, status: 'looking' | 'approved'): Promise<Work | undefined> {
  return tx
    .selectFrom('casework.adoption')
    .select(['id', 'county', 'programme', 'to_version'])
    .where('id', '=', id)
    .where('status', '=', status)
    .forUpdate()
    .executeTakeFirst();
}

/** Everything that follows for a case, from its events; null: a statement is not in this catalogue, or the case has ended. */
function goingOver(adoption: Work, ground: Ground, events: readonly CaseEvent[], tx: Tx, { programmeOf, contextOf }: Ways) {
  const [from, to] = [programmeOf(ground.programme, ground.pack_version), programmeOf(adoption.programme, adoption.to_version)];
  if (from === null || to === null) return null;
  const context = contextOf(ground.county);
  const { facts, before } = adoptStatement(adoption.id, from, to, events, context);
  const made = numbered(tx, ground.id, events.length, [{ type: 'statementAdopted', happenedAt: context.now, facts }], context.now);
  const all = [...events, ...made];
  return { from, to, context, made, all, before, changes: clockChanges(before, deadlines(to, all, context)) };
}

/** Looks at a part of the cases; gives whether more wait. */
export async function lookAtCases(tx: Tx, adoptionId: string, ways: Ways, part = 100): Promise<boolean> {
  const adoption = await workOf(tx, adoptionId, 'looking');
  if (adoption === undefined) return false;
  const found = await sql<{ id: string; number: string; pack_version: string }>`
    select c.id, c.number, c.pack_version from casework."case" c
    where c.county = ${adoption.county} and c.programme = ${adoption.programme} and c.status not in ('closed', 'notOpened') and c.pack_version <> ${adoption.to_version}
      and not exists (select from casework.adoption_case a where a.adoption_id = ${adoptionId} and a.case_id = c.id)
    order by c.pack_version, c.id limit ${part}`.execute(tx);
  const byId = new Map(
    (
      await groundsOf(
        tx,
        found.rows.map((row) => row.id),
      )
    ).map((one) => [one.ground.id, one]),
  );
  const rows = found.rows.map(({ id, number, pack_version: from }) => {
    const one = byId.get(id);
    const over = one === undefined ? null : goingOver(adoption, one.ground, one.events, tx, ways);
    const pending = over !== null && project(over.all, over.to, over.context).state.pending !== null;
    const changes: readonly ClockChange[] = over?.changes ?? [];
    return {
      adoption_id: adoptionId,
      case_id: id,
      county: adoption.county,
      number,
      from_version: from,
      changes,
      pending,
      state: over === null ? 'failed' : 'waiting',
    };
  });
  if (rows.length > 0)
    await sql`insert into casework.adoption_case (adoption_id, case_id, county, number, from_version, changes, pending, state)
      select adoption_id, case_id, county, number, from_version, changes, pending, state from json_populate_recordset(null::casework.adoption_case, ${JSON.stringify(rows)}::json)
      on conflict do nothing`.execute(tx);
  tx.audit({ action: 'adoption.look', ids: found.rows.map((row) => row.id), county: adoption.county, count: rows.length });
  if (rows.length === part) return true;
  await tx
    .updateTable('casework.adoption')
    .set({ status: 'looked', looked_at: ways.contextOf(adoption.county).now, version: sql<number>`version + 1` })
    .where('id', '=', adoptionId)
    .execute();
  return false;
}

/** Cases that wait for their event, in order; the adoption is done when there are none. */
export async function casesToCarry(tx: Tx, adoptionId: string, after: string | null, now: Instant, part = 50): Promise<string[]> {
  const adoption = await workOf(tx, adoptionId, 'approved');
  if (adoption === undefined) return [];
  const waiting = await sql<{ case_id: string }>`
    select case_id from casework.adoption_case where adoption_id = ${adoptionId} and state = 'waiting' order by case_id`.execute(tx);
  if (waiting.rows.length === 0)
    await tx
      .updateTable('casework.adoption')
      .set({ status: 'done', done_at: now, version: sql<number>`version + 1` })
      .where('id', '=', adoptionId)
      .execute();
  return waiting.rows
    .map((row) => row.case_id)
    .filter((id) => after === null || id > after)
    .slice(0, part);
}

const momentOf = (value: ProjectedRow[string] | undefined): Instant | null => {
  const read = typeof value === 'string' ? parseInstant(value) : null;
  return read?.ok ? read.value : null;
};

/** How far a clock has told of its due moment: never further than before, and no step that is still to come. */
function stepOf(row: ProjectedRow, before: number, steps: readonly EscalationStep[], now: Instant): number {
  const due = momentOf(row.due_at);
  if (row.stopped_at !== null || due === null) return before;
  const reached = steps
    .filter((one) => one.rule === row.rule && msOf(due) - one.hoursBefore * 3_600_000 <= msOf(now))
    .map((one) => one.step);
  return Math.min(before, Math.max(0, ...reached));
}

/** One case goes over. */
async function carryCase(
  tx: Tx,
  adoption: Work,
  ground: Ground,
  events: readonly CaseEvent[],
  steps: readonly EscalationStep[],
  ways: Ways,
): Promise<string> {
  const { county } = ground;
  const state = (
    await sql<{ ended: boolean }>`select status in ('closed', 'notOpened') as ended from casework."case" where id = ${ground.id}`.execute(
      tx,
    )
  ).rows[0];
  if (ground.pack_version === adoption.to_version) return 'moved';
  if (state?.ended !== false) return 'ended';
  const over = goingOver(adoption, ground, events, tx, ways);
  if (over === null) return 'failed';
  const { to, all, made, context }: { to: Programme; all: CaseEvent[]; made: CaseEvent[]; context: DeadlineContext } = over;
  const after = project(all, to, context);
  if (hasEnded(after.state)) return 'ended';
  const told = await sql<{ rule: string; instance: string; escalated: number }>`
    select rule, instance, escalated from casework.clock where case_id = ${ground.id}`.execute(tx);
  const before = new Map(told.rows.map((row) => [`${row.rule} ${row.instance}`, row.escalated]));
  const own = steps.filter((one) => one.packVersion === to.version);
  const clocks = [...after.tables['casework.clock'].values()].map((row) => ({
    ...row,
    escalated: stepOf(row, before.get(`${row.rule} ${row.instance}`) ?? 0, own, context.now),
  }));
  const [row] = await eventRows(tx, made, county, ground.id);
  const { rows } = await sql<{
    moved: boolean;
  }>`select casework.adopt_statement(${adoption.id}::uuid, ${JSON.stringify(row)}::json, ${JSON.stringify(after.case)}::json, ${JSON.stringify(clocks)}::json) as moved`.execute(
    tx,
  );
  if (rows[0]?.moved !== true) return 'waiting';
  const [event] = made;
  tx.audit({
    action: 'case.adopt',
    ids: [ground.id, event?.id ?? ground.id],
    county,
    detail: { from: ground.pack_version, to: to.version },
  });
  await tx.outbox('caseEvent', { caseId: ground.id, seq: all.length, type: 'statementAdopted' }, { county });
  return 'moved';
}

/** Some cases go over, in one transaction. */
export async function carryCases(
  tx: Tx,
  adoptionId: string,
  caseIds: readonly string[],
  steps: readonly EscalationStep[],
  ways: Ways,
): Promise<void> {
  const adoption = await workOf(tx, adoptionId, 'approved');
  if (adoption === undefined || caseIds.length === 0) return;
  for (const { ground, events } of await groundsOf(tx, caseIds)) {
    const state = await carryCase(tx, adoption, ground, events, steps, ways);
    await tx
      .updateTable('casework.adoption_case')
      .set({ state, moved_at: state === 'moved' ? ways.contextOf(ground.county).now : null })
      .where('adoption_id', '=', adoptionId)
      .where('case_id', '=', ground.id)
      .where('state', '=', 'waiting')
      .execute();
  }
}
