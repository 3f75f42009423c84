// Takes in a report: number, receipt, sealed narrative and persons, reporter to the vault, clocks. Nothing is matched here.
import { addHours, type Instant, msOf } from '@anwang/core/time';
import { sendMany } from '../people/insert-many.ts';
import type { Tx } from '../session/index.ts';
import { putReporter } from '../vault/index.ts';
import { newId } from './new-id.ts';
import type { NewReport, NewReportPerson, SealedPerson } from './new-report.ts';
import { nextReportNumber } from './next-number.ts';
import { hashReceiptCode } from './receipt-code.ts';

export type FiledPerson = {
  readonly reportPersonId: string;
  readonly recordId: string;
  readonly subjectId: string;
  readonly given: NewReportPerson;
};
export type FiledReport = {
  readonly id: string;
  readonly number: string;
  /** Receipt number and code; the code is known to nobody after this. */
  readonly receipt: string;
  readonly code: string;
  readonly receivedAt: Instant;
  readonly persons: readonly FiledPerson[];
};

/** A receipt can be asked for this long. */
const receiptDays = 365;

/**
 * Writes a report with everything that belongs to it. The session's actor is the public, a hotline operator or an officer.
 * @param code of the receipt; only its hash is written
 */
export async function fileReport(tx: Tx, report: NewReport, code: string): Promise<FiledReport> {
  const at = msOf(report.receivedAt);
  const id = newId(at);
  const subjectId = newId(at);
  const persons = report.persons.map((given) => ({ reportPersonId: newId(at), recordId: newId(at), subjectId: newId(at), given }));
  tx.keys.begin([subjectId], 'report');
  tx.keys.begin(
    persons.map((person) => person.subjectId),
    'record',
  );
  const texts = await textRows(tx, report, id, subjectId);
  const records = await recordRows(tx, report, id, persons);
  // The number comes last before the rows: whoever files at the same moment waits for this transaction from here on.
  const number = await nextReportNumber(tx, report.county, report.receivedAt);
  const receipt = `${report.county}-${number}`;
  const expires = addHours(report.receivedAt, receiptDays * 24);
  const clock = { report_id: id, county: report.county, started_at: report.receivedAt };
  // In this order: what the rest refers to comes first.
  sendMany(tx, 'intake.report', [reportRow(report, { id, number, subjectId })]);
  sendMany(tx, 'people.record', records);
  sendMany(tx, 'intake.report_text', texts);
  sendMany(tx, 'intake.report_person', personRows(report, id, persons));
  sendMany(tx, 'intake.report_home', homeRows(report, id, persons));
  sendMany(tx, 'intake.receipt', [{ report_id: id, number: receipt, code_hash: hashReceiptCode(code), expires_at: expires }]);
  sendMany(tx, 'intake.clock', [
    { ...clock, rule: 'desk-dispatch', due_at: report.deskDue },
    { ...clock, rule: `triage-${report.band}`, due_at: report.triageDue },
  ]);
  if (Object.values(report.reporter).some((value) => value !== null))
    await putReporter(tx, { reportId: id, county: report.county, subjectId, identity: report.reporter });
  tx.audit({
    action: 'report.create',
    ids: [id],
    count: 1,
    county: report.county,
    detail: { channel: report.channel, persons: persons.length },
  });
  return { id, number, receipt, code, receivedAt: report.receivedAt, persons };
}

function reportRow(report: NewReport, made: { id: string; number: string; subjectId: string }) {
  return {
    id: made.id,
    number: made.number,
    subject_id: made.subjectId,
    county: report.county,
    district: report.district,
    channel: report.channel,
    reporter_kind: report.reporterKind,
    mandatory: report.mandatory,
    report_type: report.reportType,
    wants_reply: report.wantsReply,
    received_at: report.receivedAt,
    occurred_on: report.occurredOn,
    occurred_precision: report.occurredPrecision,
    place_kind: report.placeKind,
    grounds: [...report.grounds],
    needs: [...report.needs],
    answers: report.answers,
    band: report.band,
    band_source: 'rule',
    band_reasons: [...report.bandReasons],
    triage_due: report.triageDue,
    desk_due: report.deskDue,
    next_due: [report.triageDue, report.deskDue].sort()[0] ?? report.deskDue,
    pack_version: report.packVersion,
    demo: report.demo,
    created_by: report.createdBy,
  };
}

async function textRows(tx: Tx, report: NewReport, reportId: string, subjectId: string) {
  const parts: [string, string | null][] = [
    ['narrative', report.narrative],
    ['place', report.place],
    ['situation', report.situation],
  ];
  const rows = [];
  for (const [part, clear] of parts) {
    if (clear === null) continue;
    const sealed = await tx.keys.seal(subjectId, 'report', clear);
    rows.push({ report_id: reportId, part, county: report.county, subject_id: subjectId, sealed });
  }
  return rows;
}

async function recordRows(tx: Tx, report: NewReport, reportId: string, persons: readonly FiledPerson[]) {
  const rows = [];
  for (const { recordId, subjectId, given } of persons)
    rows.push({
      id: recordId,
      source: 'report',
      source_key: `${reportId}/${recordId}`,
      county: report.county,
      subject_id: subjectId,
      sealed: await tx.keys.seal(subjectId, 'record', JSON.stringify(sealedPart(given))),
      received_at: report.receivedAt,
    });
  return rows;
}

function personRows(report: NewReport, reportId: string, persons: readonly FiledPerson[]) {
  return persons.map(({ reportPersonId, recordId, given }, position) => ({
    id: reportPersonId,
    report_id: reportId,
    county: report.county,
    role: given.role,
    record_id: recordId,
    relation_to_subject: given.relationToSubject,
    whereabouts: given.whereabouts,
    position,
  }));
}

const homeRows = (report: NewReport, reportId: string, persons: readonly FiledPerson[]) =>
  persons
    .filter(({ given }) => given.livesWithSubject !== 'unknown')
    .map(({ reportPersonId, given }) => ({
      report_person_id: reportPersonId,
      report_id: reportId,
      county: report.county,
      lives: given.livesWithSubject === 'yes',
    }));

function sealedPart(given: NewReportPerson): SealedPerson {
  const { role: _role, relationToSubject: _relation, livesWithSubject: _lives, whereabouts: _where, sex, ...rest } = given;
  return { ...rest, sex: sex === 'unknown' ? null : sex };
}
