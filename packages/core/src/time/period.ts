// Which month, quarter or year is meant, and does a moment fall in it? Periods are cut in the legal zone.

import type { Instant } from './instant.ts';
import { addDays, addMonths, type PlainDate } from './plain-date.ts';
import { dateIn, type LegalZone } from './zone.ts';

/** A span of whole days, both ends included. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate };

/** The calendar month of `year` (Gregorian) and `month` 1–12. */
export function monthPeriod(year: number, month: number): Period {
  const from = `${year}-${String(month).padStart(2, '0')}-01` as PlainDate;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The calendar year, which is also the ROC year. */
export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate };
}

/** The school year that begins in August of `year` and ends in July. */
export function schoolYearPeriod(year: number): Period {
  return { from: `${year}-08-01` as PlainDate, to: `${year + 1}-07-31` as PlainDate };
}

/** Whether `instant` falls on one of the days of `period` in `zone`. */
export function inPeriod(period: Period, instant: Instant, zone: LegalZone): boolean {
  const date = dateIn(zone, instant);
  return date >= period.from && date <= period.to;
}

/** The month `YYYY-MM` of `instant` in `zone`. */
export function monthOf(instant: Instant, zone: LegalZone): string {
  return dateIn(zone, instant).slice(0, 7);
}
