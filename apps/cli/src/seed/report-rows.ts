// The reports of a chunk as the intake, the desk and the receiving units would have written them: the same tables, the same sealing, in bulk.

import { createHash } from 'node:crypto';
import { deskDue } from '@anwang/core/screening';
import { instantFromMs, taipei } from '@anwang/core/time';
import { insertMany, type Row } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { putReporter } from '@anwang/store/vault';
import type { SynthReport } from '@anwang/synth';
import { bandReasonsOf } from './band-reasons.ts';
import { routeOf, suggestionOf } from './desk-views.ts';
import { dispatchClocks, dispatchRow } from './dispatch-rows.ts';
import type { ReportContext } from './report-context.ts';

const at = (ms: number) => instantFromMs(ms);
const RECEIPT_MS = 365 * 86_400_000;

const statusOf = (report: SynthReport): string => {
  const { desk } = report;
  if (desk === null) return 'received';
  const pending = desk.needsReview && desk.reviewedMs === null;
  if (pending) return 'proposed';
  return desk.outcome === 'accept' && desk.lines.length > 0 ? 'dispatched' : 'closedAtDesk';
};

const decidedMs = ({ desk }: SynthReport): number | null => (desk === null ? null : desk.needsReview ? desk.reviewedMs : desk.proposedMs);

const reportRow = (report: SynthReport, context: ReportContext): Row => {
  const status = statusOf(report);
  const decided = status === 'proposed' ? null : decidedMs(report);
  const due = deskDue(context.rules.desk, at(report.receivedMs), report.band, { calendar: context.calendar, zone: taipei });
  return {
    id: report.id,
    number: report.number,
    county: report.county,
    district: report.district,
    channel: report.channel,
    reporter_kind: report.reporterKind,
    mandatory: report.mandatory,
    report_type: 'initial',
    wants_reply: false,
    received_at: at(report.receivedMs),
    occurred_on: report.occurredOn,
    occurred_precision: 'day',
    place_kind: report.placeKind,
    grounds: report.grounds,
    needs: report.needs,
    answers: {
      immediateDanger: report.immediateDanger === null ? 'unknown' : report.immediateDanger ? 'yes' : 'no',
      childrenInHome: report.childrenInHome ? 'yes' : 'no',
    },
    subject_id: report.subjectId,
    status,
    band: report.band,
    band_source: 'rule',
    band_reasons: bandReasonsOf(report),
    triage_due: due.triageDue,
    desk_due: due.deskDue,
    next_due: due.nextDue,
    repeat_of: report.repeatOf,
    prior_reports: report.priorReports,
    pack_version: context.rules.desk.version,
    demo: true,
    version: 1,
    created_by: report.createdBy,
    decided_at: decided === null ? null : at(decided),
    first_dispatched_at: status === 'dispatched' && decided !== null ? at(decided) : null,
    handled_at: decided === null ? null : at(decided),
  };
};

const clockRows = (report: SynthReport, context: ReportContext): Row[] => {
  const due = deskDue(context.rules.desk, at(report.receivedMs), report.band, { calendar: context.calendar, zone: taipei });
  const decided = statusOf(report) === 'proposed' ? null : decidedMs(report);
  const stopped = decided === null ? null : at(decided);
  const started = at(report.receivedMs);
  const clock = (rule: string, due_at: string, dispatch_id: string | null = null, from = started, stop = stopped): Row => ({
    report_id: report.id,
    dispatch_id,
    county: report.county,
    rule,
    started_at: from,
    due_at,
    stopped_at: stop,
    escalated: stop === null && Date.parse(due_at) < context.anchorMs ? 1 : 0,
  });
  return [
    clock('desk-dispatch', due.deskDue),
    clock(`triage-${report.band}`, due.triageDue),
    ...(report.desk?.lines ?? []).flatMap((line) =>
      dispatchClocks(report, line, context).map((c) =>
        clock(c.rule, c.due, c.dispatch, at(c.startedMs), c.stoppedMs === null ? null : at(c.stoppedMs)),
      ),
    ),
  ];
};

