// Problems of the person index: links, candidates, merging and undoing.
export type PeopleProblem =
  | { code: 'candidateDecided'; candidateId: string }
  | { code: 'linkNotCertain'; reason: string }
  | { code: 'linkUndone'; linkId: string }
  | { code: 'demoAndReal' }
  | { code: 'queryTooWide'; minimum: number }
  /** A contact may not be kept from somebody, or shown again, by this actor: `samePerson`, `otherSide`, `notVictimSide`, `unknownPerson`, `reviewOn`. */
  | { code: 'shieldRefused'; reason: string };
