// When may somebody have been born of whom only the month, the year or a guess is known? Where much hangs on an age, the latest day counts:
// a small child is not overlooked, and a record is not erased before its subject came of age.

import type { PlainDate } from './plain-date.ts';
import { addDays, addMonths, partsOf } from './plain-date.ts';

/** How exactly a date of birth is known; `approximate`: the year that a guessed age leads to. */
export type BirthPrecision = 'day' | 'month' | 'year' | 'approximate' | 'unknown';

/** By how many years a guessed age is wrong at most, where nobody knows any more how old it was said to be. */
export const GUESSED_BY = 4;

/** The last day on which somebody may have been born of whom this is known, a guess taken as it was said: of 約 6 歲, the end of that year. */
export function latestBirth(date: PlainDate, precision: BirthPrecision): PlainDate {
  if (precision === 'day' || precision === 'unknown') return date;
  const { month, day } = partsOf(date);
  // Of the month after, or of January, the day before the first.
  return addDays(addMonths(addDays(date, 1 - day), precision === 'month' ? 1 : 13 - month), -1);
}
