// When may somebody have been born of whom only the month, the year or a guess is known? Where much hangs on an age, the latest day counts:
// a small child is not overlooked, and a record is not erased before its subject came of age.

import type { PlainDate } from './plain-date.ts';
import { daysInMonth, partsOf } from './plain-date.ts';

/** How exactly a date of birth is known; `approximate`: the year that a guessed age leads to. */
export type BirthPrecision = 'day' | 'month' | 'year' | 'approximate' | 'unknown';

/** By how many years a guessed age is wrong at most, where nobody knows any more how old it was said to be. */
export const GUESSED_BY = 4;

/** The last day on which somebody may have been born of whom this is known, a guess taken as it was said: of 約 6 歲, the end of that year. */
export function latestBirth(date: PlainDate, precision: BirthPrecision): PlainDate {
  const { year, month } = partsOf(date);
  if (precision === 'month') return `${date.slice(0, 8)}${daysInMonth(year, month)}` as PlainDate;
  return precision === 'year' || precision === 'approximate' ? (`${date.slice(0, 5)}12-31` as PlainDate) : date;
}
