// Generated from the catalogues of a migrated database (npm run generate). Do not edit.

import type { Instant, PlainDate } from '@anwang/core/time';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Stored JSON as it is read. It is written as text (JSON.stringify), since the driver would take an array for a PostgreSQL array. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

interface AccessBreakGlass {
  id: Generated<string>;
  account_id: string;
  county: string;
  unit_id: string | null;
  kind: string;
  target_id: string;
  reason: string;
  purpose: string;
  started_at: ColumnType<Instant, string | undefined, string>;
  until: ColumnType<Instant, string | undefined, string>;
  supervisor_told_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  review_due: ColumnType<Instant, string | undefined, string>;
  reviewed_by: string | null;
  reviewed_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  verdict: string | null;
  review_note: string | null;
  ended_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface AccessEntry {
  account_id: string;
  purpose: string;
  stamp: number;
  since: ColumnType<Instant, string, string>;
  until: ColumnType<Instant, string, string>;
  reach: string;
}

interface AccessOwnNumber {
  account_id: string;
  key_id: string;
  whole: ColumnType<Buffer, Uint8Array, Uint8Array>;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  given_at: ColumnType<Instant, string | undefined, string>;
}

interface AccessPlace {
  key: string;
  kind: string;
  wanted: string[];
  class: Generated<string>;
}

interface AccessRecusal {
  id: Generated<string>;
  account_id: string;
  county: string;
  unit_id: string | null;
  kind: string;
  target_id: string;
  number: string;
  ground: string;
  declared_at: ColumnType<Instant, string | undefined, string>;
  lifted_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  lifted_by: string | null;
  lifted_why: string | null;
}

interface AccessRule {
  role: string;
  action: string;
  purpose: string;
  within: Generated<string>;
  classes: string[];
}

interface AccessSharePart {
  part: string;
  classes: string[];
  events: Generated<string[]>;
}

interface AccessStamp {
  account_id: string;
  number: number;
}

interface AuditBlock {
  seq: number;
  epoch: number;
  snapshot: string;
  row_count: number;
  digest: ColumnType<Buffer, Uint8Array, Uint8Array>;
  previous: ColumnType<Buffer, Uint8Array, Uint8Array>;
  key_id: string;
  mac: ColumnType<Buffer, Uint8Array, Uint8Array>;
  sealed_at: ColumnType<Instant, string | undefined, string>;
}

interface AuditEntry {
  id: GeneratedAlways<number>;
  epoch: Generated<number>;
  xid: Generated<string>;
  at: ColumnType<Instant, string | undefined, string>;
  actor_id: string;
  county: string | null;
  purpose: string;
  route: string;
  action: string;
  query_digest: string | null;
  row_count: number | null;
  person_ids: Generated<string[]>;
  ids: Generated<string[]>;
  break_glass_id: string | null;
  detail: ColumnType<JsonValue, string | undefined, string>;
}

interface AuditEra {
  one: Generated<boolean>;
  epoch: number;
}

interface AuditReason {
  id: string;
  county: string | null;
  actor_id: string;
  action: string;
  subject_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  given_at: ColumnType<Instant, string | undefined, string>;
}

interface AuditVerification {
  id: GeneratedAlways<number>;
  whole: boolean;
  from_block: number;
  to_block: number;
  row_count: number;
  findings: ColumnType<JsonValue, string, string>;
  verified_at: ColumnType<Instant, string, string>;
  key_id: string;
  mac: ColumnType<Buffer, Uint8Array, Uint8Array>;
  read_by: string | null;
  copies: number | null;
}

interface AuthAccount {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: ColumnType<Instant | null, string | null | undefined, string | null>;
  refreshTokenExpiresAt: ColumnType<Instant | null, string | null | undefined, string | null>;
  scope: string | null;
  password: string | null;
  createdAt: ColumnType<Instant, string | undefined, string>;
  updatedAt: ColumnType<Instant, string | undefined, string>;
  given: Generated<boolean>;
}

interface AuthRateLimit {
  id: string;
  key: string;
  count: number;
  lastRequest: number;
}

interface AuthSession {
  id: string;
  expiresAt: ColumnType<Instant, string, string>;
  token: string;
  createdAt: ColumnType<Instant, string | undefined, string>;
  updatedAt: ColumnType<Instant, string | undefined, string>;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

interface AuthTwoFactor {
  id: string;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: Generated<boolean | null>;
  failedVerificationCount: Generated<number | null>;
  lockedUntil: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface AuthUser {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  createdAt: ColumnType<Instant, string | undefined, string>;
  updatedAt: ColumnType<Instant, string | undefined, string>;
  twoFactorEnabled: Generated<boolean | null>;
  username: string | null;
  displayUsername: string | null;
}

interface AuthVerification {
  id: string;
  identifier: string;
  value: string;
  expiresAt: ColumnType<Instant, string, string>;
  createdAt: ColumnType<Instant, string | undefined, string>;
  updatedAt: ColumnType<Instant, string | undefined, string>;
}

interface CaseworkAdoption {
  id: Generated<string>;
  county: string;
  programme: string;
  to_version: string;
  status: Generated<string>;
  asked_by: string;
  asked_at: ColumnType<Instant, string | undefined, string>;
  looked_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  proposed_by: string | null;
  proposed_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  decided_by: string | null;
  decided_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  done_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  version: Generated<number>;
}

interface CaseworkAdoptionCase {
  adoption_id: string;
  case_id: string;
  county: string;
  number: string;
  from_version: string;
  changes: ColumnType<JsonValue, string | undefined, string>;
  pending: boolean;
  state: string;
  moved_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface CaseworkApproval {
  id: Generated<string>;
  case_id: string;
  county: string;
  unit_id: string;
  kind: string;
  proposed_by: string;
  proposed_at: ColumnType<Instant, string, string>;
  decided_by: string | null;
  decided_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  decision: string | null;
  reason: string | null;
}

interface CaseworkAssessment {
  id: string;
  case_id: string;
  county: string;
  instrument: string;
  instrument_version: string;
  subject_person_id: string | null;
  moment: string;
  score: number | null;
  band: string | null;
  overridden: Generated<boolean>;
  happened_at: ColumnType<Instant, string, string>;
}

interface CaseworkAssignment {
  id: Generated<string>;
  case_id: string;
  account_id: string;
  unit_id: string;
  county: string;
  role: string;
  duty: string | null;
  since: ColumnType<Instant, string, string>;
  until: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface CaseworkCase {
  id: Generated<string>;
  number: string;
  county: string;
  district: string | null;
  unit_id: string;
  programme: string;
  pack_version: string;
  side: string;
  subject_person_id: string | null;
  household_id: string | null;
  title: string | null;
  stage: string;
  status: string;
  risk: string | null;
  lead_id: string | null;
  supervisor_id: string | null;
  needs: Generated<string[]>;
  received_at: ColumnType<Instant, string, string>;
  accepted_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  opened_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  closed_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  closure_code: string | null;
  last_contact_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  next_due: ColumnType<Instant | null, string | null | undefined, string | null>;
  next_rule: string | null;
  version: Generated<number>;
  demo: Generated<boolean>;
  erased_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  warnings: Generated<string[]>;
  opening: string | null;
  opening_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  placed: Generated<number>;
}

interface CaseworkCaseCounter {
  county: string;
  prefix: string;
  month: string;
  last: number;
}

interface CaseworkCasePerson {
  case_id: string;
  person_id: string;
  county: string;
  role: string;
  relation: string | null;
  since: ColumnType<Instant, string, string>;
  until: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface CaseworkCaseReport {
  case_id: string;
  report_id: string;
  dispatch_id: string | null;
  county: string;
  kind: string;
  linked_at: ColumnType<Instant, string, string>;
}

interface CaseworkClock {
  case_id: string;
  rule: string;
  instance: Generated<string>;
  county: string;
  started_at: ColumnType<Instant, string, string>;
  due_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  paused_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  stopped_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  outcome: string | null;
  escalated: Generated<number>;
}

interface CaseworkEvent {
  case_id: string;
  seq: number;
  id: Generated<string>;
  county: string;
  type: string;
  schema_version: Generated<number>;
  recorded_at: ColumnType<Instant, string | undefined, string>;
  happened_at: ColumnType<Instant, string, string>;
  actor_id: string;
  facts: ColumnType<JsonValue, string, string>;
  subject_id: string | null;
  sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
  sensitivity: Generated<string>;
}

interface CaseworkFamilyWord {
  id: string;
  case_id: string;
  county: string;
  about: string;
  person_id: string;
  other_id: string;
  relation: string | null;
  lives: boolean | null;
  since: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  until: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  basis: string;
  said_at: ColumnType<Instant, string, string>;
}

interface CaseworkGoal {
  id: string;
  case_id: string;
  county: string;
  need: string;
  status: string;
  due_on: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  reviewed_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface CaseworkMove {
  id: string;
  case_id: string;
  county: string;
  from_unit: string;
  to_unit: string;
  from_district: string | null;
  to_district: string | null;
  reason: string;
  status: string;
  proposed_at: ColumnType<Instant, string, string>;
  sent_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  answered_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  returned: string | null;
  version: number;
}

interface CaseworkPlannedVisit {
  id: string;
  account_id: string;
  case_id: string;
  county: string;
  said_by: string;
  goes: boolean;
  kind: string;
  method: string;
  persons: string[];
  planned_at: ColumnType<Instant, string, string>;
  minutes: number | null;
  status: string;
  expected_until: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface CaseworkShare {
  id: Generated<string>;
  case_id: string;
  county: string;
  to_unit: string | null;
  to_account: string | null;
  parts: string[];
  purpose: string;
  legal_basis: string;
  granted_by: string;
  since: ColumnType<Instant, string, string>;
  until: ColumnType<Instant, string, string>;
  ended_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface CaseworkTransfer {
  id: string;
  case_id: string;
  county: string;
  to_county: string | null;
  reason: string;
  status: string;
  proposed_at: ColumnType<Instant, string, string>;
  sent_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  answered_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  returned: string | null;
  to_unit: string | null;
  report_id: string | null;
  report_number: string | null;
}

interface CaseworkVisit {
  id: string;
  case_id: string;
  county: string;
  kind: string;
  method: string;
  outcome: string;
  person_id: string | null;
  happened_at: ColumnType<Instant, string, string>;
  by_account: string;
}

interface ErasureHold {
  id: Generated<string>;
  kind: string;
  target_id: string;
  order_ref: string;
  placed_by: string;
  placed_at: ColumnType<Instant, string | undefined, string>;
  lifted_by: string | null;
  lifted_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface ErasureTombstone {
  id: Generated<string>;
  order_ref: string;
  legal_basis: string;
  subject_ids: string[];
  ordered_by: string;
  executed_at: ColumnType<Instant, string | undefined, string>;
  counts: ColumnType<JsonValue, string | undefined, string>;
}

interface FilesFile {
  id: Generated<string>;
  county: string;
  report_id: string | null;
  case_id: string | null;
  person_id: string | null;
  subject_id: string;
  name_sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  media_type: string | null;
  size: number | null;
  digest: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
  state: Generated<string>;
  scan: Generated<string>;
  scanned_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  original_of: string | null;
  created_by: string;
  created_at: ColumnType<Instant, string | undefined, string>;
}

interface FilesPiece {
  file_id: string;
  position: number;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
}

interface IntakeAddition {
  id: Generated<string>;
  report_id: string;
  county: string;
  origin: string;
  subject_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  raised_band: string | null;
  received_at: ColumnType<Instant, string | undefined, string>;
  read_by: string | null;
  read_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface IntakeClock {
  id: Generated<string>;
  report_id: string;
  dispatch_id: string | null;
  county: string;
  rule: string;
  started_at: ColumnType<Instant, string, string>;
  due_at: ColumnType<Instant, string, string>;
  stopped_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  escalated: Generated<number>;
}

interface IntakeDispatch {
  id: Generated<string>;
  report_id: string;
  proposal_line_id: string | null;
  county: string;
  district: string | null;
  programme: string;
  unit_id: string;
  urgency: string;
  band: string;
  case_id: string | null;
  status: Generated<string>;
  sent_by: string;
  sent_at: ColumnType<Instant, string | undefined, string>;
  accept_due: ColumnType<Instant, string, string>;
  accepted_by: string | null;
  accepted_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  dispute_reason: string | null;
  disputed_by: string | null;
  disputed_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  arbiter_due: ColumnType<Instant | null, string | null | undefined, string | null>;
  arbitrated_by: string | null;
  arbitrated_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  arbitration_reason: string | null;
  redirected_to: string | null;
  version: Generated<number>;
  told_as: string | null;
  for_case: string | null;
}

interface IntakeEvidenceDecision {
  id: Generated<string>;
  report_id: string;
  county: string;
  concept_set: string;
  code: string;
  decision: string;
  lexicon: string;
  decided_by: string;
  decided_at: ColumnType<Instant, string | undefined, string>;
}

interface IntakeHit {
  id: Generated<string>;
  report_id: string;
  report_person_id: string;
  person_id: string;
  county: string;
  link_id: string | null;
  match_type: string;
  weight: number;
  reasons: ColumnType<JsonValue, string, string>;
  created_at: ColumnType<Instant, string | undefined, string>;
  expires_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface IntakeLearnedFact {
  id: Generated<string>;
  report_id: string;
  report_person_id: string;
  record_id: string;
  county: string;
  subject_id: string;
  kind: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  hidden: Generated<boolean>;
  said_by: string;
  said_at: ColumnType<Instant, string, string>;
  taken_by: string;
  taken_at: ColumnType<Instant, string | undefined, string>;
  back_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  back_by: string | null;
  back_why: string | null;
}

interface IntakePresence {
  report_id: string;
  account_id: string;
  county: string;
  doing: string;
  since: ColumnType<Instant, string | undefined, string>;
  seen_at: ColumnType<Instant, string | undefined, string>;
}

interface IntakeProposal {
  id: Generated<string>;
  report_id: string;
  county: string;
  round: Generated<number>;
  outcome: string;
  reason: string | null;
  band: string;
  band_source: string;
  system_proposal: ColumnType<JsonValue, string, string>;
  differs: boolean;
  differs_reason: string | null;
  evidence: ColumnType<JsonValue, string | undefined, string>;
  note_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
  subject_id: string;
  proposed_by: string;
  proposed_at: ColumnType<Instant, string | undefined, string>;
  needs_review: boolean;
  review_rule: string;
  to_county: string | null;
  repeat_of: string | null;
  serving_case: string | null;
}

interface IntakeProposalLine {
  id: Generated<string>;
  proposal_id: string;
  report_id: string;
  county: string;
  programme: string;
  urgency: string;
  grade: string | null;
  class: string | null;
  unit_id: string;
  proposed_unit_id: string | null;
  route_explanation: ColumnType<JsonValue, string, string>;
  subject_person_id: string | null;
  subject_record_id: string | null;
}

interface IntakeReceipt {
  report_id: string;
  number: string;
  code_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
  created_at: ColumnType<Instant, string | undefined, string>;
  expires_at: ColumnType<Instant, string, string>;
  failed: Generated<number>;
  locked_until: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface IntakeReport {
  id: Generated<string>;
  number: string;
  county: string;
  district: string | null;
  channel: string;
  reporter_kind: string;
  mandatory: Generated<boolean>;
  report_type: Generated<string>;
  wants_reply: Generated<boolean>;
  received_at: ColumnType<Instant, string | undefined, string>;
  occurred_on: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  occurred_precision: Generated<string>;
  place_kind: string | null;
  grounds: Generated<string[]>;
  needs: Generated<string[]>;
  answers: ColumnType<JsonValue, string | undefined, string>;
  subject_id: string;
  status: Generated<string>;
  band: string;
  band_source: string;
  band_reasons: ColumnType<JsonValue, string | undefined, string>;
  triage_due: ColumnType<Instant, string, string>;
  desk_due: ColumnType<Instant, string, string>;
  next_due: ColumnType<Instant, string, string>;
  repeat_of: string | null;
  prior_reports: Generated<number>;
  pack_version: string;
  demo: Generated<boolean>;
  version: Generated<number>;
  created_by: string | null;
  decided_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  first_dispatched_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  handled_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  erased_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  handed_from: ColumnType<JsonValue | null, string | null | undefined, string | null>;
  handed_to: ColumnType<JsonValue | null, string | null | undefined, string | null>;
}

interface IntakeReportCounter {
  county: string;
  day: ColumnType<PlainDate, string, string>;
  last: number;
}

interface IntakeReportHome {
  report_person_id: string;
  report_id: string;
  county: string;
  lives: boolean;
}

interface IntakeReportPerson {
  id: Generated<string>;
  report_id: string;
  county: string;
  role: string;
  record_id: string;
  person_id: string | null;
  relation_to_subject: string | null;
  whereabouts: string | null;
  position: Generated<number>;
}

interface IntakeReportText {
  report_id: string;
  part: string;
  county: string;
  subject_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  evidence: ColumnType<JsonValue, string | undefined, string>;
}

interface IntakeReview {
  id: Generated<string>;
  proposal_id: string;
  report_id: string;
  county: string;
  decision: string;
  reason: string | null;
  changes: ColumnType<JsonValue | null, string | null | undefined, string | null>;
  reviewed_by: string;
  reviewed_at: ColumnType<Instant, string | undefined, string>;
}

interface KeysSubject {
  id: string;
  subject_id: string;
  record_class: string;
  wrapped: ColumnType<Buffer, Uint8Array, Uint8Array>;
  master_id: string;
  created_at: ColumnType<Instant, string | undefined, string>;
}

interface NetworkReferral {
  id: Generated<string>;
  case_id: string;
  county: string;
  from_unit: string;
  to_unit: string;
  need: string;
  fields: string[];
  subject_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  status: string;
  sent_by: string;
  sent_at: ColumnType<Instant, string, string>;
  answer_due: ColumnType<Instant, string, string>;
  answered_by: string | null;
  answered_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  answer_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
  outcome: string | null;
  version: Generated<number>;
  first_due: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface OrgAccount {
  id: Generated<string>;
  county: string | null;
  unit_id: string | null;
  username: string;
  name: string;
  title: string | null;
  locale: Generated<string>;
  active: Generated<boolean>;
  person_id: string | null;
  system: Generated<boolean>;
  version: Generated<number>;
  created_at: ColumnType<Instant, string | undefined, string>;
  extension: string | null;
}

interface OrgCalendarDay {
  date: ColumnType<PlainDate, string, string>;
  working: boolean;
  name_zh: string;
  source: string;
  kind: string;
  county: string | null;
}

interface OrgCalendarYear {
  year: number;
  county: string | null;
  version: number;
}

interface OrgCounty {
  id: string;
  iso: string;
  name_zh: string;
  name_en: string;
  overlay: string | null;
  demo: Generated<boolean>;
}

interface OrgDistrict {
  id: string;
  county: string;
  name_zh: string;
  name_en: string;
}

interface OrgGrant {
  id: Generated<string>;
  account_id: string;
  role: string;
  reach_kind: string;
  reach_id: string | null;
  valid_from: ColumnType<Instant, string | undefined, string>;
  valid_until: ColumnType<Instant | null, string | null | undefined, string | null>;
  granted_by: string | null;
}

interface OrgRecovery {
  id: Generated<string>;
  account_id: string;
  county: string;
  unit_id: string | null;
  what: string;
  asked_by: string | null;
  asked_how: string;
  order_ref: string | null;
  asked_at: ColumnType<Instant, string | undefined, string>;
  due_at: ColumnType<Instant, string | undefined, string>;
  status: Generated<string>;
  decided_by: string | null;
  decided_how: string | null;
  decided_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  done_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface OrgRoute {
  id: Generated<string>;
  county: string;
  programme: string;
  district: string | null;
  unit_id: string;
  priority: Generated<number>;
  note: string | null;
  active: Generated<boolean>;
  version: Generated<number>;
}

interface OrgUnit {
  id: Generated<string>;
  county: string;
  kind: string;
  name_zh: string;
  name_en: string;
  capacity: number | null;
  active: Generated<boolean>;
  version: Generated<number>;
  telephone: string | null;
  public_telephone: string | null;
}

interface OrgUnitDistrict {
  unit_id: string;
  district: string;
}

interface PeopleContact {
  id: Generated<string>;
  person_id: string;
  county: string;
  kind: string;
  subject_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  district: string | null;
  valid_from: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  valid_until: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  hidden: Generated<boolean>;
  hidden_from: Generated<string[]>;
  source: string;
  recorded_at: ColumnType<Instant, string | undefined, string>;
  version: Generated<number>;
  review_on: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  review_told_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface PeopleDecision {
  id: string;
  county: string;
  verb: string;
  link_id: string | null;
  person_ids: string[];
  record_ids: Generated<string[]>;
  decided_by: string;
  decided_at: ColumnType<Instant, string, string>;
  written_at: ColumnType<Instant, string | undefined, string>;
  taken_back_by: string | null;
  taken_back_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  taken_back_in: ColumnType<Instant | null, string | null | undefined, string | null>;
  version: Generated<number>;
}

interface PeopleDecisionMove {
  decision_id: string;
  position: GeneratedAlways<number>;
  what: string;
  row_id: string;
  before: ColumnType<JsonValue | null, string | null | undefined, string | null>;
  after: ColumnType<JsonValue | null, string | null | undefined, string | null>;
  subject: Generated<boolean>;
}

interface PeopleFlag {
  id: Generated<string>;
  person_id: string;
  county: string;
  source: string;
  code: string;
  sensitivity: string;
  severity: string;
  facts: ColumnType<JsonValue, string | undefined, string>;
  legal_basis: string;
  as_of: ColumnType<PlainDate, string, string>;
  valid_until: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  record_id: string | null;
  withdrawn_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface PeopleHousehold {
  id: Generated<string>;
  county: string;
  district: string | null;
  kind: string;
  created_at: ColumnType<Instant, string | undefined, string>;
}

interface PeopleHouseholdMember {
  id: Generated<string>;
  household_id: string;
  person_id: string;
  county: string;
  relation: string;
  valid_from: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  valid_until: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  source: string;
  confidence: string;
  hidden: Generated<boolean>;
  hidden_from: Generated<string[]>;
  recorded_at: ColumnType<Instant, string | undefined, string>;
}

interface PeopleIdentifier {
  id: Generated<string>;
  person_id: string;
  kind: string;
  subject_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  key_id: string;
  whole: ColumnType<Buffer, Uint8Array, Uint8Array>;
  valid: boolean;
}

interface PeopleIdentifierNear {
  identifier_id: string;
  person_id: string;
  blind: ColumnType<Buffer, Uint8Array, Uint8Array>;
  form: string;
}

interface PeopleKin {
  id: Generated<string>;
  person_id: string;
  other_id: string;
  county: string;
  relation: string;
  valid_from: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  valid_until: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  source: string;
  confidence: string;
  hidden: Generated<boolean>;
  hidden_from: Generated<string[]>;
  recorded_at: ColumnType<Instant, string | undefined, string>;
}

interface PeopleLink {
  id: Generated<string>;
  record_id: string;
  person_id: string;
  county: string;
  state: string;
  basis: string;
  weight: number;
  reasons: ColumnType<JsonValue, string, string>;
  decided_by: string | null;
  decided_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  undone_by: string | null;
  undone_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  created_at: ColumnType<Instant, string | undefined, string>;
  version: Generated<number>;
}

interface PeoplePerson {
  id: Generated<string>;
  county: string;
  district: string | null;
  name: string | null;
  sex: string | null;
  birth_date: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  birth_precision: Generated<string>;
  deceased_on: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  demo: Generated<boolean>;
  merged_into: string | null;
  version: Generated<number>;
  created_at: ColumnType<Instant, string | undefined, string>;
  updated_at: ColumnType<Instant, string | undefined, string>;
}

interface PeopleReach {
  person_id: string;
  unit_id: string;
  case_id: string | null;
  report_id: string | null;
  side: string;
  until: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface PeopleRecord {
  id: Generated<string>;
  source: string;
  source_key: string | null;
  county: string;
  subject_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  received_at: ColumnType<Instant, string | undefined, string>;
  legal_basis: string | null;
  withdrawn_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

interface PeopleSearchKey {
  key: ColumnType<Buffer, Uint8Array, Uint8Array>;
  kind: string;
  person_id: string;
  county: string;
  district: string | null;
  hidden: Generated<boolean>;
  key_id: Generated<string>;
  hidden_from: Generated<string[]>;
}

interface PeopleShielding {
  id: Generated<string>;
  contact_id: string;
  person_id: string;
  county: string;
  act: string;
  hidden: Generated<boolean>;
  hidden_from: string[];
  subject_id: string;
  reason: ColumnType<Buffer, Uint8Array, Uint8Array>;
  review_on: ColumnType<PlainDate | null, string | null | undefined, string | null>;
  done_by: string;
  done_at: ColumnType<Instant, string | undefined, string>;
}

interface SystemDraft {
  id: Generated<string>;
  account_id: string;
  kind: string;
  ref: Generated<string>;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  based_on: number | null;
  version: Generated<number>;
  updated_at: ColumnType<Instant, string | undefined, string>;
  writer: string | null;
  turn: number | null;
  dropped: Generated<boolean>;
}

interface SystemIdempotency {
  actor_id: string;
  route: string;
  key: string;
  body_digest: ColumnType<Buffer, Uint8Array, Uint8Array>;
  created_at: ColumnType<Instant, string | undefined, string>;
  expires_at: ColumnType<Instant, string | undefined, string>;
  answer: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
}

interface SystemJobEffect {
  job_key: string;
  task: string;
  done_at: ColumnType<Instant, string | undefined, string>;
}

interface SystemLaterJob {
  job_key: string;
  task: string;
  payload: ColumnType<JsonValue, string, string>;
  run_at: ColumnType<Instant, string, string>;
}

interface SystemNotice {
  id: Generated<string>;
  county: string;
  kind: string;
  to_account: string | null;
  to_post: string | null;
  case_id: string | null;
  report_id: string | null;
  person_id: string | null;
  break_glass_id: string | null;
  ref: string | null;
  rule: string | null;
  programme: string | null;
  pack_version: string | null;
  due_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  once: string;
  created_at: ColumnType<Instant, string | undefined, string>;
  other_county: string | null;
  other_unit: string | null;
}

interface SystemNoticeRead {
  notice_id: string;
  account_id: string;
  read_at: ColumnType<Instant, string | undefined, string>;
}

interface SystemOutbox {
  id: GeneratedAlways<number>;
  topic: string;
  county: string | null;
  subject_id: string | null;
  payload: ColumnType<JsonValue, string | undefined, string>;
  sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
  created_at: ColumnType<Instant, string | undefined, string>;
  delivered_at: ColumnType<Instant | null, string | null | undefined, string | null>;
  attempts: Generated<number>;
  last_error: string | null;
}

interface SystemPopulation {
  one: Generated<boolean>;
  kind: Generated<string>;
}

interface SystemSetting {
  key: string;
  value: ColumnType<JsonValue, string, string>;
  updated_at: ColumnType<Instant, string | undefined, string>;
}

interface SystemTask {
  name: string;
  queue: string | null;
  max_attempts: Generated<number>;
}

interface VaultEntry {
  id: Generated<string>;
  kind: string;
  report_id: string;
  county: string;
  subject_id: string;
  key_id: string;
  sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
  created_by: string;
  created_at: ColumnType<Instant, string | undefined, string>;
  rotated_at: ColumnType<Instant | null, string | null | undefined, string | null>;
}

export interface Database {
  'access.break_glass': AccessBreakGlass;
  'access.entry': AccessEntry;
  'access.own_number': AccessOwnNumber;
  'access.place': AccessPlace;
  'access.recusal': AccessRecusal;
  'access.rule': AccessRule;
  'access.share_part': AccessSharePart;
  'access.stamp': AccessStamp;
  'audit.block': AuditBlock;
  'audit.entry': AuditEntry;
  'audit.era': AuditEra;
  'audit.reason': AuditReason;
  'audit.verification': AuditVerification;
  'auth.account': AuthAccount;
  'auth.rateLimit': AuthRateLimit;
  'auth.session': AuthSession;
  'auth.twoFactor': AuthTwoFactor;
  'auth.user': AuthUser;
  'auth.verification': AuthVerification;
  'casework.adoption': CaseworkAdoption;
  'casework.adoption_case': CaseworkAdoptionCase;
  'casework.approval': CaseworkApproval;
  'casework.assessment': CaseworkAssessment;
  'casework.assignment': CaseworkAssignment;
  'casework.case': CaseworkCase;
  'casework.case_counter': CaseworkCaseCounter;
  'casework.case_person': CaseworkCasePerson;
  'casework.case_report': CaseworkCaseReport;
  'casework.clock': CaseworkClock;
  'casework.event': CaseworkEvent;
  'casework.family_word': CaseworkFamilyWord;
  'casework.goal': CaseworkGoal;
  'casework.move': CaseworkMove;
  'casework.planned_visit': CaseworkPlannedVisit;
  'casework.share': CaseworkShare;
  'casework.transfer': CaseworkTransfer;
  'casework.visit': CaseworkVisit;
  'erasure.hold': ErasureHold;
  'erasure.tombstone': ErasureTombstone;
  'files.file': FilesFile;
  'files.piece': FilesPiece;
  'intake.addition': IntakeAddition;
  'intake.clock': IntakeClock;
  'intake.dispatch': IntakeDispatch;
  'intake.evidence_decision': IntakeEvidenceDecision;
  'intake.hit': IntakeHit;
  'intake.learned_fact': IntakeLearnedFact;
  'intake.presence': IntakePresence;
  'intake.proposal': IntakeProposal;
  'intake.proposal_line': IntakeProposalLine;
  'intake.receipt': IntakeReceipt;
  'intake.report': IntakeReport;
  'intake.report_counter': IntakeReportCounter;
  'intake.report_home': IntakeReportHome;
  'intake.report_person': IntakeReportPerson;
  'intake.report_text': IntakeReportText;
  'intake.review': IntakeReview;
  'keys.subject': KeysSubject;
  'network.referral': NetworkReferral;
  'org.account': OrgAccount;
  'org.calendar_day': OrgCalendarDay;
  'org.calendar_year': OrgCalendarYear;
  'org.county': OrgCounty;
  'org.district': OrgDistrict;
  'org.grant': OrgGrant;
  'org.recovery': OrgRecovery;
  'org.route': OrgRoute;
  'org.unit': OrgUnit;
  'org.unit_district': OrgUnitDistrict;
  'people.contact': PeopleContact;
  'people.decision': PeopleDecision;
  'people.decision_move': PeopleDecisionMove;
  'people.flag': PeopleFlag;
  'people.household': PeopleHousehold;
  'people.household_member': PeopleHouseholdMember;
  'people.identifier': PeopleIdentifier;
  'people.identifier_near': PeopleIdentifierNear;
  'people.kin': PeopleKin;
  'people.link': PeopleLink;
  'people.person': PeoplePerson;
  'people.reach': PeopleReach;
  'people.record': PeopleRecord;
  'people.search_key': PeopleSearchKey;
  'people.shielding': PeopleShielding;
  'system.draft': SystemDraft;
  'system.idempotency': SystemIdempotency;
  'system.job_effect': SystemJobEffect;
  'system.later_job': SystemLaterJob;
  'system.notice': SystemNotice;
  'system.notice_read': SystemNoticeRead;
  'system.outbox': SystemOutbox;
  'system.population': SystemPopulation;
  'system.setting': SystemSetting;
  'system.task': SystemTask;
  'vault.entry': VaultEntry;
}
