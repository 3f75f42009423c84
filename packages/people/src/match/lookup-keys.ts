// Which keys find this person? The same function makes the keys of people in the index and of people in reports, so that they cannot drift apart.

import { birthYears } from './age.ts';
import type { KeyKind, LookupKey } from './key-kinds.ts';
import type { NameForms } from './name-forms.ts';
import type { PreparedPerson } from './prepare.ts';

const dayOf = ({ birth }: PreparedPerson): string | null =>
  birth !== null && birth.precision === 'day'
    ? `${birth.year}-${String(birth.month).padStart(2, '0')}-${String(birth.day).padStart(2, '0')}`
    : null;

const key = (kind: KeyKind, ...parts: (string | number | null | undefined)[]): LookupKey[] =>
  parts.some((p) => p === null || p === undefined || p === '') ? [] : [{ kind, value: parts.join('|') }];

const nameKeys = (forms: NameForms, person: PreparedPerson): LookupKey[] => {
  const day = dayOf(person);
  return [
    ...key('name', forms.whole),
    ...key('namePinyin', forms.pinyin),
    ...key('nameInitials', forms.initials),
    ...forms.masked.flatMap((masked) => [...key('nameMasked', masked), ...key('nameMaskedYear', masked, person.birth?.year)]),
    ...key('birthSurname', day, forms.surnameSound),
    ...key('birthGiven', day, forms.given),
    ...forms.parts.flatMap((part) => key('namePart', part)),
    ...forms.characters.flatMap((character) => key('nameCharacter', character)),
  ];
};

/** Keys under which the index holds a person. */
export const indexKeys = (person: PreparedPerson): LookupKey[] => {
  return [
    ...person.names.flatMap((forms) => nameKeys(forms, person)),
    ...person.nicknames.flatMap((forms) => key('nickname', forms.whole ?? forms.asPart)),
    ...person.phones.flatMap((phone) => key('phone', phone)),
    ...person.addresses.flatMap((address) => key('address', address)),
  ];
};

const BOX_ALONE: ReadonlySet<KeyKind> = new Set(['nameInitials', 'nameCharacter', 'nickname']);

/** Whether a part of the name was hidden when it was told (陳○明). */
export const isMasked = ({ name }: PreparedPerson): boolean => name?.kind === 'han' && name.masked === true;

/**
 * Keys with which a reported person is looked up. A name with one hidden character alone finds far too many people in a large county:
 * it is used only when the name itself was masked and no year of birth narrows it; a guessed age narrows it to some years. First symbols, single characters and nicknames are for the search box alone: who types them looks at whom they find.
 * Whoever is told of by a part of their name is found by it, and whoever is known by a part alone is found by the whole.
 */
export const lookupKeys = (person: PreparedPerson): LookupKey[] => {
  const wide = isMasked(person) && person.birth === null;
  const { age } = person.reported;
  const years = wide && age ? birthYears(age) : [];
  const narrowed = years.flatMap((year) => (person.forms?.masked ?? []).flatMap((masked) => key('nameMaskedYear', masked, year)));
  const asWritten = indexKeys(person).filter(
    ({ kind }) => !BOX_ALONE.has(kind) && kind !== 'namePart' && (kind !== 'nameMasked' || (wide && years.length === 0)),
  );
  const parts = person.names.flatMap(({ asPart, plain, parts: own }) => [
    ...key('namePart', asPart),
    ...key('namePart', plain),
    ...own.flatMap((part) => key('name', part)),
  ]);
  return [...asWritten, ...narrowed, ...parts];
};

/** Whether the name was told in part only: hidden characters, a given name alone, one word of several. */
export const isNamedInPart = ({ forms }: PreparedPerson): boolean => forms?.partial === true;

/** The keys under which everybody stands who has this name, or whose name a masked one, or a part, could be. */
export const alikeKeys = (person: PreparedPerson): LookupKey[] =>
  isMasked(person)
    ? indexKeys(person).filter(({ kind }) => kind === 'nameMasked')
    : isNamedInPart(person)
      ? key('namePart', person.forms?.asPart)
      : indexKeys(person).filter(({ kind }) => kind === 'name');
