// Reports, the desk, dispatch: what is read and written about them. Each function works in the session it is given.
export { addAddition, type NewAddition } from './add-addition.ts';
export { type Arbitration, arbitrateDispatch, disputeDispatch, markAccepted } from './answer-dispatch.ts';
export { concludeReport, openReach } from './conclude-report.ts';
export { type Correction, correctReport, markAdditionsRead } from './correct-report.ts';
export type * from './decision.ts';
export { type Escalation, escalateClocks } from './escalate.ts';
export { decideEvidence, type EvidenceDecision, readEvidenceDecisions } from './evidence-decisions.ts';
export { type FiledPerson, type FiledReport, fileReport } from './file-report.ts';
export { findByNumber } from './find-by-number.ts';
export { hiddenContactId, hideReportedContacts } from './hide-contacts.ts';
export { isRelative } from './is-relative.ts';
export {
  addLearned,
  type Learned,
  type NewLearned,
  readLearned,
  readLearnedOfRecord,
  reportOfFact,
  takeFactBack,
} from './learned-facts.ts';
export { type AuditFilter, auditState, listAudit } from './list-audit.ts';
export { type DispatchFilter, type DispatchRow, listDispatches } from './list-dispatches.ts';
export { listTaken } from './list-taken.ts';
export { lockDispatch } from './lock-dispatch.ts';
export { type LockedReport, lockReport } from './lock-report.ts';
export { newId } from './new-id.ts';
export type * from './new-report.ts';
export { nextReportNumber } from './next-number.ts';
export { personsOfReports } from './persons-of-reports.ts';
export { attend, leave, listPresence, type Presence, presenceSeconds } from './presence.ts';
export { listQueue, type QueueFilter, type QueueRow, waitingStates } from './queue.ts';
export { countQueue, type QueueCounts } from './queue-counts.ts';
export { type BandChange, changeBand } from './raise-band.ts';
export { type OwnContact, openContact, openIdentifier, readOwnContacts } from './read-contacts.ts';
export { readDispatchLine, readWorkers } from './read-dispatch-line.ts';
export { type MatchedFacts, readMatched } from './read-matched.ts';
export * from './read-report.ts';
export { readResource } from './read-resource.ts';
export { looksAlone, readSides } from './read-sides.ts';
export { hashReceiptCode, receiptCode } from './receipt-code.ts';
export { addByReceipt, type OpenReceipt, openReceipt, receiptAdditions } from './receipts.ts';
export { type DispatchClock, deskClocksToReckon, reckonDeskClock } from './reckon-desk-clocks.ts';
export { type Holder, holderOfCase, holdersOfReport, readRepeats } from './rests-on.ts';
export { countOpenCases, readRouting, readUnitLoads } from './routing-table.ts';
export { readStanding, type Standing } from './standing.ts';
export { tellSupervisor } from './tell-supervisor.ts';
export { auditFound, type WaitingPerson, waitingPeople } from './waiting-people.ts';
export { writeProposal } from './write-proposal.ts';
export { type Review, writeReview } from './write-review.ts';
