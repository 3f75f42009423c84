// A thing that a case found out of the family, and by what: who lives with whom, what two people are to each other.

import type { PersonId } from '../lang/ids.ts';
import type { Label } from '../lang/label.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** By what it is known. */
export const familyBases = {
  visit: { zh: '訪視確認', en: 'Seen at a visit' },
  family: { zh: '家人或本人陳述', en: 'Said by the family' },
  agency: { zh: '學校或其他單位告知', en: 'Told by a school or another agency' },
  document: { zh: '戶籍資料或證件', en: 'Household register or papers' },
} as const satisfies Record<string, Label>;
export type FamilyBasis = keyof typeof familyBases;

/** `relation` null of kin: they are not what was told. `lives` with `until`: they lived together until then. */
export type FamilyWordFact = {
  readonly word: string;
  readonly about: 'kin' | 'home';
  readonly person: PersonId;
  readonly other: PersonId;
  readonly relation: string | null;
  readonly lives: boolean | null;
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
  readonly basis: FamilyBasis;
};
