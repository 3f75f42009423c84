// What officers made of the findings of a narrative: the latest decision on each concept stands, the earlier ones stay on record.
import type { FindingConcept } from '@anwang/core/narrative';
import type { Instant } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';

export type EvidenceDecision = { readonly decision: 'confirmed' | 'rejected'; readonly by: string; readonly at: Instant };

/** By `set code`. */
export async function readEvidenceDecisions(tx: Tx, reportId: string): Promise<ReadonlyMap<string, EvidenceDecision>> {
  const rows = await tx
    .selectFrom('intake.evidence_decision as d')
    .innerJoin('org.account as a', 'a.id', 'd.decided_by')
    .select(['d.concept_set', 'd.code', 'd.decision', 'd.decided_at', 'a.name'])
    .where('d.report_id', '=', reportId)
    .orderBy('d.decided_at')
    .orderBy('d.id')
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.concept_set} ${row.code}`,
      { decision: row.decision === 'confirmed' ? 'confirmed' : 'rejected', by: row.name, at: row.decided_at },
    ]),
  );
}

/** Writes a decision. The caller holds the lock of the report. */
export async function decideEvidence(
  tx: Tx,
  report: { readonly id: string; readonly county: string },
  concept: FindingConcept,
  decision: EvidenceDecision['decision'],
  lexicon: string,
): Promise<void> {
  await tx
    .insertInto('intake.evidence_decision')
    .values({
      report_id: report.id,
      county: report.county,
      concept_set: concept.set,
      code: concept.code,
      decision,
      lexicon,
      decided_by: tx.actor.id,
    })
    .execute();
  tx.audit({
    action: 'report.evidence',
    ids: [report.id],
    county: report.county,
    detail: { set: concept.set, code: concept.code, decision, lexicon },
  });
}
