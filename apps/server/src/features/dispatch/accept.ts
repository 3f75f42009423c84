// The unit takes the case: a new one with its members as the report names them, or an open one of the same programme to which the report is added.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { findProgramme, programmeFor } from '@anwang/packs';
import { appendEvents, assignmentConflict, createCase, type EventDraft, lockCase } from '@anwang/store/casework';
import { isRelative, lockDispatch, markAccepted, readDispatchLine, readReportPersons, readReportRow } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { takeTransfer } from '../../desk/answer-transfer.ts';
import { handedFrom } from '../../desk/handed-view.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { caseMembers, caseTitle, subjectOf } from './case-members.ts';
import { waitsForUnit } from './dispatch-view.ts';

type Input = InputOf<'dispatch', 'accept'>;
type Accepted = OutputOf<'dispatch', 'accept'>;
type Row = NonNullable<Awaited<ReturnType<typeof readReportRow>>>;

/** Under the row lock of the dispatch: of two who accept at once the second gets the conflict. */
export async function accept(input: Input, tx: Tx, call: Call): Promise<Result<Accepted>> {
  const locked = await lockDispatch(tx, {
    dispatchId: input.dispatchId,
    version: input.version,
    states: waitsForUnit,
    yours: { status: 'accepted', workerId: input.workerId },
  });
  if (!locked.ok) return locked;
  const row = locked.value;
  const report = await readReportRow(tx, row.report_id);
  const programme = programmeFor(row.programme, row.county);
  if (!report || !programme) return fail({ code: 'notFound', kind: 'dispatch', id: input.dispatchId });
  if (await isRelative(tx, tx.actor.id, report.id)) return fail({ code: 'conflictOfInterest', reason: 'relative' });
  const dispatch = { id: row.id, unitId: row.unit_id, band: row.band, sentAt: row.sent_at };
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

type Ground = {
  readonly report: Row;
  readonly programme: Programme;
  readonly dispatch: { id: string; unitId: string; band: string; sentAt: Row['received_at'] };
};
/** Said in the case that goes on from one of another county. */
function cameFrom(report: Row, happenedAt: Call['now']): EventDraft[] {
  const from = handedFrom(report.handed_from);
  if (from?.programme == null) return [];
  return [{ type: 'caseTakenOver', happenedAt, facts: { report: report.id, county: from.county, number: from.number } }];
}

type Made = Result<{ caseId: string; number: string }>;

async function newCase(tx: Tx, call: Call, input: Input, { report, programme, dispatch }: Ground): Promise<Made> {
  const persons = await readReportPersons(tx, report.id);
  const line = await readDispatchLine(tx, dispatch.id);
  const subject = subjectOf(persons, line?.subject_record_id ?? null);
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

/** Adds the report to an open case of the same programme and unit. */
async function joinCase(tx: Tx, call: Call, caseId: string, { report, programme, dispatch }: Ground): Promise<Made> {
  const context = { now: call.now, ...call.house.time(report.county) };
  const locked = await lockCase(tx, caseId, findProgramme, context);
  if (!locked.ok) return locked;
  const { state } = locked.value.projection;
  if (locked.value.programme.id !== programme.id || state.unit !== dispatch.unitId || state.closedAt !== null)
    return fail({ code: 'invalidInput', fields: [{ path: 'joinCaseId', reason: 'notAllowed' }] });
  const done = await appendEvents(
    tx,
    locked.value,
    [
      ...cameFrom(report, call.now),
      {
        type: 'reportLinked',
        happenedAt: call.now,
        facts: { report: report.id, band: asBand(dispatch.band), receivedAt: report.received_at },
      },
    ],
    context,
    { action: 'case.accept' },
  );
  return ok({ caseId, number: done.projection.state.number });
}
