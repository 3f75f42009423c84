// The closed vocabularies of the API. Open ones (reasons, needs, closure codes) are concept ids checked against the pack the record is pinned to.
import { type FamilyBasis, familyBases } from '@anwang/core/cases';
import { unitKinds } from '@anwang/core/programs';
import { BACK_REASONS, LEARNED_KINDS, SAID_BY } from '@anwang/core/screening';
import { z } from 'zod';

export const band = z.enum(['extreme', 'high', 'medium', 'low']);
export const bandSource = z.enum(['rule', 'person']);
export const urgency = z.enum(['immediate', 'urgent', 'ordinary']);
export const sex = z.enum(['male', 'female', 'other', 'unknown']);
export const language = z.enum(['zh-TW', 'en']);
/** Unknown is an answer. */
export const yesNo = z.enum(['yes', 'no', 'unknown']);

/** Channels of a report (domain notes §2.0.4). */
export const channel = z.enum([
  'ecare',
  'hotline113',
  'hotline1957',
  'hotline1925',
  'maleHotline',
  'drugHotline',
  'fax',
  'officialLetter',
  'police110',
  'walkIn',
  'phoneUnit',
  'systemFeed',
  'selfApply',
  'proactive',
  'mailbox',
  'media',
  'meetingResolution',
]);

/** What the desk learns of a reported person afterwards, and from whom. */
export const learnedKind = z.enum(LEARNED_KINDS);
export const saidBy = z.enum(SAID_BY);
export const backReason = z.enum(BACK_REASONS);
export const reportPersonRole = z.enum(['subject', 'victim', 'respondent', 'caregiver', 'familyMember', 'witness', 'other']);
export const reportStatus = z.enum(['received', 'screening', 'proposed', 'reviewed', 'dispatched', 'closedAtDesk', 'returned']);
export const deskOutcome = z.enum(['accept', 'informationOnly', 'notAccepted']);
export const dispatchStatus = z.enum(['sent', 'accepted', 'disputed', 'upheld', 'redirected', 'withdrawn']);
/** Parts of a unit's inbox: all that is not done, what it must accept (sent, or upheld by the arbiter), and the rest by its state. */
export const inboxView = z.enum(['open', 'toAccept', 'disputed', 'accepted', 'redirected', 'withdrawn']);

export const unitKind = z.enum(unitKinds);

export const caseStatus = z.enum([
  'dispatched',
  'accepted',
  'assigned',
  'assessing',
  'openReview',
  'open',
  'shortTerm',
  'notOpened',
  'closeReview',
  'closed',
]);
/** The tabs of the case list. */
export const caseView = z.enum([
  'mine',
  'unit',
  'overdue',
  'dueSoon',
  'highRisk',
  'noContact',
  'closing',
  'shared',
  'unassigned',
  'approvals',
  'closed',
  'all',
]);
export const caseFlag = z.enum(['shared', 'repeat', 'underSix']);
export const caseSort = z.enum(['due', 'newest', 'received', 'lastContact']);
export const caseSide = z.enum(['victim', 'offender', 'family', 'neutral']);
export const casePersonRole = z.enum(['subject', 'member', 'victim', 'respondent', 'caregiver', 'contact', 'collateral']);

export const kinRelation = z.enum([
  'parent',
  'adoptiveParent',
  'spouse',
  'divorced',
  'separated',
  'partner',
  'exPartner',
  'sibling',
  'halfSibling',
  'grandparent',
  'guardian',
  'caregiver',
  'other',
  'conflict',
]);
export const sensitivity = z.enum(['S1', 'S2', 'S3', 'S4']);
export const severity = z.enum(['urgent', 'attention', 'normal']);
/** By what something is known of a family. */
export const familyBasis = z.enum(Object.keys(familyBases) as [FamilyBasis, ...FamilyBasis[]]);
export const confidence = z.enum(['confirmed', 'probable', 'reported']);

export const contactKind = z.enum(['registeredAddress', 'residenceAddress', 'phone', 'email', 'shelter', 'school', 'workplace']);
export const referralStatus = z.enum(['sent', 'accepted', 'declined', 'completed', 'returned', 'cancelled']);
