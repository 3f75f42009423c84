// The match inside the report request: every named person is looked up in one round trip, decided, and the decisions are written in one more.
// The index is a port: the store implements it on PostgreSQL, tests on a map.

import { type Candidate, decideMatch, type MatchDecision } from './decide.ts';
import type { IndexedPerson } from './indexed-person.ts';
import type { LookupKey } from './key-kinds.ts';
import { indexKeys, lookupKeys } from './lookup-keys.ts';
import { type PreparedIdentifier, type PreparedPerson, prepareReported } from './prepare.ts';
import type { ReportedPerson } from './reported-person.ts';

export interface Lookup {
  readonly identifier: PreparedIdentifier | null;
  readonly keys: readonly LookupKey[];
  /** Of more people than are read those in this district come first. */
  readonly district: string | null;
}

export interface ReportSubject {
  /** Id of the report_person row. */
  readonly subjectId: string;
  /** Id of the source row (people.record) in which the person is told of. */
  readonly recordId: string;
  readonly person: ReportedPerson;
}

export interface Recorded {
  readonly subjectId: string;
  readonly recordId: string;
  readonly prepared: PreparedPerson;
  readonly keys: readonly LookupKey[];
  readonly decision: MatchDecision;
}

export interface SubjectMatch {
  readonly subjectId: string;
  /** The person the report now speaks of; null while only candidates exist or nobody can be told. */
  readonly personId: string | null;
  readonly decision: MatchDecision['kind'];
  readonly candidates: readonly Candidate[];
}

export interface MatchRequest {
  readonly reportId: string;
  readonly county: string;
  readonly district: string | null;
  /** Instant of receipt. */
  readonly at: string;
  readonly demo: boolean;
  readonly subjects: readonly ReportSubject[];
}

/** What the matcher needs of the person index. */
export interface PersonIndex {
  /** Those whom each lookup finds, in the order of the lookups. One round trip. */
  find(lookups: readonly Lookup[]): Promise<readonly (readonly IndexedPerson[])[]>;
  /** Writes links, candidates and new people; gives the person of each subject or null. Idempotent by record. */
  record(request: MatchRequest, decisions: readonly Recorded[]): Promise<readonly (string | null)[]>;
}

/** What the index is asked for this person. */
export const lookupOf = (prepared: PreparedPerson): Lookup => ({
  identifier: prepared.identifier,
  keys: lookupKeys(prepared),
  district: prepared.reported.district ?? null,
});

/** Matches the people of one report. */
export const matchReport = async (index: PersonIndex, request: MatchRequest): Promise<SubjectMatch[]> => {
  const prepared = request.subjects.map((subject) => ({
    ...subject,
    prepared: prepareReported({ district: request.district, ...subject.person }),
  }));
  const found = await index.find(prepared.map(({ prepared: p }) => lookupOf(p)));
  const decisions = prepared.map(
    ({ subjectId, recordId, prepared: p }, i): Recorded => ({
      subjectId,
      recordId,
      prepared: p,
      keys: indexKeys(p),
      decision: decideMatch(p, found[i] ?? []),
    }),
  );
  const people = await index.record(request, decisions);
  return decisions.map(({ subjectId, decision }, i) => ({
    subjectId,
    personId: people[i] ?? null,
    decision: decision.kind,
    candidates: decision.kind === 'candidates' ? decision.candidates : [],
  }));
};
