// Does an age that somebody guessed fit a year of birth? Guesses are wrong by a tenth, and by two years for children.

import { GUESSED_BY } from '@anwang/core/time';
import type { ReportedPerson } from './reported-person.ts';

type Age = NonNullable<ReportedPerson['age']>;

const slack = ({ years }: Age): number => Math.max(2, Math.round(years / 10));

/** The years of birth that the guess leaves open. */
export const birthYears = (age: Age): readonly number[] =>
  Array.from({ length: 2 * slack(age) + 2 }, (_, i) => age.inYear - age.years - 1 - slack(age) + i);

/** `near`: within what such guesses are wrong by; `far`: beyond three times that; null: says nothing. */
export const ageAgreement = (age: Age, birthYear: number): 'near' | 'far' | null => {
  const years = birthYears(age);
  const off = Math.max((years[0] ?? birthYear) - birthYear, birthYear - (years.at(-1) ?? birthYear), 0);
  return off === 0 ? 'near' : off > 2 * slack(age) ? 'far' : null;
};

/** As above, where the index holds the year that a guess led to. */
export const guessedAgreement = (guessedYear: number, birthYear: number): 'near' | 'far' | null => {
  const off = Math.abs(guessedYear - birthYear);
  return off <= GUESSED_BY ? 'near' : off > 3 * GUESSED_BY ? 'far' : null;
};
