// How is a person said in few words? 男 7 歲; unknown stays unknown and is said.
import { m } from '../paraglide/messages.js';

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
