// When was somebody born, no more exactly than it is known? 70.05.27, 民國 70 年 5 月, 民國 70 年生; an age that was guessed is said as such.
import { m } from '../paraglide/messages.js';
import { yearsOld } from './age.ts';
import { formatDate } from './dates.ts';

type Birth = { birthDate: string | null; birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown' };

/** The words; what is unknown is said. @param on ISO date, the present day when left out */
export function bornInWords({ birthDate, birthPrecision }: Birth, on?: string): string {
  if (birthDate === null || birthPrecision === 'unknown') return m.birth_unknown();
  if (birthPrecision === 'approximate') return m.age_about({ n: yearsOld(birthDate, on) });
  if (birthPrecision === 'day') return formatDate(birthDate);
  const year = birthDate.slice(0, 4);
  const roc = Number(year) - 1911;
  return birthPrecision === 'month' ? m.born_month({ roc, year, month: Number(birthDate.slice(5, 7)) }) : m.born_year({ roc, year });
}
