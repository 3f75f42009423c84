// Problems of who may do what, and of signing in.
export type AccessProblem =
  | { code: 'notSignedIn' }
  | { code: 'accountClosed' }
  | { code: 'signInFailed' }
  | { code: 'secondFactorNeeded' }
  | { code: 'accountLocked'; until: string }
  | { code: 'accessDenied'; action: string; reason: string }
  | { code: 'purposeNeeded'; action: string; purposes: readonly string[] }
  | { code: 'reasonNeeded'; action: string }
  | { code: 'conflictOfInterest'; reason: 'relative' | 'ownProposal' | 'otherSide' }
  | { code: 'ownAccount' }
  | { code: 'secondPersonNeeded' }
  | { code: 'rightTooNew'; hours: number }
  | { code: 'recoveryWaits' }
  | { code: 'recoveryDecided' }
  | { code: 'rehearsed' };
