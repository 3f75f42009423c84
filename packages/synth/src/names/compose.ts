// What is a person called? Surname by the register's shares, given name by generation and sex; a few one-character names,
// married prefixes among elder women, indigenous names in romanisation (Name Act since 2024) where the county's overlay says so.

import type { Chance } from '../chance/index.ts';
import { type Generation, GIVEN_CHARACTERS } from './given-characters.ts';
import { SURNAMES } from './surnames.ts';

const INDIGENOUS = [
  'Savi',
  'Yumi',
  'Pihu',
  'Aping',
  'Iwan',
  'Temu',
  'Walis',
  'Biyung',
  'Langpaw',
  'Ciwas',
  'Umav',
  'Tiang',
  'Husung',
  'Abus',
  'Puni',
  'Lahai',
];
const CLANS = ['Takiludun', 'Isqaqavut', 'Tanapima', 'Nawi', 'Watan', 'Yukan', 'Palalavi', 'Islituan', 'Soqluman', 'Noming'];

export const surname = (chance: Chance): string => chance.weighted(SURNAMES);

const generationOf = (birthYear: number): Generation => (birthYear < 1960 ? 'elder' : birthYear < 1992 ? 'middle' : 'young');

// Earlier characters are commoner: the square of a uniform draw leans to the front of the list.
const lean = (chance: Chance, characters: string): string => {
  const list = [...characters];
  return list[Math.floor(chance.next() ** 1.6 * list.length)] ?? list[0] ?? '';
};

/** Given name for a birth year and sex; about 3 % have one character. */
export const givenName = (chance: Chance, sex: 'male' | 'female', birthYear: number): string => {
  const { first, second } = GIVEN_CHARACTERS[generationOf(birthYear)][sex];
  return chance.bool(0.03) ? lean(chance, second) : lean(chance, first) + lean(chance, second);
};

/** A romanised indigenous name: given name · clan. */
export const indigenousName = (chance: Chance): string => `${chance.pick(INDIGENOUS)} ${chance.pick(CLANS)}`;
