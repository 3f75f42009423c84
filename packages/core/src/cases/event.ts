// What does an event of a case say? `facts` are coded and hold no name and no free text; whatever is personal or sensitive goes into `personal`,
// which the store encrypts under the subject's key (erasure destroys the key, the facts stay as a tombstone).

import type { Answers } from '../forms/answers.ts';
import type { AccountId, CaseId, CountyId, DistrictId, PersonId, ProgrammeId, ReportId, UnitId } from '../lang/ids.ts';
import type { MemberRoleId, Side } from '../programs/program.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CarriedClock, KeptClock } from './clock.ts';
import type { CaseEventType } from './event-types.ts';
import type { FamilyWordFact } from './family-fact.ts';
import type { PlacementFacts } from './placement-words.ts';
import type { PlanPart } from './plan-parts.ts';

/** How urgent: the band of the desk's triage. */
export type Band = 'extreme' | 'high' | 'medium' | 'low';
/** How a contact or a visit went. */
export type MeetingOutcome = 'met' | 'notMet' | 'refused' | 'notFound';
/** Where somebody was who was not met at a visit. */
export type Unmet = 'atHome' | 'away' | 'unknown';
/** How something in the home was found; `notLooked` is an answer. */
export type HomeSeen = 'fine' | 'concern' | 'notLooked';
/** What is told of a visit on its way. */
export type VisitStep = 'departed' | 'arrived' | 'left';
/** How a call for support ended: whoever called is safe, it was called by mistake, or it came to something else. */
export type SupportEnd = 'safe' | 'mistake' | 'other';
/** What was decided about opening (TWSS open-case-status Y, S, N). */
export type OpeningOutcome = 'open' | 'shortTerm' | 'notOpened';
/** What waits for a second person's decision. */
export type ProposalKind = 'opening' | 'closure' | 'transfer' | 'move';
/** A person in a case, with a role of the programme. */
export type MemberFact = { readonly person: PersonId; readonly role: MemberRoleId; readonly relation: string | null; readonly side: Side };
/** Occasions of an assessment. */
export type AssessmentMoment = 'intake' | 'pre' | 'review' | 'post';
/** How a goal stands. */
export type GoalStatus = 'active' | 'achieved' | 'partly' | 'notAchieved' | 'dropped';

/** Somebody means to visit or to call. `contact` is the id of a known address or number, never what it says. */
export type PlanFact = {
  readonly plan: string;
  readonly kind: 'visit' | 'contact';
  readonly method: string;
  readonly at: Instant;
  readonly minutes: number | null;
  readonly persons: readonly PersonId[];
  readonly contact: string | null;
  readonly account: AccountId;
  readonly along: readonly AccountId[];
  /** What whoever goes must heed, coded; left out in events of before 2026-11-28. */
  readonly warnings?: readonly string[];
};

