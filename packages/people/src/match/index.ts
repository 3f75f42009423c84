export { contactKeys } from './contact-keys.ts';
export {
  type Candidate,
  decideMatch,
  LIKELIHOOD_BITS,
  type Likelihood,
  MAX_BY_MASKED_NAME,
  MAX_CANDIDATES,
  type MatchDecision,
} from './decide.ts';
export { type About, type Evidence, sentence, type Words, wordsOf } from './evidence.ts';
export type { IdentifierAgreement, IndexedPerson } from './indexed-person.ts';
export { CONTACT_KEY_KINDS, KEY_KINDS, type KeyKind, type LookupKey } from './key-kinds.ts';
export { keysEver, keysGone } from './keys-ever.ts';
export { alikeKeys, indexKeys, isMasked, isNamedInPart, lookupKeys } from './lookup-keys.ts';
export {
  type Lookup,
  lookupOf,
  type MatchRequest,
  matchReport,
  type PersonIndex,
  type Recorded,
  type ReportSubject,
  type SubjectMatch,
} from './match-report.ts';
export { type PreparedIdentifier, type PreparedPerson, prepareReported } from './prepare.ts';
export { type ReportedPerson, UNKNOWN_PERSON } from './reported-person.ts';
export { BITS, type Score, scorerOf } from './score.ts';
