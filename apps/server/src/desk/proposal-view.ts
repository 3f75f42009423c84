// The proposal of the first officer with its lines and the review, as both officers see it.
import type { OutputOf } from '@anwang/contract';
import type { Rests, readProposal } from '@anwang/store/intake';
import type { House } from '../house.ts';
import { asRoute, asSuggestion, type SuggestionView } from './suggest.ts';
import { asBand, asBandSource, asOutcome, asUrgency } from './words-of-rows.ts';

type Stored = Awaited<ReturnType<typeof readProposal>>;
type View = OutputOf<'screening', 'report'>['proposal'];

/** What a proposal rests on, as it is stored. */
export const restsOnOf = (proposal: { readonly repeat_of: string | null; readonly serving_case: string | null }): Rests | null =>
  proposal.repeat_of !== null
    ? { kind: 'report', id: proposal.repeat_of }
    : proposal.serving_case !== null
      ? { kind: 'case', id: proposal.serving_case }
      : null;

const withNumber = (rests: Rests | null, numbers: { repeat_number: string | null; serving_number: string | null }) =>
  rests && { ...rests, number: rests.kind === 'report' ? numbers.repeat_number : numbers.serving_number };

/** Null where nothing was proposed. What the system had proposed is shown as it was then. */
export function proposalView(house: House, stored: Stored, now: SuggestionView): View {
  if (stored === null) return null;
  const { proposal, lines, review } = stored;
  return {
    id: proposal.id,
    round: proposal.round,
    outcome: asOutcome(proposal.outcome),
    reason: proposal.reason,
    toCounty: proposal.to_county,
    restsOn: withNumber(restsOnOf(proposal), proposal),
    band: asBand(proposal.band),
    bandSource: asBandSource(proposal.band_source),
    differs: proposal.differs,
    differsReason: proposal.differs_reason,
    note: stored.note,
    proposedBy: { id: proposal.proposed_by, name: proposal.proposer_name },
    proposedAt: proposal.proposed_at,
    needsReview: proposal.needs_review,
    reviewRule: { code: proposal.review_rule, label: house.packs.reviewRule(proposal.county, proposal.review_rule) },
    suggestion: asSuggestion(proposal.system_proposal) ?? now,
    lines: lines.map((line) => ({
      id: line.id,
      programme: line.programme,
      programmeLabel: house.packs.programmeLabel(line.programme),
      urgency: asUrgency(line.urgency),
      grade: line.grade,
      class: line.class,
      unitId: line.unit_id,
      unitName: line.unit_name,
      proposedUnitId: line.proposed_unit_id,
      route: asRoute(line.route_explanation),
      subjectPersonId: line.report_person_id,
    })),
    review: review
      ? {
          decision: review.decision as 'confirmed' | 'changed' | 'sentBack',
          reason: review.reason,
          by: review.name,
          at: review.reviewed_at,
        }
      : null,
  };
}
