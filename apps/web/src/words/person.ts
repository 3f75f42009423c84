// How is a person said in few words? 男 7 歲; unknown stays unknown and is said.
import { m } from '../paraglide/messages.js';
import { ageInWords } from './age.ts';

/** Sex in one word. */
export function sexWord(sex: string): string {
  if (sex === 'male') return m.sex_male();
  if (sex === 'female') return m.sex_female();
  return sex === 'other' ? m.sex_other() : m.sex_unknown();
}

/** Sex and age: 男 7 歲, 女 約 62 歲 where the age is a guess, 女 年齡不明. */
export function describePerson(sex: string, age: number | null, guessed = false): string {
  return `${sexWord(sex)} ${age === null ? m.age_unknown() : guessed ? m.age_about({ n: age }) : m.age_years({ n: age })}`;
}

type Reported = { sex: string; birthDate: string | null; birthYear: number | null; ageApproximate: number | null };

/** Somebody of a report: 男 7 歲 8 個月 by the birth date, 女 約 62 歲 where the reporter guessed. */
export const whoReported = ({ sex, birthDate, birthYear, ageApproximate }: Reported): string =>
  birthDate
    ? `${sexWord(sex)} ${ageInWords(birthDate)}`
    : birthYear
      ? `${sexWord(sex)} ${m.born_year({ roc: birthYear - 1911, year: String(birthYear) })}`
      : describePerson(sex, ageApproximate, true);
