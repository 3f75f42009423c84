// What is a date without a time? `YYYY-MM-DD`, counted on the Gregorian calendar, in no zone at all.

import type { Brand } from '../lang/brand.ts';
import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';

/** A calendar date, `YYYY-MM-DD`. */
export type PlainDate = Brand<string, 'PlainDate'>;

/** Days in a month (1–12) of a Gregorian year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of a year, month and day; refused when there is no such day. */
export function plainDate(year: number, month: number, day: number, raw = `${year}-${month}-${day}`): Result<PlainDate, Problem> {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return fail({ code: 'dateImpossible', raw, year, month, day });
  return ok(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate);
}

/** Reads `YYYY-MM-DD`. */
export function parsePlainDate(raw: string): Result<PlainDate, Problem> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw);
  if (parts === null) return fail({ code: 'dateUnreadable', raw });
  return plainDate(Number(parts[1]), Number(parts[2]), Number(parts[3]), raw);
}

/** Year, month and day of a date. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00.000Z`) / 86_400_000;
}

/** The date `days` after `date`. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10) as PlainDate;
}

/** Days from `from` to `to`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekday(date: PlainDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The date `months` later with the same day, or the last day of that month when it has none. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  const d = Math.min(day, daysInMonth(y, m));
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as PlainDate;
}

/** Completed years of age on `on` of someone born on `born`; a birthday on 29 February is reached on 1 March of common years (Civil Code 124). */
export function ageOn(born: PlainDate, on: PlainDate): number {
  const b = partsOf(born);
  const o = partsOf(on);
  const reached = o.month > b.month || (o.month === b.month && o.day >= b.day);
  return o.year - b.year - (reached ? 0 : 1);
}
