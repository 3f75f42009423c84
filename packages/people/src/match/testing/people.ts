// People for the tests of matching: somebody reported of whom nothing is known but what a test says, and somebody of the index.
import { canonicalText } from '@anwang/linkage/shelf';
import { decideMatch, type IndexedPerson, prepareReported, type ReportedPerson, UNKNOWN_PERSON } from '../index.ts';

export const reported = (more: Partial<ReportedPerson>): ReportedPerson => ({ ...UNKNOWN_PERSON, ...more });
export const indexed = (more: Partial<IndexedPerson>): IndexedPerson => ({
  id: 'p',
  name: '陳怡君',
  sex: 'female',
  birthDate: '1990-01-02',
  birthPrecision: 'day',
  district: null,
  identifier: 'unknown',
  hits: [],
  version: 1,
  ...more,
});
export const decide = (r: Partial<ReportedPerson>, ...people: Partial<IndexedPerson>[]) =>
  decideMatch(prepareReported(reported(r)), people.map(indexed));
/** Keys hold the shelf's canonical characters, whichever variant that is. */
export const canonical = (keys: readonly string[]) => keys.map(canonicalText);
