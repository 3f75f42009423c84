// Which rows make a person findable? Keyed hashes of search keys, blind indexes of numbers; the clear values never reach a column.

import { blind, type KeyRing, nearForms } from '../keys/index.ts';
import type { Row } from './insert-many.ts';

/** A key in clear, as package people makes them. */
export interface ClearKey {
  readonly kind: string;
  readonly value: string;
}

const CONTACT_KINDS: ReadonlySet<string> = new Set(['phone', 'address']);

/** Rows of people.search_key. Keys of contacts are marked when law 8 hides the contact. */
export const searchKeyRows = (
  ring: KeyRing,
  person: { id: string; county: string; district: string | null },
  keys: readonly ClearKey[],
  hidden = false,
): Row[] => {
  const seen = new Set<string>();
  return keys.flatMap(({ kind, value }) => {
    if (seen.has(`${kind} ${value}`)) return [];
    seen.add(`${kind} ${value}`);
    return [
      {
        key: blind(ring, 'search', kind, value),
        kind,
        person_id: person.id,
        county: person.county,
        district: person.district,
        hidden: hidden && CONTACT_KINDS.has(kind),
        key_id: ring.index.current,
      },
    ];
  });
};

/** Rows of people.identifier and people.identifier_near for one number in normal form. */
export const identifierRows = (
  ring: KeyRing,
  id: string,
  personId: string,
  subjectId: string,
  number: { normal: string; valid: boolean },
  sealed: Uint8Array,
): { identifier: Row; near: Row[] } => ({
  identifier: {
    id,
    person_id: personId,
    kind: 'nationalId',
    subject_id: subjectId,
    sealed,
    key_id: ring.index.current,
    whole: blind(ring, 'whole', 'nationalId', number.normal),
    valid: number.valid,
  },
  near: nearForms(number.normal).map(({ form, text }) => ({
    identifier_id: id,
    person_id: personId,
    blind: blind(ring, form, 'nationalId', text),
    form,
  })),
});
