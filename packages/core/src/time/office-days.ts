// The published office calendars 113–116 (2024–2027): weekdays off and make-up working Saturdays.
// Source: 行政院人事行政總處 辦公日曆表 of each year; 114 as revised after 紀念日及節日實施條例 (2025-05-28). Later years are imported as data.

import { type BusinessCalendar, businessCalendar, type OfficeYear } from './business-calendar.ts';
import type { PlainDate } from './plain-date.ts';

function days(year: number, list: string): PlainDate[] {
  return list.split(' ').map((day) => `${year}-${day}` as PlainDate);
}

/** The years that are part of the repository. */
export const officeYears: readonly OfficeYear[] = [
  {
    year: 2024,
    off: days(2024, '01-01 02-08 02-09 02-12 02-13 02-14 02-28 04-04 04-05 06-10 09-17 10-10'),
    makeUp: days(2024, '02-17'),
  },
  {
    year: 2025,
    off: days(2025, '01-01 01-27 01-28 01-29 01-30 01-31 02-28 04-03 04-04 05-30 09-29 10-06 10-10 10-24 12-25'),
    makeUp: days(2025, '02-08'),
  },
  {
    year: 2026,
    off: days(2026, '01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25'),
    makeUp: [],
  },
  {
    year: 2027,
    off: days(2027, '01-01 02-04 02-05 02-08 02-09 02-10 03-01 04-05 04-06 04-30 06-09 09-15 09-28 10-11 10-25 12-24 12-31'),
    makeUp: [],
  },
];

/** The office calendar of the repository's years. */
export const officeCalendar: BusinessCalendar = businessCalendar(officeYears);
