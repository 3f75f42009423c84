// A further report is added to an open case of the same programme and unit, with whoever of it the case does not know yet.
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { findProgramme } from '@anwang/packs';
import { appendEvents, assignmentConflict, type EventDraft, lockCase } from '@anwang/store/casework';
import { readReportPersons, type readReportRow } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { handedFrom } from '../../desk/handed-view.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { caseMembers } from './case-members.ts';

type Row = NonNullable<Awaited<ReturnType<typeof readReportRow>>>;
export type Ground = {
  readonly report: Row;
  readonly programme: Programme;
  readonly dispatch: { id: string; unitId: string; band: string; sentAt: Row['received_at']; sentBy: string };
};
export type Made = Result<{ caseId: string; number: string }>;

/** Said in the case that goes on from one of another county. */
export function cameFrom(report: Row, happenedAt: Call['now']): EventDraft[] {
  const from = handedFrom(report.handed_from);
  if (from?.programme == null) return [];
  return [{ type: 'caseTakenOver', happenedAt, facts: { report: report.id, county: from.county, number: from.number } }];
}

/** Adds the report and its people. Who works on the case must not be of kin to them, nor work for the other side of one of them. */
export async function joinCase(tx: Tx, call: Call, caseId: string, { report, programme, dispatch }: Ground): Promise<Made> {
  const context = { now: call.now, ...call.house.time(report.county) };
  const locked = await lockCase(tx, caseId, findProgramme, context);
  if (!locked.ok) return locked;
  const { state } = locked.value.projection;
  if (locked.value.programme.id !== programme.id || state.unit !== dispatch.unitId || state.closedAt !== null)
    return fail({ code: 'invalidInput', fields: [{ path: 'joinCaseId', reason: 'notAllowed' }] });
  const here = new Set(state.members.flatMap((member) => (member.until === null ? member.person : [])));
  // Whom the case is about was decided with its first dispatch: the subject of a further report is one of the family here.
  const joining = caseMembers(programme, await readReportPersons(tx, report.id), null).filter(({ person }) => !here.has(person));
  const respondents = joining.flatMap(({ person, side }) => (side === 'offender' ? person : []));
  const subjects = joining.flatMap(({ person, side }) => (side === 'offender' ? [] : person));
  const helping = state.collaborators.flatMap((one) => (one.until === null ? one.account : []));
  for (const account of new Set([state.lead, ...helping])) {
    if (account === null) continue;
    const question = { account, unit: null, report: report.id, subjects, respondents, besides: caseId };
    const conflict = await assignmentConflict(tx, question);
    if (conflict) return fail(conflict);
  }
  const linked: EventDraft = {
    type: 'reportLinked',
    happenedAt: call.now,
    facts: { report: report.id, band: asBand(dispatch.band), receivedAt: report.received_at },
  };
  const added = joining.map((facts): EventDraft => ({ type: 'memberAdded', happenedAt: call.now, facts }));
  const drafts = [...cameFrom(report, call.now), linked, ...added];
  const done = await appendEvents(tx, locked.value, drafts, context, { action: 'case.accept' });
  // What one report wants hidden from somebody, it wants hidden though another report named them.
  if (respondents.length > 0)
    for (const reportId of done.projection.state.reports) await tx.enqueue('intake.hide', { reportId }, { key: `hide:${reportId}` });
  return ok({ caseId, number: done.projection.state.number });
}
