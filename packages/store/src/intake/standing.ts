// Where a report stands now, in codes and names of officers: the other side of a conflict. Nothing of the people it speaks of.
import type { Instant } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';

export type Standing = {
  readonly status: string;
  readonly band: string;
  readonly version: number;
  readonly proposal: {
    readonly outcome: string;
    readonly reason: string | null;
    readonly band: string;
    readonly by: string;
    readonly at: Instant;
    readonly programmes: readonly string[];
  } | null;
  readonly review: { readonly decision: string; readonly reason: string | null; readonly by: string; readonly at: Instant } | null;
};

/** The newest proposal and review with who made them. */
export async function readStanding(tx: Tx, reportId: string): Promise<Standing | null> {
  const report = await tx.selectFrom('intake.report').select(['status', 'band', 'version']).where('id', '=', reportId).executeTakeFirst();
  if (!report) return null;
  const proposal = await tx
    .selectFrom('intake.proposal as p')
    .innerJoin('org.account as a', 'a.id', 'p.proposed_by')
    .select(['p.id', 'p.outcome', 'p.reason', 'p.band', 'a.name', 'p.proposed_at'])
    .where('p.report_id', '=', reportId)
    .orderBy('p.round', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!proposal) return { ...report, proposal: null, review: null };
  const lines = await tx.selectFrom('intake.proposal_line').select('programme').where('proposal_id', '=', proposal.id).execute();
  const review = await tx
    .selectFrom('intake.review as r')
    .innerJoin('org.account as a', 'a.id', 'r.reviewed_by')
    .select(['r.decision', 'r.reason', 'a.name', 'r.reviewed_at'])
    .where('r.proposal_id', '=', proposal.id)
    .executeTakeFirst();
  return {
    ...report,
    proposal: {
      outcome: proposal.outcome,
      reason: proposal.reason,
      band: proposal.band,
      by: proposal.name,
      at: proposal.proposed_at,
      programmes: lines.map((line) => line.programme),
    },
    review: review ? { decision: review.decision, reason: review.reason, by: review.name, at: review.reviewed_at } : null,
  };
}
