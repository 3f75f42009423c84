// The unit takes the case: a new one with its members as the report names them, or an open one of the same programme to which the report is added.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { dateIn, taipei } from '@anwang/core/time';
import { programmeFor } from '@anwang/packs';
import { assignmentConflict, createCase, type EventDraft, findCase } from '@anwang/store/casework';
import { isRelative, lockDispatch, markAccepted, readDispatchLine, readReportPersons, readReportRow } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { takeTransfer } from '../../desk/answer-transfer.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { caseMembers, caseTitle, subjectOf } from './case-members.ts';
import { waitsForUnit } from './dispatch-view.ts';
import { cameFrom, type Ground, joinCase, type Made } from './join-case.ts';

type Input = InputOf<'dispatch', 'accept'>;
type Accepted = OutputOf<'dispatch', 'accept'>;

/** Under the row lock of the dispatch: of two who accept at once the second gets the conflict. */
export async function accept(input: Input, tx: Tx, call: Call): Promise<Result<Accepted>> {
  const locked = await lockDispatch(tx, {
    dispatchId: input.dispatchId,
    version: input.version,
    states: waitsForUnit,
    yours: { status: 'accepted', workerId: input.workerId },
  });
  if (!locked.ok) return (await acceptedAlready(input, tx)) ?? locked;
  const row = locked.value;
  const report = await readReportRow(tx, row.report_id);
  const programme = programmeFor(row.programme, row.county);
  if (!report || !programme) return fail({ code: 'notFound', kind: 'dispatch', id: input.dispatchId });
  if (await isRelative(tx, tx.actor.id, report.id)) return fail({ code: 'conflictOfInterest', reason: 'relative' });
  const dispatch = { id: row.id, unitId: row.unit_id, band: row.band, sentAt: row.sent_at, sentBy: row.sent_by };
  const made =
    input.joinCaseId === null
      ? await newCase(tx, call, input, { report, programme, dispatch })
      : await joinCase(tx, call, input.joinCaseId, { report, programme, dispatch });
  if (!made.ok) return made;
  const answered = await markAccepted(tx, { dispatchId: row.id, caseId: made.value.caseId, at: call.now });
  await takeTransfer(tx, call, report, { unit: row.unit_id, county: report.county });
  return ok({
    dispatchId: row.id,
    status: 'accepted',
    version: answered.version,
    caseId: made.value.caseId,
    caseNumber: made.value.number,
  });
}

/** Pressed again after the answer was lost on its way: what this person has done already is done, and is told as it was then. */
async function acceptedAlready(input: Input, tx: Tx): Promise<Result<Accepted> | null> {
  const row = await tx
    .selectFrom('intake.dispatch')
    .select(['case_id', 'version', 'accepted_by'])
    .where('id', '=', input.dispatchId)
    .where('status', '=', 'accepted')
    .executeTakeFirst();
  if (!row?.case_id || row.accepted_by !== tx.actor.id || row.version !== input.version + 1) return null;
  if (input.joinCaseId !== null && input.joinCaseId !== row.case_id) return null;
  const one = await findCase(tx, row.case_id);
  // With another lead than the one who was given, it is another wish.
  if (one === undefined || (input.joinCaseId === null && one.lead_id !== input.workerId)) return null;
  tx.audit({ action: 'case.accept', ids: [input.dispatchId, one.id], county: one.county, detail: { again: true } });
  return ok({ dispatchId: input.dispatchId, status: 'accepted', version: row.version, caseId: one.id, caseNumber: one.number });
}

async function newCase(tx: Tx, call: Call, input: Input, { report, programme, dispatch }: Ground): Promise<Made> {
  const persons = await readReportPersons(tx, report.id);
  const line = await readDispatchLine(tx, dispatch.id);
  const subject = subjectOf(programme, persons, line?.subject_record_id ?? null, dateIn(taipei, report.received_at));
  const members = caseMembers(programme, persons, subject);
  const later: EventDraft[] = [
    ...cameFrom(report, call.now),
    { type: 'caseAccepted', happenedAt: call.now, facts: { unit: dispatch.unitId } },
  ];
  if (input.workerId !== null) {
    const side = (role: 'respondent' | null) =>
      members.filter((member) => (role === 'respondent') === (member.side === 'offender')).map((member) => member.person);
    const conflict = await assignmentConflict(tx, {
      account: input.workerId,
      unit: dispatch.unitId,
      report: report.id,
      subjects: side(null),
      respondents: side('respondent'),
    });
    if (conflict) return fail(conflict);
    later.push({ type: 'workerAssigned', happenedAt: call.now, facts: { worker: input.workerId, unit: dispatch.unitId } });
  }
  const made = await createCase(
    tx,
    {
      programme,
      county: report.county,
      district: report.district ?? '',
      unit: dispatch.unitId,
      band: asBand(dispatch.band),
      report: report.id,
      receivedAt: report.received_at,
      dispatch: dispatch.id,
      sentAt: dispatch.sentAt,
      dispatchedBy: dispatch.sentBy,
      members,
      needs: report.needs,
      grade: line?.grade ?? null,
      class: line?.class ?? null,
      subjectPersonId: subject,
      householdId: null,
      title: caseTitle(programme, persons, subject),
      supervisorId: tx.actor.id,
      demo: report.demo,
      later,
    },
    { now: call.now, ...call.house.time(report.county) },
  );
  return ok({ caseId: made.caseId, number: made.number });
}
