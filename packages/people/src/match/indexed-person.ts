// What does the index tell the matcher of somebody it found? Clear projections for comparing, and by which keys the person was found;
// contacts and numbers stay sealed, so that agreement on them is known from the keys alone.

/** How a reported number stands to the person's numbers, as the keyed indexes show it. */
export type IdentifierAgreement = 'same' | 'near' | 'masked' | 'different' | 'unknown';

/** One person of the index, as a lookup found them. */
export interface IndexedPerson {
  readonly id: string;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown' | null;
  /** ISO date. */
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  /** Where they were when they became known. */
  readonly district: string | null;
  readonly identifier: IdentifierAgreement;
  /** The kinds of keys that hit; never one that rests on a contact hidden by law 8. */
  readonly hits: readonly string[];
  readonly version: number;
}
