// How old is somebody born on this day? 7 歲 8 個月 for children, years alone from 18 up.
import { today } from './dates.ts';
import { m } from './index.ts';

/** Age on a day, in words; empty when the day lies in the future. @param on ISO date, the present day when left out */
export function ageInWords(birthDate: string, on: string = today()): string {
  const months = monthsOld(birthDate, on);
  if (months < 0) return m.report_future();
  const years = Math.floor(months / 12);
  return years >= 18 || months % 12 === 0 ? m.age_years({ n: years }) : m.age_years_months({ n: years, months: months % 12 });
}

/** Whole years on a day. @param on ISO date, the present day when left out */
export const yearsOld = (birthDate: string, on: string = today()): number => Math.floor(monthsOld(birthDate, on) / 12);

function monthsOld(birthDate: string, on: string): number {
  const [by, bm, bd] = birthDate.split('-').map(Number) as [number, number, number];
  const [ty, tm, td] = on.split('-').map(Number) as [number, number, number];
  return (ty - by) * 12 + tm - bm - (td < bd ? 1 : 0);
}
