// How strongly does the evidence speak for one person? Bits per fact (log2 of m over u), added up: names and birth dates by the levels of the
// Taiwan shelf with its stated m and u; the rest by the table below. No fact counts twice: address and telephone are capped together.

import { ageAgreement, guessedAgreement } from './age.ts';
import { BIRTH_DATE, FULL_NAME } from './comparisons.ts';
import type { About, Evidence } from './evidence.ts';
import type { IndexedPerson } from './indexed-person.ts';
import type { NameForms } from './name-forms.ts';
import { type PreparedPerson, prepareReported } from './prepare.ts';
import { UNKNOWN_PERSON } from './reported-person.ts';
import { writtenNames } from './written-names.ts';

/** Stated weights in bits. Number: one in 23 million, bounded; contact: families and carers share them. */
export const BITS = {
  identifier: { same: 20, near: 9, masked: 8, different: -6 },
  /** A word of a name, or a given name, alone: as much as a name with one character left out. */
  namePart: 7,
  sex: { same: 1, different: -4 },
  /** Nine in ten guesses fall into a window that holds one person in five. */
  age: { near: 2, far: -4 },
  phone: { same: 9 },
  address: { same: 8 },
  /** Families move within their county, and what is reported need not have happened at home. It puts people of one name in order; with the sex it stays below `strong`. */
  district: { same: 1, other: -1 },
  /** Together address and telephone say hardly more than the stronger of them. */
  contactCap: 11,
} as const;

export interface Score {
  readonly weight: number;
  readonly evidence: readonly Evidence[];
}

const fact = (about: About, level: string, bits: number, conflict = false): Evidence => ({
  about,
  level,
  bits,
  compatible: bits > 0,
  conflict,
});

/** What one reported text says beside the texts of candidates. A common name finds hundreds of people of that name: what was asked once is known. */
const beside = (about: About, comparison: typeof FULL_NAME, left: string | null): ((right: string | null) => readonly Evidence[]) => {
  const a = comparison.prepare([left]);
  const told = new Map<string | null, readonly Evidence[]>();
  const ask = (right: string | null): readonly Evidence[] => {
    const b = a === null ? null : comparison.prepare([right]);
    if (a === null || b === null) return [];
    const level = comparison.levels[comparison.compare(a, b)];
    return level === undefined ? [] : [fact(about, level.id, Math.log2(level.m / level.u), level.conflict === true)];
  };
  return (right) => {
    const known = told.get(right);
    if (known !== undefined) return known;
    const asked = ask(right);
    told.set(right, asked);
    return asked;
  };
};

/** The best agreement of any of the names that were told with any by which somebody is known. */
const nameFacts = ({ reported, names }: PreparedPerson): ((right: string | null) => readonly Evidence[]) => {
  const asked = writtenNames(reported.name).map((each) => beside('name', FULL_NAME, each));
  const told = new Map<string | null, readonly Evidence[]>();
  return (right) => {
    const before = told.get(right);
    if (before !== undefined) return before;
    const known = writtenNames(right);
    const levels = asked.flatMap((ask) => known.flatMap(ask)).sort((a, b) => b.bits - a.bits);
    const part = levels.length > 0 && (levels[0]?.bits ?? 0) < SURE_NAME && isPartOf(names, prepareName(right));
    const best = part ? [fact('name', 'part', BITS.namePart)] : levels.slice(0, 1);
    told.set(right, best);
    return best;
  };
};
/** From so many bits on the names agree as wholes. */
const SURE_NAME = 10;

const prepareName = (text: string | null): readonly NameForms[] => prepareReported({ ...UNKNOWN_PERSON, name: text }).names;

const isPartOf = (left: readonly NameForms[], right: readonly NameForms[]): boolean =>
  left.some((a) =>
    right.some((b) => (a.asPart !== null && b.parts.includes(a.asPart)) || (b.asPart !== null && a.parts.includes(b.asPart))),
  );

const sexFact = (left: string | null, right: string | null): Evidence[] => {
  const known = (sex: string | null) => sex === 'male' || sex === 'female';
  if (!known(left) || !known(right)) return [];
  return left === right ? [fact('sex', 'same', BITS.sex.same)] : [fact('sex', 'different', BITS.sex.different)];
};

const birthText = (person: IndexedPerson): string | null => {
  if (person.birthDate === null) return null;
  // A guess is not compared as if it had been told.
  const length = { day: 10, month: 7, year: 4, approximate: 0, unknown: 0 }[person.birthPrecision];
  return length === 0 ? null : person.birthDate.slice(0, length);
};

/** A guessed age says something only where no date of birth was told on that side; of two guesses the one that is told counts as the guess. */
const ageFact = ({ reported, birth }: PreparedPerson, { birthDate, birthPrecision }: IndexedPerson): Evidence[] => {
  if (birthDate === null || birthPrecision === 'unknown') return [];
  const known = Number(birthDate.slice(0, 4));
  const agreement =
    birth !== null
      ? birthPrecision === 'approximate'
        ? guessedAgreement(known, birth.year)
        : null
      : reported.age
        ? ageAgreement(reported.age, known)
        : null;
  return agreement === null ? [] : [fact('age', agreement, BITS.age[agreement])];
};

/** An address says where it is: with it the district counts nothing. */
const districtFact = (told: string | null | undefined, { district, hits }: IndexedPerson): Evidence[] => {
  if (told == null || district === null || hits.includes('address')) return [];
  return told === district ? [fact('district', 'same', BITS.district.same)] : [fact('district', 'other', BITS.district.other)];
};

const contactFacts = (person: IndexedPerson): Evidence[] => {
  const phone = person.hits.includes('phone') ? BITS.phone.same : 0;
  const address = person.hits.includes('address') ? Math.min(BITS.address.same, BITS.contactCap - phone) : 0;
  return [...(phone > 0 ? [fact('phone', 'same', phone)] : []), ...(address > 0 ? [fact('address', 'same', address)] : [])];
};

/** How anybody is weighed against this reported person: bits and reasons for being the same one. */
export const scorerOf = (query: PreparedPerson): ((person: IndexedPerson) => Score) => {
  const name = nameFacts(query);
  const birthDate = beside('birthDate', BIRTH_DATE, query.reported.birthDate);
  return (person) => {
    const evidence = [
      ...(person.identifier === 'unknown' ? [] : [fact('identifier', person.identifier, BITS.identifier[person.identifier])]),
      ...name(person.name),
      ...birthDate(birthText(person)),
      ...ageFact(query, person),
      ...sexFact(query.reported.sex, person.sex),
      ...contactFacts(person),
      ...districtFact(query.reported.district, person),
    ];
    return { weight: evidence.reduce((sum, e) => sum + e.bits, 0), evidence };
  };
};
