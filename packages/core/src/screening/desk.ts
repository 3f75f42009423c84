// How does a desk work? Its triage rules, its rules of second review and its clocks, as data with a version.

import type { ProgrammeId } from '../lang/ids.ts';
import type { Label } from '../lang/label.ts';
import type { LegalBasis } from '../programs/code-list.ts';
import type { Condition } from '../rules/condition.ts';
import type { Limit } from '../time/deadline.ts';

/** Risk bands of a report, worst first. */
export const bands = ['extreme', 'high', 'medium', 'low'] as const;
/** A risk band. */
export type RiskBand = (typeof bands)[number];
/** How soon the receiving unit must act. */
export type Urgency = 'immediate' | 'urgent' | 'ordinary';
/** What the desk decides about a report. */
export type DeskOutcome = 'accept' | 'informationOnly' | 'notAccepted';

/** A programme a rule proposes, with grade and class of child reports. */
export type ProposedLine = { readonly programme: ProgrammeId; readonly grade?: 'L1' | 'L2'; readonly class?: 'C1' | 'C2' | 'C3' };

/** One triage rule. Rules are read in order; all that hold take part, `final` ends the reading. */
export type TriageRule = {
  readonly id: string;
  readonly label: Label;
  readonly basis: LegalBasis;
  readonly when: Condition;
  /** What the rule does not know is worth asking only where this holds; always when left out. */
  readonly askIf?: Condition;
  readonly band: RiskBand;
  readonly urgency: Urgency;
  readonly outcome: DeskOutcome;
  readonly lines: readonly ProposedLine[];
  /** What to do at once, beside dispatching. */
  readonly act?: Label;
  readonly final?: boolean;
  readonly county?: string;
};

/** One rule of second review, over the facts of a proposal (see `proposalFactKinds`). */
export type ReviewRule = {
  readonly id: string;
  readonly label: Label;
  readonly basis: LegalBasis;
  readonly when: Condition;
  readonly county?: string;
};

/** A limit of the desk with its basis. */
export type DeskLimit = { readonly limit: Limit; readonly basis: LegalBasis };

/** Limits of the desk by rule id. */
export type DeskLimits = {
  readonly 'desk-dispatch': DeskLimit;
  readonly 'triage-extreme': DeskLimit;
  readonly 'triage-high': DeskLimit;
  readonly 'triage-medium': DeskLimit;
  readonly 'triage-low': DeskLimit;
  readonly 'unit-accept': DeskLimit;
  readonly arbitration: DeskLimit;
  readonly 'breakglass-review': DeskLimit;
};
/** Id of a desk limit. */
export type DeskLimitId = keyof DeskLimits;

/** The desk as data. */
export type Desk = {
  readonly version: string;
  readonly triage: readonly TriageRule[];
  readonly review: readonly ReviewRule[];
  readonly limits: DeskLimits;
  readonly overlays: readonly { readonly county: string; readonly version: string }[];
};
