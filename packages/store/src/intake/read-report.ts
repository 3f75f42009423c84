// One report with everything the desk keeps on it, opened: narrative, persons, additions, proposal and dispatches. What the actor may not see does not come.
import { withLearned } from '@anwang/core/screening';
import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import { readLearned } from './learned-facts.ts';
import type { SealedPerson } from './new-report.ts';

/** The row of a report with its place in words; null when it does not exist or is out of reach. */
export async function readReportRow(tx: Tx, reportId: string) {
  const [row] = await reportRow(tx, { reportId });
  if (row === undefined) return undefined;
  const nameOf = await tx.names.read(tx, { district: [row.district] });
  return { ...row, district_name: nameOf('district', row.district) };
}

type OfReport = { readonly reportId: string };
const reportRow = prepared((db, place: Placing<OfReport>) =>
  db.selectFrom('intake.report').selectAll().where('id', '=', place('reportId')),
);

/** The free texts of a report by part; a part whose key was destroyed is left out. */
export async function readReportTexts(tx: Tx, reportId: string) {
  const rows = await tx.selectFrom('intake.report_text').select(['part', 'sealed', 'evidence']).where('report_id', '=', reportId).execute();
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  return new Map(rows.flatMap((row, at) => (clear[at] ? [[row.part, { text: clear[at].toString('utf8'), evidence: row.evidence }]] : [])));
}

const personRows = prepared((db, place: Placing<OfReport>) =>
  db
    .selectFrom('intake.report_person as rp')
    .innerJoin('people.record as c', 'c.id', 'rp.record_id')
    .leftJoin('intake.report_home as h', 'h.report_person_id', 'rp.id')
    .select([
      'rp.id',
      'rp.role',
      'rp.person_id',
      'rp.relation_to_subject',
      'h.lives',
      'rp.whereabouts',
      'rp.record_id',
      'c.sealed',
      'c.subject_id',
    ])
    .select(
      sql<number>`(select count(*)::int from people.link l where l.record_id = rp.record_id and l.state = 'candidate')`.as('candidates'),
    )
    // Whoever the index knows by this very report has not been found in it.
    .select(
      sql<boolean>`exists (select from people.link l where l.record_id = rp.record_id and l.state = 'confirmed' and l.basis = 'founding')`.as(
        'founded',
      ),
    )
    .where('rp.report_id', '=', place('reportId'))
    .orderBy('rp.position'),
);

/**
 * The persons and whom they were linked to: `reported` as they came, `given` with what the desk learned of them since (`learned`).
 */
export async function readReportPersons(tx: Tx, reportId: string) {
  const [rows, facts] = await Promise.all([personRows(tx, { reportId }), readLearned(tx, reportId)]);
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  return rows.map(({ sealed: _sealed, ...row }, at) => {
    const bytes = clear[at];
    const reported: SealedPerson | null = bytes ? JSON.parse(bytes.toString('utf8')) : null;
    const learned = facts.filter((fact) => fact.recordId === row.record_id);
    return { ...row, reported, learned, given: reported === null ? null : withLearned(reported, learned) };
  });
}

/** The report that a source row came with; null for a row of another source. */
export async function reportOfRecord(tx: Tx, recordId: string): Promise<string | null> {
  const row = await tx.selectFrom('intake.report_person').select('report_id').where('record_id', '=', recordId).executeTakeFirst();
  return row?.report_id ?? null;
}

/** Additions, oldest first. */
export async function readAdditions(tx: Tx, reportId: string) {
  const rows = await tx
    .selectFrom('intake.addition')
    .select(['id', 'origin', 'sealed', 'raised_band', 'received_at', 'read_at'])
    .where('report_id', '=', reportId)
    .orderBy('received_at')
    .execute();
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  return rows.map(({ sealed: _sealed, ...row }, at) => ({ ...row, text: clear[at]?.toString('utf8') ?? '' }));
}

/** The newest proposal with lines and review; null when there is none. */
export async function readProposal(tx: Tx, reportId: string) {
  const proposal = await tx
    .selectFrom('intake.proposal as p')
    .innerJoin('org.account as a', 'a.id', 'p.proposed_by')
    .leftJoin('intake.report as f', 'f.id', 'p.repeat_of')
    .leftJoin('casework.case as c', 'c.id', 'p.serving_case')
    .selectAll('p')
    .select(['a.name as proposer_name', 'f.number as repeat_number', 'c.number as serving_number'])
    .where('p.report_id', '=', reportId)
    .orderBy('p.round', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!proposal) return null;
  const lines = await tx
    .selectFrom('intake.proposal_line as l')
    .innerJoin('org.unit as u', 'u.id', 'l.unit_id')
    .leftJoin('intake.report_person as rp', (join) =>
      join.onRef('rp.record_id', '=', 'l.subject_record_id').onRef('rp.report_id', '=', 'l.report_id'),
    )
    .selectAll('l')
    .select(['u.name_zh as unit_name', 'rp.id as report_person_id'])
    .where('l.proposal_id', '=', proposal.id)
    .orderBy('l.id')
    .execute();
  const review = await tx
    .selectFrom('intake.review as r')
    .innerJoin('org.account as a', 'a.id', 'r.reviewed_by')
    .select(['r.decision', 'r.reason', 'r.changes', 'a.name', 'r.reviewed_at'])
    .where('r.proposal_id', '=', proposal.id)
    .executeTakeFirst();
  const note = proposal.note_sealed ? (await tx.keys.openMany([proposal.note_sealed]))[0] : null;
  return { proposal, note: note?.toString('utf8') ?? null, lines, review: review ?? null };
}

/** Where the report was sent and how it went. */
export async function readDispatches(tx: Tx, reportId: string) {
  return await tx
    .selectFrom('intake.dispatch as d')
    .innerJoin('org.unit as u', 'u.id', 'd.unit_id')
    .select([
      'd.id',
      'd.programme',
      'd.unit_id',
      'u.name_zh as unit_name',
      'd.status',
      'd.sent_at',
      'd.accept_due',
      'd.case_id',
      'd.version',
    ])
    .where('d.report_id', '=', reportId)
    .orderBy('d.sent_at')
    .execute();
}

/** The clocks of a report, those of its dispatches included. */
export async function readReportClocks(tx: Tx, reportId: string) {
  return await tx
    .selectFrom('intake.clock')
    .select(['rule', 'started_at', 'due_at', 'stopped_at', 'dispatch_id'])
    .where('report_id', '=', reportId)
    .orderBy('started_at')
    .execute();
}
