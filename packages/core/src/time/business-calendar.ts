// Which days are working days? A calendar is data, year by year, published by the Executive Yuan's personnel administration (政府行政機關辦公日曆表).
// Saturdays and Sundays are off unless listed as make-up working days; all other days are on unless listed as off.

import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { addDays, type PlainDate, parsePlainDate, weekday } from './plain-date.ts';

/** One year of the office calendar: weekdays that are off, weekend days that are worked. */
export type OfficeYear = { readonly year: number; readonly off: readonly PlainDate[]; readonly makeUp: readonly PlainDate[] };

/** A calendar that knows some years. */
export type BusinessCalendar = {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<PlainDate>;
  readonly makeUp: ReadonlySet<PlainDate>;
};

/** Builds a calendar; a later entry for the same year replaces the earlier one, which is how a corrected or later year is imported. */
export function businessCalendar(years: readonly OfficeYear[]): BusinessCalendar {
  const byYear = new Map(years.map((entry) => [entry.year, entry]));
  const kept = [...byYear.values()];
  return {
    years: new Set(byYear.keys()),
    off: new Set(kept.flatMap((entry) => entry.off)),
    makeUp: new Set(kept.flatMap((entry) => entry.makeUp)),
  };
}

/** Whether the calendar's published years include the year of `date`; beyond them only weekends are known. */
export function knowsDate(calendar: BusinessCalendar, date: PlainDate): boolean {
  return calendar.years.has(Number(date.slice(0, 4)));
}

/** Whether offices work on `date`. */
export function isWorkingDay(calendar: BusinessCalendar, date: PlainDate): boolean {
  const day = weekday(date);
  if (day === 0 || day === 6) return calendar.makeUp.has(date);
  return !calendar.off.has(date);
}

/** The `count`-th working day after `date`, `date` itself not counted; `count` 0 gives `date`. */
export function addWorkingDays(calendar: BusinessCalendar, date: PlainDate, count: number): PlainDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`. */
export function workingDaysBetween(calendar: BusinessCalendar, from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/**
 * Reads an official calendar as lines `YYYYMMDD,…,0|2,note` (the open-data CSV: 0 = working, 2 = off), with or without a heading.
 * @returns the office years found, or `calendarInvalid` with the line (1-based) that could not be read or a year with missing days.
 */
export function parseOfficeCalendar(csv: string): Result<OfficeYear[], Problem> {
  const years = new Map<number, { off: PlainDate[]; makeUp: PlainDate[]; days: number }>();
  for (const [index, line] of csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || (index === 0 && !/^"?\d{8}/.test(line))) continue;
    const cells = line.split(',').map((cell) => cell.replace(/"/g, '').trim());
    const raw = cells[0] ?? '';
    const flag = cells.slice(1).find((cell) => cell === '0' || cell === '2');
    const date = parsePlainDate(`${raw.slice(0, 4)}-${raw.slice(4, 6)}-${raw.slice(6)}`);
    if (!date.ok || flag === undefined)
      return fail({ code: 'calendarInvalid', line: index + 1, reason: date.ok ? 'no 0/2 flag' : 'no date' });
    const year = Number(raw.slice(0, 4));
    const entry = years.get(year) ?? { off: [], makeUp: [], days: 0 };
    const weekend = weekday(date.value) % 6 === 0;
    if (weekend && flag === '0') entry.makeUp.push(date.value);
    if (!weekend && flag === '2') entry.off.push(date.value);
    entry.days += 1;
    years.set(year, entry);
  }
  for (const [year, entry] of years) {
    if (entry.days < 365) return fail({ code: 'calendarInvalid', line: 0, reason: `year ${year} has ${entry.days} days` });
  }
  if (years.size === 0) return fail({ code: 'calendarInvalid', line: 0, reason: 'no days' });
  return ok([...years].map(([year, entry]) => ({ year, off: entry.off, makeUp: entry.makeUp })));
}
