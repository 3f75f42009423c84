// The person index on PostgreSQL: the port that package people matches against. Types are structural, so that neither room imports the other.

import type { Tx } from '../session/index.ts';
import { type FoundPerson, findPeople, type PersonLookup } from './find-people.ts';
import type { NewContact, NewPerson } from './found-people.ts';
import type { ClearKey } from './index-rows.ts';
import { newId } from './new-id.ts';
import { type MatchedPerson, recordMatches } from './record-matches.ts';

export interface Prepared {
  readonly reported: {
    readonly sex: 'male' | 'female' | 'other' | null;
    readonly age?: { readonly years: number; readonly inYear: number } | null;
  };
  /** The name as it is to be shown. */
  readonly shownName: string | null;
  readonly birth: {
    readonly precision: 'day' | 'month' | 'year';
    readonly year: number;
    readonly month: number;
    readonly day: number;
  } | null;
  readonly identifier: { readonly normal: string; readonly kind: string; readonly valid: boolean } | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
}

interface RecordedSubject {
  readonly subjectId: string;
  readonly recordId: string;
  readonly prepared: Prepared;
  readonly keys: readonly ClearKey[];
  readonly decision:
    | ({ readonly kind: 'link' } & MatchedPerson)
    | { readonly kind: 'candidates'; readonly candidates: readonly MatchedPerson[] }
    | { readonly kind: 'new' }
    | { readonly kind: 'unidentifiable' };
}

interface Request {
  readonly reportId: string;
  readonly county: string;
  readonly district: string | null;
  readonly at: string;
  readonly demo: boolean;
}

const two = (n: number): string => String(Math.max(1, n)).padStart(2, '0');

/** The first of what is known: a day, a year, or the year that a guessed age leads to, which is marked as a guess. */
const born = ({ birth, reported: { age } }: Prepared): Pick<NewPerson, 'birthDate' | 'birthPrecision'> =>
  birth !== null
    ? {
        birthDate: `${String(birth.year).padStart(4, '0')}-${two(birth.month)}-${two(birth.day)}`,
        birthPrecision: birth.precision,
      }
    : age
      ? { birthDate: `${age.inYear - age.years}-01-01`, birthPrecision: 'approximate' }
      : { birthDate: null, birthPrecision: 'unknown' };

/** Somebody new as the source row tells of them. */
export const newPersonFrom = (
  request: Omit<Request, 'reportId'>,
  { recordId, prepared, keys }: Pick<RecordedSubject, 'recordId' | 'prepared' | 'keys'>,
): NewPerson => {
  const { identifier, reported } = prepared;
  const atMs = Date.parse(request.at);
  const contact =
    (kind: NewContact['kind']) =>
    (value: string): NewContact => ({ id: newId(atMs), kind, value, district: null });
  const whole = identifier !== null && (identifier.kind === 'national' || identifier.kind.startsWith('resident'));
  return {
    id: newId(atMs),
    recordId,
    county: request.county,
    district: request.district,
    name: prepared.shownName,
    sex: reported.sex ?? 'unknown',
    ...born(prepared),
    identifier: whole ? { id: newId(atMs), normal: identifier.normal, valid: identifier.valid } : null,
    keys,
    contacts: [...prepared.phones.map(contact('phone')), ...prepared.addresses.map(contact('residenceAddress'))],
    demo: request.demo,
    at: request.at,
  };
};

export interface StorePersonIndex {
  find(lookups: readonly PersonLookup[]): Promise<FoundPerson[][]>;
  record(request: Request, decisions: readonly RecordedSubject[]): Promise<(string | null)[]>;
}

/** The index as this session sees it. */
export const personIndex = (tx: Tx): StorePersonIndex => ({
  find: (lookups) => findPeople(tx, lookups),
  record: (request, decisions) =>
    recordMatches(
      tx,
      request,
      decisions.map((one) => {
        const { subjectId, recordId, decision } = one;
        if (decision.kind === 'link') return { subjectId, recordId, outcome: { kind: 'link', to: decision } };
        if (decision.kind === 'candidates') return { subjectId, recordId, outcome: { kind: 'candidates', to: decision.candidates } };
        return {
          subjectId,
          recordId,
          outcome: decision.kind === 'new' ? { kind: 'new', person: newPersonFrom(request, one) } : { kind: 'unidentifiable' },
        };
      }),
    ),
});
