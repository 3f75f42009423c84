// What is a synthetic report? What was told, of whom (with the truth beside each copy), and what the desk made of it up to the present.

import type { Suggestion } from '@anwang/core/screening';
import type { RetoldPerson } from '../messy/index.ts';
import type { SynthDispute } from './dispute.ts';

export type Band = 'extreme' | 'high' | 'medium' | 'low';

export interface SynthReportPerson {
  readonly id: string;
  readonly recordId: string;
  /** Key subject of the source row. */
  readonly subjectId: string;
  readonly role: 'subject' | 'victim' | 'respondent' | 'familyMember' | 'caregiver';
  readonly relation: string | null;
  readonly given: RetoldPerson;
  /** Who it really is. */
  readonly truth: string;
}

/** One programme line of a proposal, and what became of it. */
export interface SynthLine {
  readonly lineId: string;
  readonly programme: string;
  readonly unit: string;
  readonly urgency: 'immediate' | 'urgent' | 'ordinary';
  readonly grade: 'L1' | 'L2' | null;
  readonly class: 'C1' | 'C2' | 'C3' | null;
  readonly subject: SynthReportPerson;
  /** Null while the proposal waits for its review. */
  readonly dispatch: SynthDispatch | null;
}

export interface SynthDispatch {
  readonly id: string;
  readonly sentMs: number;
  /** The case it led to or was joined to. */
  readonly caseId: string | null;
  readonly dispute: SynthDispute | null;
}

export interface SynthDesk {
  readonly proposalId: string;
  readonly proposedBy: string;
  readonly proposedMs: number;
  readonly outcome: 'accept' | 'informationOnly' | 'notAccepted';
  readonly reason: string | null;
  readonly differs: boolean;
  readonly needsReview: boolean;
  readonly reviewRule: string;
  readonly reviewId: string;
  readonly reviewedBy: string | null;
  readonly reviewedMs: number | null;
  readonly lines: readonly SynthLine[];
}

export interface SynthReport {
  readonly id: string;
  readonly number: string;
  readonly county: string;
  readonly district: string;
  /** Key subject of the narrative. */
  readonly subjectId: string;
  readonly receivedMs: number;
  readonly channel: string;
  readonly reporterKind: string;
  readonly mandatory: boolean;
  readonly occurredOn: string;
  readonly placeKind: string;
  readonly grounds: readonly string[];
  readonly needs: readonly string[];
  readonly immediateDanger: boolean | null;
  readonly childrenInHome: boolean;
  readonly narrative: string;
  readonly persons: readonly SynthReportPerson[];
  readonly repeatOf: string | null;
  readonly priorReports: number;
  readonly suggestion: Suggestion;
  readonly band: Band;
  /** Null while nobody has proposed yet. */
  readonly desk: SynthDesk | null;
  readonly createdBy: string | null;
}
