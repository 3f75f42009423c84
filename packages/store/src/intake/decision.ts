// What the first officer decides on a report, as it is written: outcome, band, lines, and what the system had proposed.
import type { Instant } from '@anwang/core/time';
import type { Band } from './new-report.ts';

export type Outcome = 'accept' | 'informationOnly' | 'notAccepted';
export type Urgency = 'immediate' | 'urgent' | 'ordinary';

/** One programme to which the report goes, and the unit that receives it. */
export type DecisionLine = {
  readonly programme: string;
  readonly urgency: Urgency;
  readonly grade: string | null;
  readonly class: string | null;
  readonly unitId: string;
  /** The unit the routing proposed, and why; null where it had none. */
  readonly proposedUnitId: string | null;
  readonly routeExplanation: unknown;
  /** The reported person (intake.report_person) whom the case will be about. */
  readonly subjectPersonId: string | null;
  readonly acceptDue: Instant;
  /** The open case of the unit to which the report is to be added; left out where it may become a case. */
  readonly forCase?: string | null;
};

/** Another county's desk that goes on with the report, with the clocks it starts there. */
export type HandOn = { readonly county: string; readonly triageDue: Instant; readonly deskDue: Instant; readonly packVersion: string };

/** What the report rests on that goes no further by itself. */
export type Rests = { readonly kind: 'case' | 'report'; readonly id: string };

export type Decision = {
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly band: Band;
  readonly bandSource: 'rule' | 'person';
  readonly lines: readonly DecisionLine[];
  /** Where a report goes that is another county's to handle; null where it goes nowhere in this system. */
  readonly handOn: HandOn | null;
  /** Null for a report that stands for itself; else `lines` are the units that have what it rests on. */
  readonly restsOn: Rests | null;
};

export type Proposal = Decision & {
  readonly reportId: string;
  readonly version: number;
  readonly systemProposal: unknown;
  readonly differsReason: string | null;
  readonly evidence: { readonly hits: readonly string[]; readonly flags: readonly string[] };
  readonly note: string | null;
  readonly needsReview: boolean;
  readonly reviewRule: string;
  readonly at: Instant;
};
