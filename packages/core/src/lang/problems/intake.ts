// Problems of reports, screening, review and dispatch.
export type IntakeProblem =
  | { code: 'receiptUnknown' }
  | { code: 'receiptLocked'; until: string }
  | { code: 'reportDecided'; reportId: string }
  | { code: 'reportHeld'; by: string; until: string }
  | { code: 'proposalMissing'; reportId: string }
  | { code: 'reviewerIsProposer' }
  | { code: 'reviewerIsRelative' }
  | { code: 'reasonCodeNeeded'; field: string }
  | { code: 'disputeUsed'; dispatchId: string }
  | { code: 'dispatchAnswered'; dispatchId: string }
  | { code: 'routeUnknown'; programme: string; district: string };
