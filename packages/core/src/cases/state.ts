// What is a case now? The result of folding its events; holds no name and no free text.

import type { AccountId, CaseId, CountyId, DistrictId, PersonId, ProgrammeId, ReportId, UnitId } from '../lang/ids.ts';
import type { GenericStage } from '../programs/stage.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { AssessmentMoment, Band, GoalStatus, OpeningOutcome } from './event.ts';
import type { FamilyWord } from './family-words.ts';
import type { Membership } from './membership.ts';
import type { UnitMove } from './move.ts';
import type { Placement } from './placements.ts';
import type { PlannedVisit } from './plans.ts';
import type { SupportCall } from './supports.ts';
import type { Transfer } from './transfer.ts';

/** A helper from the same or another unit. */
export type Collaborator = {
  readonly account: AccountId | null;
  readonly unit: UnitId;
  readonly duty: string;
  /** When the help ends by itself; null = open-ended. */
  readonly plannedUntil: Instant | null;
  readonly since: Instant;
  readonly until: Instant | null;
};
/** A proposal that waits for somebody else's decision. */
export type Approval = {
  readonly id: string;
  readonly kind: 'opening' | 'closure' | 'transfer' | 'move';
  readonly by: AccountId;
  readonly at: Instant;
  readonly outcome: OpeningOutcome | null;
  readonly reasons: readonly string[];
};
/** A completed assessment, without its answers. */
export type AssessmentSummary = {
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  readonly moment: AssessmentMoment;
  readonly person: PersonId | null;
  readonly score: number | null;
  readonly band: string | null;
  readonly override: string | null;
  readonly triggers: readonly string[];
  readonly at: Instant;
};
/** An assessment that could not be done, or need not be. */
export type AssessmentGap = {
  readonly instrument: string;
  readonly moment: AssessmentMoment;
  readonly person: PersonId | null;
  readonly notDone: string;
  readonly applies: boolean;
  readonly at: Instant;
};
/** A goal of the plan. */
export type Goal = {
  readonly id: string;
  readonly need: string;
  readonly priority: number;
  readonly dueOn: PlainDate | null;
  readonly services: readonly string[];
  readonly status: GoalStatus;
  readonly since: Instant;
  readonly reviewedAt: Instant | null;
};
/** A referral to another unit. */
export type Referral = {
  readonly id: string;
  readonly unit: UnitId;
  readonly need: string;
  readonly fields: readonly string[];
  readonly sentAt: Instant;
  readonly answerBy: Instant;
  readonly status: 'sent' | 'accepted' | 'declined' | 'completed' | 'returned' | 'cancelled';
  readonly answeredAt: Instant | null;
  readonly returnedAt: Instant | null;
};
/** A share of the case with another unit or account. */
export type CaseShare = {
  readonly id: string;
  readonly unit: UnitId | null;
  readonly account: AccountId | null;
  readonly parts: readonly string[];
  readonly purpose: string;
  readonly legalBasis: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly ended: boolean;
};
/** One stretch as lead. */
export type LeadSpell = { readonly worker: AccountId; readonly unit: UnitId; readonly since: Instant; readonly until: Instant | null };

/** The state of a case. `version` is the `seq` of the last event: writes name the version they were based on. */
export type CaseState = {
  readonly id: CaseId;
  readonly version: number;
  readonly number: string;
  readonly programme: ProgrammeId;
  readonly packVersion: string;
  readonly county: CountyId;
  readonly district: DistrictId | null;
  readonly unit: UnitId;
  readonly stage: GenericStage;
  readonly stageSince: Instant;
  readonly band: Band;
  readonly grade: string | null;
  readonly class: string | null;
  readonly needs: readonly string[];
  readonly risks: readonly string[];
  readonly reports: readonly ReportId[];
  readonly receivedAt: Instant;
  readonly dispatchedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly lead: AccountId | null;
  readonly leads: readonly LeadSpell[];
  readonly collaborators: readonly Collaborator[];
  readonly members: Membership['members'];
  readonly named: Membership['named'];
  readonly replacements: Membership['replacements'];
  /** What is said of the family, and not taken back. */
  readonly words: readonly FamilyWord[];
  /** Whom the case is about; undefined where the dispatch did not say. */
  readonly subject: PersonId | null | undefined;
  readonly disputed: boolean;
  readonly contacts: { readonly count: number; readonly reached: number; readonly refused: number; readonly lastAt: Instant | null };
  readonly visits: {
    readonly count: number;
    readonly faceToFace: number;
    readonly seen: number;
    readonly firstAt: Instant | null;
    readonly lastAt: Instant | null;
  };
  /** How often in a row somebody went or called, and nobody was there or could be found. */
  readonly vain: number;
  readonly plans: readonly PlannedVisit[];
  readonly supports: readonly SupportCall[];
  /** What whoever goes to the family must heed, coded and without its source: that lies in the words of a plan. */
  readonly warnings: readonly string[];
  /** Children kept away from home, also those who were. */
  readonly placements: readonly Placement[];
  readonly assessments: readonly AssessmentSummary[];
  readonly gaps: readonly AssessmentGap[];
  readonly opening: {
    readonly outcome: OpeningOutcome;
    readonly at: Instant;
    readonly by: AccountId;
    readonly reasons: readonly string[];
  } | null;
  readonly openedAt: Instant | null;
  readonly plan: { readonly id: string; readonly level: string | null; readonly at: Instant; readonly reviewOn: PlainDate | null } | null;
  readonly goals: readonly Goal[];
  readonly services: { readonly count: number; readonly lastAt: Instant | null };
  readonly referrals: readonly Referral[];
  readonly shares: readonly CaseShare[];
  readonly pending: Approval | null;
  /** The last transfer to another county. */
  readonly transfer: Transfer | null;
  /** The last move to another unit of the county. */
  readonly move: UnitMove | null;
  readonly closure: { readonly reason: string; readonly at: Instant; readonly by: AccountId; readonly residualRisk: string | null } | null;
  readonly closedAt: Instant | null;
  readonly reopened: number;
  /** Since when the case is looked into anew, having been taken up again; null in its first life, and where it was closed by mistake. */
  readonly anewSince: Instant | null;
  readonly pausedClocks: readonly string[];
  readonly lastEventAt: Instant;
};
