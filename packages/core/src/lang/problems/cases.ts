// Problems of the life of a case.
export type CaseProblem =
  | { code: 'actionNotAllowed'; action: string; reason: string; opensAt: string | null }
  | { code: 'eventInvalid'; type: string; path: string; reason: string }
  | { code: 'caseClosed'; caseId: string }
  | { code: 'assignmentConflict'; reason: 'bothSides' | 'notInUnit' | 'relative' }
  | { code: 'referralAnswered'; referralId: string }
  | { code: 'approvalAnswered'; approvalId: string };
