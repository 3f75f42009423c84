// Writes the proposal of the first officer with its lines, and moves the report on in the queue.
import { ok, type Result } from '@anwang/core/lang';
import { msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { DecisionLine, Proposal } from './decision.ts';
import { type LockedReport, lockReport } from './lock-report.ts';
import { newId } from './new-id.ts';

export type WrittenProposal = {
  readonly proposalId: string;
  readonly lineIds: readonly string[];
  readonly report: LockedReport;
  readonly version: number;
};

/** Writes it on a report that nobody has decided meanwhile; the triage clock stops. */
export async function writeProposal(tx: Tx, proposal: Proposal): Promise<Result<WrittenProposal>> {
  const yours = {
    outcome: proposal.outcome,
    reason: proposal.reason,
    band: proposal.band,
    programmes: proposal.lines.map((line) => line.programme),
  };
  const locked = await lockReport(tx, {
    reportId: proposal.reportId,
    version: proposal.version,
    states: ['received', 'screening', 'returned'],
    yours,
  });
  if (!locked.ok) return locked;
  const report = locked.value;
  const proposalId = newId(msOf(proposal.at));
  const rounds = await tx
    .selectFrom('intake.proposal')
    .select((on) => on.fn.max('round').as('round'))
    .where('report_id', '=', report.id)
    .executeTakeFirst();
  await tx
    .insertInto('intake.proposal')
    .values({
      id: proposalId,
      report_id: report.id,
      county: report.county,
      round: Number(rounds?.round ?? 0) + 1,
      outcome: proposal.outcome,
      reason: proposal.reason,
      to_county: proposal.handOn?.county ?? null,
      repeat_of: proposal.restsOn?.kind === 'report' ? proposal.restsOn.id : null,
      serving_case: proposal.restsOn?.kind === 'case' ? proposal.restsOn.id : null,
      band: proposal.band,
      band_source: proposal.bandSource,
      system_proposal: JSON.stringify(proposal.systemProposal),
      differs: proposal.differsReason !== null,
      differs_reason: proposal.differsReason,
      evidence: JSON.stringify(proposal.evidence),
      note_sealed: proposal.note === null ? null : await tx.keys.seal(report.subject_id, 'report', proposal.note),
      subject_id: report.subject_id,
      proposed_by: tx.actor.id,
      proposed_at: proposal.at,
      needs_review: proposal.needsReview,
      review_rule: proposal.reviewRule,
    })
    .execute();
  const lineIds = await writeLines(tx, {
    reportId: report.id,
    county: report.county,
    proposalId,
    lines: proposal.lines,
    atMs: msOf(proposal.at),
  });
  await tx
    .updateTable('intake.report')
    .set({
      status: 'proposed',
      band: proposal.band,
      band_source: proposal.bandSource,
      next_due: sql`desk_due`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', report.id)
    .execute();
  await tx
    .updateTable('intake.clock')
    .set({ stopped_at: proposal.at })
    .where('report_id', '=', report.id)
    .where('rule', 'like', 'triage-%')
    .where('stopped_at', 'is', null)
    .execute();
  tx.audit({
    action: 'report.screen',
    ids: [report.id, proposalId],
    county: report.county,
    detail: { outcome: proposal.outcome, band: proposal.band, differs: proposal.differsReason !== null },
  });
  return ok({ proposalId, lineIds, report, version: report.version + 1 });
}

type Lines = {
  readonly reportId: string;
  readonly county: string;
  readonly proposalId: string;
  readonly lines: readonly DecisionLine[];
  readonly atMs: number;
};

/** Writes the lines of a proposal; also used when a reviewer changes them. */
export async function writeLines(tx: Tx, { reportId, county, proposalId, lines, atMs }: Lines): Promise<string[]> {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => ({
    id: newId(atMs),
    proposal_id: proposalId,
    report_id: reportId,
    county,
    programme: line.programme,
    urgency: line.urgency,
    grade: line.grade,
    class: line.class,
    unit_id: line.unitId,
    proposed_unit_id: line.proposedUnitId,
    route_explanation: JSON.stringify(line.routeExplanation ?? null),
    subject_person_id: null,
    subject_record_id:
      line.subjectPersonId === null ? null : sql<string>`(select record_id from intake.report_person where id = ${line.subjectPersonId})`,
  }));
  await tx.insertInto('intake.proposal_line').values(rows).execute();
  return rows.map((row) => row.id);
}
