// What does the desk make of a report? Triage proposes by its own rules; officer A mostly agrees, officer B reviews where a second person is due;
// the times follow the band, and a few per cent come too late, so that the indicator has something to show.

import { reviewNeed, type Suggestion } from '@anwang/core/screening';
import { instantFromMs, taipei } from '@anwang/core/time';
import type { Chance } from '../chance/index.ts';
import type { Incident } from '../incidents/index.ts';
import type { SynthAccount } from '../org/index.ts';
import type { WorldRules } from '../world/rules.ts';
import type { Band, SynthDesk } from './report.ts';

const HOUR = 3_600_000;
/** Mean hours to the proposal, and from there to the review. */
const PACE: Record<Band, readonly [number, number]> = { extreme: [0.3, 0.2], high: [1.6, 0.8], medium: [4.5, 2], low: [8, 3.2] };
const LATE = 0.025;
const REFUSED = ['noHarm', 'insufficient', 'otherCounty', 'alreadyHandled'] as const;

const programmeOf: Partial<Record<Incident['kind'], string>> = {
  partner: 'intimate-partner-violence',
  child: 'child-protection',
  family: 'vulnerable-family',
};

/** A programme line as officer A proposes it. */
interface DecidedLine {
  readonly programme: string;
  readonly urgency: 'immediate' | 'urgent' | 'ordinary';
  readonly grade: 'L1' | 'L2' | null;
  readonly class: 'C1' | 'C2' | 'C3' | null;
}

const linesOf = (chance: Chance, incident: Incident, suggestion: Suggestion, rules: WorldRules): DecidedLine[] => {
  const known = suggestion.lines.filter((l) => rules.programmes.has(l.programme));
  if (known.length > 0)
    return known.map(({ programme, urgency, grade, class: klass }) => ({
      programme,
      urgency,
      grade: programme === 'child-protection' ? (grade ?? 'L2') : null,
      class: programme === 'child-protection' ? (klass ?? 'C1') : null,
    }));
  const programme = programmeOf[incident.kind];
  if (programme === undefined) return [];
  const child = programme === 'child-protection';
  return [
    {
      programme,
      urgency: suggestion.urgency,
      grade: child ? (chance.bool(0.12) ? 'L1' : 'L2') : null,
      class: child ? (incident.respondent === null ? 'C2' : 'C1') : null,
    },
  ];
};

export type Decided = Omit<SynthDesk, 'lines'> & { readonly lines: readonly DecidedLine[] };

/** The decision, or null when nobody has proposed by `anchorMs`. */
export const decideReport = (
  chance: Chance,
  incident: Incident,
  suggestion: Suggestion,
  context: {
    readonly receivedMs: number;
    readonly anchorMs: number;
    readonly priorReports: number;
    readonly rules: WorldRules;
    readonly screeners: readonly SynthAccount[];
    readonly reviewers: readonly SynthAccount[];
  },
): Decided | null => {
  const { receivedMs, anchorMs, rules } = context;
  const [toPropose, toReview] = PACE[suggestion.band];
  const slow = chance.bool(LATE) ? 20 : 0;
  const proposedMs = receivedMs + (0.15 + slow + Math.min(14, chance.wait(toPropose))) * HOUR;
  if (proposedMs > anchorMs) return null;
  const lines = linesOf(chance, incident, suggestion, rules);
  const refused = incident.retelling || chance.bool(0.1);
  const outcome = refused ? 'notAccepted' : lines.length === 0 ? 'informationOnly' : 'accept';
  const reason = incident.retelling
    ? 'duplicate'
    : refused
      ? chance.pick(REFUSED)
      : outcome === 'informationOnly'
        ? 'alreadyReferred'
        : null;
  const differs = outcome !== suggestion.outcome;
  const chosen = outcome === 'accept' ? lines : [];
  const need = reviewNeed(
    rules.desk,
    {
      outcome,
      band: suggestion.band,
      programmes: chosen.map((l) => l.programme),
      grades: chosen.flatMap((l) => l.grade ?? []),
      differs,
      otherCounty: false,
      priorReports: context.priorReports,
    },
    { now: instantFromMs(proposedMs), zone: taipei },
  );
  const reviewedMs = need.required ? proposedMs + (0.1 + slow / 4 + Math.min(8, chance.wait(toReview))) * HOUR : null;
  const seen = reviewedMs === null || reviewedMs <= anchorMs;
  return {
    proposalId: chance.uuid(proposedMs),
    proposedBy: chance.pick(context.screeners).id,
    proposedMs,
    outcome,
    reason,
    differs,
    needsReview: need.required,
    reviewRule: need.rule.code,
    reviewId: chance.uuid(proposedMs),
    reviewedBy: need.required && seen ? chance.pick(context.reviewers).id : null,
    reviewedMs: need.required && seen ? reviewedMs : null,
    lines: chosen,
  };
};
