export { addKeys, type Founded, type ReadAnew, readFounded, tellAnew } from './add-keys.ts';
export { applyLinkSteps, type Decision, type Followed, type LinkStep } from './apply-link-steps.ts';
export { ALIKE_LIMIT, countAlike } from './count-alike.ts';
export { type DecisionNote, takeBack, type Verb } from './decide.ts';
export { type FoundPerson, findPeople, KEY_LIMIT, type PersonLookup } from './find-people.ts';
export { foundPeople, type NewContact, type NewPerson, sourceOfRecord, writeContacts } from './found-people.ts';
export { getPerson, type PersonFile, standsFor } from './get-person.ts';
export { hideAlike, hideContacts, type KeysOf } from './hide-alike.ts';
export { type ClearKey, identifierRows, searchKeyRows } from './index-rows.ts';
export { type Cell, insertMany, type Row } from './insert-many.ts';
export { type LinkSituation, readLinkSituation } from './link-situation.ts';
export { type CandidateRow, listCandidates } from './list-candidates.ts';
export { type DecisionRow, findDecision, listDecisions } from './list-decisions.ts';
export { newId } from './new-id.ts';
export { type Indexed, indexNewcomer, type Newcomer, readNewcomer, writeNewcomer } from './newcomer.ts';
export { newPersonFrom, personIndex, type StorePersonIndex } from './person-index.ts';
export {
  countResting,
  lockPeople,
  mergeConflict,
  readConfirmedLinks,
  readRedirects,
  restsOnPerson,
  restsOnRecord,
  type StandingPerson,
} from './person-situation.ts';
export { readFamilyGraph, type StoredGraph } from './read-family-graph.ts';
export { type Again, type LinksOfRecord, readLinksOfRecord, recordAgain } from './record-again.ts';
export { type DecidedSubject, type MatchedPerson, recordMatches, sendSpeaks } from './record-matches.ts';
export { type KeysOfRecord, type RotatedKeys, rotateSearchKeys } from './rotate-search-keys.ts';
export { MOST_BY_PART, type PeopleQuery, type SearchAnswer, type SearchPage, type SearchRow, searchPeople } from './search-people.ts';
export {
  addHiddenContact,
  endContact,
  keptFrom,
  type Shielding,
  shieldContact,
  shieldsToReview,
  unshieldContact,
} from './shield-contact.ts';
export { dropProposals, linkedByNumber, unlearn } from './unlearn.ts';
