// Which agreements may bring two records together? All combinations worth considering, by role and facet; the planner chooses by counts
// (linkage.md §3.1, point 4). `looseness` is a rough number of pairs per record in a file of a million persons.

export interface RoleRule {
  readonly parts: readonly (readonly [role: string, facet: string])[];
  readonly looseness: number;
}

const rule = (looseness: number, ...parts: string[]): RoleRule => ({
  parts: parts.map((part) => part.split('.') as [string, string]),
  looseness,
});

/** In order of usefulness: a plan that can hold only some of them keeps the first. Rules that one of fewer parts contains serve files where that one is too loose. */
export const BLOCKING: readonly RoleRule[] = [
  // Persons: loose ones for small files …
  rule(0.3, 'identifier.id'),
  rule(0.6, 'phone.phone'),
  rule(0.4, 'email.email'),
  rule(20, 'birth-date.date'),
  rule(35, 'full-name.sound'),
  rule(30, 'full-name.name'),
  rule(3, 'address.door'),
  rule(1, 'identifier.visible'),
  rule(60, 'full-name.given'),
  rule(2000, 'full-name.surname'),
  // … middling ones …
  rule(3, 'full-name.masked', 'birth-date.year'),
  rule(2, 'full-name.masked', 'birth-date.month-day'),
  rule(1.5, 'full-name.masked', 'address.district'),
  rule(1, 'identifier.head', 'full-name.masked'),
  rule(1, 'email.local'),
  rule(1, 'phone.tail'),
  rule(1.2, 'full-name.sound', 'birth-date.year'),
  rule(1, 'full-name.name', 'birth-date.year'),
  rule(4, 'full-name.given', 'birth-date.year'),
  rule(3, 'full-name.surname', 'birth-date.month-day'),
  rule(2, 'full-name.surname', 'birth-date.year-month'),
  rule(0.8, 'full-name.surname', 'address.door'),
  rule(0.5, 'birth-date.year', 'address.door'),
  rule(0.5, 'birth-date.date', 'address.district'),
  rule(0.5, 'identifier.start', 'birth-date.year'),
  rule(0.5, 'identifier.end', 'birth-date.year'),
  // … and tight ones, for millions.
  rule(0.3, 'full-name.name', 'birth-date.date'),
  rule(0.3, 'full-name.sound', 'birth-date.date'),
  rule(0.8, 'full-name.surname', 'birth-date.date'),
  rule(0.6, 'full-name.masked', 'birth-date.date'),
  rule(0.3, 'full-name.given', 'birth-date.date'),
  rule(0.6, 'full-name.sound', 'birth-date.month-day'),
  rule(0.6, 'full-name.name', 'birth-date.month-day'),
  rule(1, 'full-name.sound', 'address.district'),
  rule(0.8, 'full-name.name', 'address.district'),
  rule(0.5, 'identifier.visible', 'birth-date.year'),
  rule(1, 'identifier.head', 'birth-date.date'),
  rule(0.6, 'full-name.last', 'birth-date.date'),
  rule(0.6, 'full-name.first', 'birth-date.date'),
  // Persons outside Taiwan.
  rule(2, 'full-name.surname', 'postcode.value'),
  rule(2, 'full-name.given', 'postcode.value'),
  rule(2, 'full-name.surname', 'place.text'),
  rule(2, 'full-name.given', 'place.text'),
  rule(0.6, 'full-name.surname-sound', 'birth-date.date'),
  rule(1, 'full-name.initials', 'birth-date.date'),
  rule(1, 'full-name.surname', 'address.text'),
  rule(1, 'full-name.given', 'address.text'),
  rule(1, 'birth-date.date', 'place.text'),
  rule(1, 'birth-date.date', 'postcode.value'),
  rule(2, 'birth-date.month-day', 'postcode.value'),
  rule(2, 'birth-date.month-day', 'address.text'),
  rule(5, 'birth-date.year-month', 'place.text'),
  rule(5, 'birth-date.year', 'address.text'),
  rule(0.5, 'identifier.start', 'full-name.surname'),
  rule(0.5, 'identifier.end', 'full-name.surname'),
  // Organisations and addresses.
  rule(4, 'address.text'),
  rule(1, 'free-text.words'),
  rule(8, 'free-text.start'),
  rule(10, 'free-text.longest'),
  rule(2, 'free-text.start', 'postcode.value'),
  rule(3, 'free-text.longest', 'postcode.value'),
  rule(2, 'address.start', 'postcode.value'),
  rule(3, 'address.longest', 'postcode.value'),
  rule(1, 'address.words', 'number.value'),
  rule(3, 'number.value', 'postcode.value'),
  rule(3, 'free-text.longest', 'address.longest'),
  rule(3, 'free-text.longest', 'place.text'),
  // A given name or a surname alone.
  rule(1, 'given-name.value', 'birth-date.date'),
  rule(1, 'surname.value', 'birth-date.date'),
  rule(1, 'given-name.text', 'birth-date.date'),
  rule(1, 'surname.text', 'birth-date.date'),
  rule(4, 'given-name.value', 'birth-date.year'),
  rule(4, 'surname.text', 'birth-date.year'),
];