/** The facts of each type of event. */
export type CaseFactsByType = PlacementFacts & {
  caseDispatched: {
    programme: ProgrammeId;
    packVersion: string;
    number: string;
    county: CountyId;
    /** null = not known. */
    district: DistrictId | null;
    unit: UnitId;
    band: Band;
    report: ReportId;
    dispatch: string;
    /** Who sent it. The event is written by whoever accepts, and nobody writes in another's name; left out in events of before 2026-11-28. */
    sentBy?: AccountId;
    members: readonly MemberFact[];
    /** Whom the case is about; left out in events of before 2026-11-26, where the row says it. */
    subject?: PersonId | null;
    needs: readonly string[];
    /** Grade and class of a child-protection report (`L1`/`L2`, `C1`–`C3`), else null. */
    grade: string | null;
    class: string | null;
    receivedAt: Instant;
  };
  /** The case goes on under a newer statement of its programme: `adoption` names the decision; what had ended before, and what ran. */
  statementAdopted: { adoption: string; from: string; to: string; kept: readonly KeptClock[]; running: readonly CarriedClock[] };
  caseReturned: { reason: string };
  disputeArbitrated: { outcome: 'upheld' | 'reassigned'; unit: UnitId; reason: string };
  caseAccepted: { unit: UnitId };
  workerAssigned: { worker: AccountId; unit: UnitId };
  /** `plan`: what was planned and is met by it; left out in events of before 2026-11-28. */
  contactRecorded: {
    method: string;
    outcome: MeetingOutcome;
    persons: readonly PersonId[];
    /** Whether whom the case is about was; left out where nobody was met or named, in cases about a household, and in events of before 2026-11-28. */
    subjectMet?: boolean;
    minutes: number | null;
    /** As in a visit; left out in events of before 2026-11-29. */
    safe?: boolean | null;
    plan?: string | null;
    goals?: readonly string[];
  };
  visitRecorded: {
    method: string;
    faceToFace: boolean;
    outcome: MeetingOutcome;
    persons: readonly PersonId[];
    /** As in a contact. */
    subjectMet?: boolean;
    minutes: number | null;
    /** Whether the subject was judged safe at the visit; null = not known. */
    safe: boolean | null;
    /** As in a contact. */
    plan?: string | null;
    /** Goals of the plan that it was about; left out in events of before 2026-11-28, as is who else lives there and was not met. */
    goals?: readonly string[];
    others?: readonly { readonly person: PersonId; readonly how: Unmet }[];
    /** What was looked at in the home, item by item; left out where nobody spoke of it. */
    home?: readonly { readonly item: string; readonly seen: HomeSeen }[];
    /** What whoever goes next must heed; left out where nobody spoke of it. */
    warnings?: readonly string[];
  };
  visitPlanned: PlanFact;
  /** The whole plan as it stands from now on, and which of its parts are new. `wasAt`: from when it was moved; null where the moment stays. */
  visitChanged: PlanFact & { changed: readonly PlanPart[]; wasAt: Instant | null };
  /** Only the moment was changed; written until 2026-11-28. */
  visitMoved: { plan: string; at: Instant };
  visitCancelled: { plan: string; reason: string };
  /** Whoever goes says that they set out, are there, or have left; `until`: by when they mean to have left. */
  visitUnderWay: { plan: string; step: VisitStep; until: Instant | null };
  /** Somebody who works on the case needs help now, in words where there was time for them. `plan`: the planned visit during which it was. */
  supportCalled: { call: string; plan: string | null };
  /** Its author takes the call up; who goes is in its words. */
  supportTaken: { call: string };
  supportEnded: { call: string; how: SupportEnd };
  assessmentCompleted: {
    assessment: string;
    instrument: string;
    version: string;
    moment: AssessmentMoment;
    person: PersonId | null;
    score: number | null;
    band: string | null;
    /** The rater's judgement where it differs from the score. */
    override: string | null;
    triggers: readonly string[];
    /** Whether the child was kept away from home then; left out in events of before 2026-11-28, and where nobody is named. */
    placed?: boolean;
  };
  assessmentNotDone: {
    instrument: string;
    version: string;
    moment: AssessmentMoment;
    person: PersonId | null;
    /** A code of the instrument's reasons. */
    notDone: string;
    /** Whether the instrument is still owed: false where it does not concern the person. */
    applies: boolean;
  };
  openingProposed: { proposal: string; outcome: OpeningOutcome; reasons: readonly string[] };
  openingDecided: { proposal: string; approved: boolean; outcome: OpeningOutcome; reasons: readonly string[] };
  planDrafted: { plan: string; level: string | null; reviewOn: PlainDate | null };
  goalSet: { goal: string; need: string; priority: number; dueOn: PlainDate | null; services: readonly string[] };
  goalReviewed: { goal: string; status: GoalStatus };
  serviceRecorded: { service: string; goal: string | null; provider: UnitId | null; person: PersonId | null; amount: number | null };
  referralSent: { referral: string; unit: UnitId; need: string; fields: readonly string[]; answerBy: Instant };
  referralAnswered: { referral: string; answer: 'accepted' | 'declined'; reason: string | null };
  referralReturned: { referral: string; outcome: 'completed' | 'returned' | 'cancelled'; result: string | null };
  /** `until`: the help is meant to end then; nothing more needs to be recorded for it to end. */
  collaboratorAdded: { account: AccountId | null; unit: UnitId; duty: string; until?: Instant | null };
  collaboratorEnded: { account: AccountId | null; unit: UnitId; reason: string };
  shareGranted: {
    share: string;
    unit: UnitId | null;
    account: AccountId | null;
    parts: readonly string[];
    purpose: string;
    legalBasis: string;
    until: Instant;
  };
  shareEnded: { share: string };
  memberAdded: MemberFact;
  /** What the member turned out to be in the case, who was named as `was` until then. */
  memberRoleChanged: MemberFact & { readonly was: MemberRoleId };
  /** What was found out of the family: who lives with whom, what two people are to each other. */
  familyStated: FamilyWordFact;
  /** Said by mistake: as if it had not been. */
  familyWithdrawn: { word: string };
  memberRemoved: { person: PersonId; reason: string };
  /** The index decided that whoever is named `from` up to here is `to`. */
  personReplaced: { decision: string; from: PersonId; to: PersonId };
  /** That decision was taken back. */
  personRestored: { decision: string };
  /** The band of the case changes (`band`), or a coded flag is set or taken away (`risk`, `on`). */
  riskRaised: { band: Band | null; risk: string | null; on: boolean; source: 'rule' | 'person' };
  noteAdded: { about: string };
  fileAttached: { file: string; purpose: string };
  closureProposed: { proposal: string; reason: string; residualRisk: Band; followUpOn: PlainDate | null };
  closureDecided: { proposal: string; approved: boolean; reason: string };
  caseReopened: { reason: string; report: ReportId | null };
  /** The family lives in another county now. `county` null: it has no desk in this system and is told otherwise. */
  transferProposed: {
    transfer: string;
    county: CountyId | null;
    district: DistrictId | null;
    since: PlainDate | null;
    reason: string;
    persons: readonly PersonId[];
  };
  /** `report`: what waits at the desk of the other county; null where it is told otherwise, or was not approved. */
  transferDecided: { transfer: string; approved: boolean; report: { id: ReportId; number: string } | null };
  /** The other county has not taken it: the case goes on here. */
  transferReturned: { transfer: string; reason: string };
  /** Taken back here before the other county had taken it: it goes on as if it had never been asked. */
  transferWithdrawn: { transfer: string; reason: string };
  /** The other county is responsible from here; the closure follows as an event of its own. `unit` null: told otherwise. */
  transferAccepted: { transfer: string; county: CountyId | null; unit: UnitId | null };
  /** The case goes on from one of another county, of which nothing more is known here than what was handed over. */
  caseTakenOver: { report: ReportId; county: CountyId; number: string };
  /** Another unit of the county should have it. `district`: where the family lives now, null as before; `proposed`: the unit that the rules would take, if any. */
  /** Taken back by whoever proposed it, before it was decided; `transfer` or `move`: the key of their clocks. */
  proposalWithdrawn: { proposal: string; kind: ProposalKind; transfer?: string; move?: string };
  moveProposed: { move: string; unit: UnitId; district: DistrictId | null; reason: string; proposed: UnitId | null };
  moveDecided: { move: string; approved: boolean };
  /** The other unit has not taken it: the case goes on where it is. */
  moveReturned: { move: string; reason: string };
  moveWithdrawn: { move: string; reason: string };
  /** The case is the other unit's from here; who leads it follows as an event of its own. */
  moveAccepted: { move: string; from: UnitId; unit: UnitId; district: DistrictId | null };
  leadHandedOver: { from: AccountId | null; to: AccountId; unit: UnitId; reason: string };
  clockPaused: { clock: string; reason: string };
  clockResumed: { clock: string };
  reportLinked: { report: ReportId; band: Band; receivedAt: Instant };
};