const deskRows = (report: SynthReport, context: ReportContext): { proposals: Row[]; lines: Row[]; reviews: Row[]; dispatches: Row[] } => {
  const { desk } = report;
  if (desk === null) return { proposals: [], lines: [], reviews: [], dispatches: [] };
  const base = { report_id: report.id, county: report.county };
  return {
    proposals: [
      {
        id: desk.proposalId,
        ...base,
        round: 1,
        outcome: desk.outcome,
        reason: desk.reason,
        repeat_of: desk.reason === 'duplicate' ? report.repeatOf : null,
        band: report.band,
        band_source: 'rule',
        differs: desk.differs,
        differs_reason: desk.differs ? '依查證結果判斷' : null,
        system_proposal: suggestionOf(report, context, desk.proposedMs),
        evidence: [],
        subject_id: report.subjectId,
        proposed_by: desk.proposedBy,
        proposed_at: at(desk.proposedMs),
        needs_review: desk.needsReview,
        review_rule: desk.reviewRule,
      },
    ],
    lines: desk.lines.map((line) => ({
      id: line.lineId,
      proposal_id: desk.proposalId,
      ...base,
      programme: line.programme,
      urgency: line.urgency,
      grade: line.grade,
      class: line.class,
      unit_id: line.unit,
      proposed_unit_id: line.unit,
      route_explanation: routeOf(context, line.programme, report.district),
      subject_person_id: line.subject.truth,
      subject_record_id: line.subject.recordId,
    })),
    reviews:
      desk.reviewedMs === null || desk.reviewedBy === null
        ? []
        : [
            {
              id: desk.reviewId,
              proposal_id: desk.proposalId,
              ...base,
              decision: 'confirmed',
              reviewed_by: desk.reviewedBy,
              reviewed_at: at(desk.reviewedMs),
            },
          ],
    dispatches: desk.lines.flatMap((line) => dispatchRow(report, line, desk.reviewedBy ?? desk.proposedBy, context)),
  };
};

/** Reports with texts, source rows of the people named, receipts, clocks and what the desk decided. Cases come after them and mark the dispatches they came of. */
export const writeReports = async (tx: Tx, reports: readonly SynthReport[], context: ReportContext): Promise<void> => {
  await insertMany(
    tx,
    'intake.report',
    reports.map((r) => reportRow(r, context)),
  );
  await tx.keys.prepare(
    reports.map((r) => r.subjectId),
    'report',
  );
  await insertMany(
    tx,
    'intake.report_text',
    await Promise.all(
      reports.map(async (r) => ({
        report_id: r.id,
        part: 'narrative',
        county: r.county,
        subject_id: r.subjectId,
        sealed: await tx.keys.seal(r.subjectId, 'report', r.narrative),
        evidence: [],
      })),
    ),
  );
  const persons = reports.flatMap((report) => report.persons.map((person, position) => ({ report, person, position })));
  await tx.keys.prepare(
    persons.map(({ person }) => person.subjectId),
    'record',
  );
  await insertMany(
    tx,
    'people.record',
    await Promise.all(
      persons.map(async ({ report, person }) => ({
        id: person.recordId,
        source: 'report',
        source_key: `${report.id}/${person.recordId}`,
        county: report.county,
        subject_id: person.subjectId,
        sealed: await tx.keys.seal(
          person.subjectId,
          'record',
          JSON.stringify({ ...person.given, ageApproximate: null, school: null, contactsHidden: false }),
        ),
        received_at: at(report.receivedMs),
      })),
    ),
  );
  await insertMany(
    tx,
    'intake.report_person',
    persons.map(({ report, person, position }) => ({
      id: person.id,
      report_id: report.id,
      county: report.county,
      role: person.role,
      record_id: person.recordId,
      relation_to_subject: person.relation,
      position,
    })),
  );
  await insertMany(
    tx,
    'intake.receipt',
    reports.map((r) => ({
      report_id: r.id,
      number: `${r.county}-${r.number}`,
      code_hash: createHash('sha256').update(`demo ${r.id}`).digest(),
      created_at: at(r.receivedMs),
      expires_at: at(r.receivedMs + RECEIPT_MS),
      failed: 0,
    })),
  );
  // Whoever reports in person leaves a name; an agency is known by its kind alone.
  for (const r of reports.filter((one) => one.reporterKind === 'citizen' || one.reporterKind === 'villageChief'))
    await putReporter(tx, {
      reportId: r.id,
      county: r.county,
      subjectId: r.subjectId,
      identity: { name: '示範通報人', phone: `0900${r.number.slice(-4)}00`, email: null, organisation: null, relation: null },
    });
  const desk = reports.map((r) => deskRows(r, context));
  await insertMany(
    tx,
    'intake.proposal',
    desk.flatMap((d) => d.proposals),
  );
  await insertMany(
    tx,
    'intake.proposal_line',
    desk.flatMap((d) => d.lines),
  );
  await insertMany(
    tx,
    'intake.review',
    desk.flatMap((d) => d.reviews),
  );
  await insertMany(
    tx,
    'intake.dispatch',
    desk.flatMap((d) => d.dispatches),
  );
  await insertMany(
    tx,
    'intake.clock',
    reports.flatMap((r) => clockRows(r, context)).map((row, i) => ({ id: clockId(reports[0]?.id ?? '', i), ...row })),
  );
};

const clockId = (base: string, n: number): string =>
  `${base.slice(0, 19)}8${base.slice(20, 24)}${createHash('sha256').update(`${base} ${n}`).digest('hex').slice(0, 12)}`;
