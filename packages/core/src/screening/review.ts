// Must a second person look at a proposal, and by which rule? Always for not accepting, for information only and for not dispatching; otherwise by rule.
// Domain 04 §4.2: the desk never decides alone on non-dispatch. The first three grounds are built in: no desk data can switch them off.

import type { Label } from '../lang/label.ts';
import type { FactKinds } from '../rules/check.ts';
import type { Facts } from '../rules/condition.ts';
import { evaluate, type RuleContext } from '../rules/evaluate.ts';
import type { Desk, DeskOutcome, RiskBand } from './desk.ts';

/** What a proposal says, as far as review rules ask. */
export type ProposalFacts = {
  readonly outcome: DeskOutcome;
  readonly band: RiskBand;
  readonly programmes: readonly string[];
  readonly grades: readonly string[];
  /** The officer's choice differs from what the rules proposed. */
  readonly differs: boolean;
  readonly otherCounty: boolean | null;
  readonly priorReports: number;
};

/** Kinds of the facts review rules may ask for. */
export const proposalFactKinds: FactKinds = {
  outcome: 'code',
  band: 'code',
  programmes: 'codes',
  grades: 'codes',
  differs: 'boolean',
  otherCounty: 'boolean',
  priorReports: 'number',
};

/** Whether a second person is needed and which rule says so. */
export type ReviewNeed = { readonly required: boolean; readonly rule: { readonly code: string; readonly label: Label } };

/** Reads the rules of second review; the first that holds is named. Unknown facts count as "look again". */
export function reviewNeed(desk: Desk, proposal: ProposalFacts, context: RuleContext): ReviewNeed {
  if (proposal.outcome === 'notAccepted')
    return { required: true, rule: { code: 'not-accepted', label: { zh: '不受理一律複核', en: 'Not accepting is always reviewed' } } };
  if (proposal.outcome === 'informationOnly')
    return {
      required: true,
      rule: { code: 'information-only', label: { zh: '僅資訊提供一律複核', en: 'Information only is always reviewed' } },
    };
  if (proposal.programmes.length === 0)
    return { required: true, rule: { code: 'no-dispatch', label: { zh: '不派案一律複核', en: 'Not dispatching is always reviewed' } } };
  const facts: Facts = { ...proposal };
  const rule = desk.review.find((candidate) => evaluate(candidate.when, facts, context) !== false);
  if (rule !== undefined) return { required: true, rule: { code: rule.id, label: rule.label } };
  return { required: false, rule: { code: 'none', label: { zh: '無須複核', en: 'No second review needed' } } };
}

/** Why somebody may not review a proposal; null if they may. */
export function reviewerBarred(reviewer: string, proposedBy: string, relatives: readonly string[]): 'ownProposal' | 'relative' | null {
  if (reviewer === proposedBy) return 'ownProposal';
  return relatives.includes(reviewer) ? 'relative' : null;
}
