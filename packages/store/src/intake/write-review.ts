// The second person's decision on a proposal: confirmed, changed or sent back. The database holds one review per proposal; the row lock says who was first.
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { concludeReport } from './conclude-report.ts';
import type { Decision } from './decision.ts';
import { type LockedReport, lockReport } from './lock-report.ts';
import { newId } from './new-id.ts';
import { writeLines } from './write-proposal.ts';

export type Review = {
  readonly reportId: string;
  readonly proposalId: string;
  readonly version: number;
  readonly decision: 'confirmed' | 'changed' | 'sentBack';
  readonly reason: string | null;
  /** What stands after the review; null when sent back. */
  readonly standing: Decision | null;
  readonly at: Instant;
};

/** Writes the review and concludes the report, or gives it back to the desk. */
export async function writeReview(tx: Tx, review: Review): Promise<Result<{ version: number; dispatchIds: string[] }>> {
  const yours = { decision: review.decision, reason: review.reason, outcome: review.standing?.outcome ?? null };
  const locked = await lockReport(tx, { reportId: review.reportId, version: review.version, states: ['proposed'], yours });
  if (!locked.ok) return locked;
  const report = locked.value;
  const proposal = await tx
    .selectFrom('intake.proposal')
    .select(['id', 'proposed_by'])
    .where('report_id', '=', report.id)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!proposal || proposal.id !== review.proposalId) return fail({ code: 'proposalMissing', reportId: report.id });
  if (proposal.proposed_by === tx.actor.id) return fail({ code: 'reviewerIsProposer' });

  await tx
    .insertInto('intake.review')
    .values({
      id: newId(msOf(review.at)),
      proposal_id: proposal.id,
      report_id: report.id,
      county: report.county,
      decision: review.decision,
      reason: review.reason,
      changes: review.decision === 'changed' ? JSON.stringify(review.standing) : null,
      reviewed_by: tx.actor.id,
      reviewed_at: review.at,
    })
    .execute();
  tx.audit({ action: 'report.review', ids: [report.id, proposal.id], county: report.county, detail: { decision: review.decision } });
  if (review.standing === null) return ok({ version: await sendBack(tx, report), dispatchIds: [] });
  const lineIds =
    review.decision === 'changed'
      ? await writeLines(tx, {
          reportId: report.id,
          county: report.county,
          proposalId: proposal.id,
          lines: review.standing.lines,
          atMs: msOf(review.at),
        })
      : await standingLines(tx, proposal.id, review.standing);
  const dispatchIds = await concludeReport(tx, { report, decision: review.standing, lineIds, at: review.at });
  return ok({ version: report.version + 1, dispatchIds });
}

async function sendBack(tx: Tx, report: LockedReport): Promise<number> {
  await tx
    .updateTable('intake.report')
    .set({ status: 'returned', version: sql<number>`version + 1` })
    .where('id', '=', report.id)
    .execute();
  return report.version + 1;
}

/** Ids of the proposed lines in the order of the decision's lines. */
async function standingLines(tx: Tx, proposalId: string, standing: Decision): Promise<string[]> {
  const rows = await tx
    .selectFrom('intake.proposal_line')
    .select(['id', 'programme', 'unit_id'])
    .where('proposal_id', '=', proposalId)
    .orderBy('id')
    .execute();
  return standing.lines.flatMap((line) => rows.find((row) => row.programme === line.programme && row.unit_id === line.unitId)?.id ?? []);
}
