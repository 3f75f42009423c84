// What does it make two people, that a report or case calls one of them the father, the spouse, the child of the other? The codes are those of the value set `relation`.

/** Ties of the family graph that a relation can state; `conflict`, `guardian` and the like are never stated in one word. */
export type StatedTie = 'parent' | 'spouse' | 'divorced' | 'partner' | 'exPartner' | 'sibling' | 'grandparent' | 'caregiver' | 'other';

/** The tie, and who is named first in it: the parent, the grandparent, the carer; of two who stand side by side, the person. */
type Stated = { readonly tie: StatedTie; readonly from: 'person' | 'subject' };

const stated: Readonly<Record<string, Stated>> = {
  father: { tie: 'parent', from: 'person' },
  mother: { tie: 'parent', from: 'person' },
  stepParent: { tie: 'other', from: 'person' },
  spouse: { tie: 'spouse', from: 'person' },
  exSpouse: { tie: 'divorced', from: 'person' },
  partner: { tie: 'partner', from: 'person' },
  exPartner: { tie: 'exPartner', from: 'person' },
  datingPartner: { tie: 'partner', from: 'person' },
  child: { tie: 'parent', from: 'subject' },
  sibling: { tie: 'sibling', from: 'person' },
  grandparent: { tie: 'grandparent', from: 'person' },
  grandchild: { tie: 'grandparent', from: 'subject' },
  inLaw: { tie: 'other', from: 'person' },
  otherKin: { tie: 'other', from: 'person' },
  carer: { tie: 'caregiver', from: 'person' },
};

/** Relations that tie two people; the others (teacher, neighbour, not known) tie nobody. */
export const tyingRelations: readonly string[] = Object.keys(stated);

/** The tie between a person and the subject to whom the relation was stated; null where it is none. `from` is <tie> of `to`. */
export function statedTie(
  relation: string,
  person: string,
  subject: string,
): { readonly tie: StatedTie; readonly from: string; readonly to: string } | null {
  const found = Object.hasOwn(stated, relation) ? stated[relation] : undefined;
  if (found === undefined || person === subject) return null;
  return found.from === 'person' ? { tie: found.tie, from: person, to: subject } : { tie: found.tie, from: subject, to: person };
}

const inverse: Readonly<Record<string, string>> = {
  father: 'child',
  mother: 'child',
  spouse: 'spouse',
  exSpouse: 'exSpouse',
  partner: 'partner',
  exPartner: 'exPartner',
  datingPartner: 'datingPartner',
  sibling: 'sibling',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  inLaw: 'inLaw',
  otherKin: 'otherKin',
};

/** What the subject is to a person of whom it was said what they are to the subject; null where the words do not tell, as the parent of a child whose sex nobody knows. */
export function invertedRelation(relation: string, sexOfSubject: string | null): string | null {
  if (relation === 'child') return sexOfSubject === 'male' ? 'father' : sexOfSubject === 'female' ? 'mother' : null;
  return Object.hasOwn(inverse, relation) ? (inverse[relation] ?? null) : null;
}
