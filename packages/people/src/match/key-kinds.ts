// By which keys is a person looked up? Equality keys only: they are hashed with a secret by the store and probed with leakproof operators
// under the same policies as the person (house.md, Access). Each kind says what it is worth in words, for the matching and the search box.

export const KEY_KINDS = [
  'name',
  'namePinyin',
  'nameInitials',
  'nameMasked',
  'nameMaskedYear',
  'namePart',
  'nameCharacter',
  'nickname',
  'birthSurname',
  'birthGiven',
  'phone',
  'address',
] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** A key in clear; it never leaves the process unhashed. */
export interface LookupKey {
  readonly kind: KeyKind;
  readonly value: string;
}

/** Kinds that come from contacts: when the contact is hidden by law 8, its key is marked hidden and the matcher does not use it. */
export const CONTACT_KEY_KINDS: ReadonlySet<KeyKind> = new Set(['phone', 'address']);