/** Somebody as a case knew them. */
export type KnownPerson = {
  readonly person: PersonId;
  readonly name: string | null;
  readonly sex: string | null;
  readonly birthDate: PlainDate | null;
  /** How exactly; a date that was kept without it was known to the day. */
  readonly birthPrecision?: string;
};

/** What is personal in an event: free text, answers to instruments and forms. Encrypted by the store, null after erasure. */
export type PersonalPart = {
  readonly text?: string;
  readonly answers?: Answers;
  readonly overrideReason?: string;
  readonly place?: string;
  /** By what a goal is known to be reached. */
  readonly success?: string;
  /** Who gave a service, in words. */
  readonly provider?: string;
  /** What whoever goes must know to be safe. */
  readonly safety?: string;
  /** Why a plan was changed. */
  readonly why?: string;
  /** The letter by which another county was told, or answered. */
  readonly letter?: string;
  /** A telephone number of the family. */
  readonly phone?: string;
  /** What another unit of the county reads of the case before it takes it, as JSON. */
  readonly offered?: string;
  /** Who moves to another county, as the case knew them. */
  readonly people?: readonly KnownPerson[];
};

/** An event of one type. `seq` counts from 1 in each case; `at` is when it was recorded, `happenedAt` when it happened. */
export type CaseEventOf<T extends CaseEventType> = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly seq: number;
  readonly type: T;
  readonly at: Instant;
  readonly happenedAt: Instant;
  readonly actor: AccountId;
  readonly unit: UnitId | null;
  readonly facts: CaseFactsByType[T];
  readonly personal: PersonalPart | null;
};

/** Any event of a case. */
export type CaseEvent = { [T in CaseEventType]: CaseEventOf<T> }[CaseEventType];
