// casework: cases as folds of events. casework.event is the truth; all else here is projected from it in the same transaction.
export {
  type AdoptionCounts,
  type AdoptionRow,
  adoptionCases,
  beginAdoption,
  countAdoption,
  findAdoption,
  lastAdoption,
  lockAdoption,
  pinnedVersions,
  stepAdoption,
} from './adoptions.ts';
export { type AppendOptions, appendEvents, type LockedCase, lockCase, type ProgrammeOf, staleVersion } from './append-events.ts';
export { type AssignmentQuestion, assignmentConflict } from './assignment-conflict.ts';
export { type CallTold, callsTold } from './calls-told.ts';
export { carryCases, casesToCarry, lookAtCases } from './carry-adoption.ts';
export { type CaseFlag, readCaseFlags } from './case-flags.ts';
export { type ClockTold, clocksTold } from './clocks-told.ts';
export { countCases, countViews } from './count-cases.ts';
export { createCase, createCases, type MadeCase, type NewCase } from './create-case.ts';
export { type CaseEscalation, type EscalationStep, escalateCaseClocks } from './escalate-case-clocks.ts';
export type { EventDraft, EventDraftOf } from './event-draft.ts';
export { isRelativeOfCase } from './is-relative-of-case.ts';
export { type CaseWish, listCases } from './list-cases.ts';
export { type HeldMove, listOfferedMoves, lockOfferedMove, type OfferedMove, returnMove, takeMove } from './moves.ts';
export { type DayWish, type OpenPlace, readDay, readOpenPlaces } from './planned-visits.ts';
export { clockInstance, type Projection, project } from './projection.ts';
export * from './read-case.ts';
export { readEvents, readEventsAndNames } from './read-events.ts';
export { compareProjection, type RowDifference, rebuildCase } from './rebuild-case.ts';
export { type CalendarChange, casesToReckon, reckonClocks } from './reckon-clocks.ts';
export { answerReferral, findReferral, listReferrals, type ReferralAnswer } from './referrals.ts';
export {
  answerTransfer,
  closingOfTransfer,
  type HandedPerson,
  type HandOver,
  handOverCase,
  type TransferAnswer,
} from './transfers.ts';
export { type Withdrawal, withdrawAtDesk } from './withdraw-transfer.ts';
export * from './worklist.ts';
export type { ReferralPackages } from './write-events.ts';
