// Problems of the person index: links, candidates, merging and undoing.
export type PeopleProblem =
  | { code: 'candidateDecided'; candidateId: string }
  | { code: 'linkNotCertain'; reason: string }
  | { code: 'linkUndone'; linkId: string }
  | { code: 'demoAndReal' }
  | { code: 'queryTooWide'; minimum: number };
