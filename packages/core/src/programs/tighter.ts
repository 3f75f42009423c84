// Is one limit certainly not longer than another, whatever the start and the calendar? A county may only tighten.

import type { Limit } from '../time/deadline.ts';

/** Hours that a limit lasts at least and at most; `most` null = no bound (working days depend on holidays). */
export function limitBounds(limit: Limit): { least: number; most: number | null } | null {
  const n = limit.amount;
  if (n === null) return null;
  if (n === 0) return { least: 0, most: 0 };
  switch (limit.kind) {
    case 'minutes':
      return { least: n / 60, most: n / 60 };
    case 'hours':
      return { least: n, most: n };
    // What starts in the last moment of a day is over at once.
    case 'sameDay':
      return { least: 0, most: 24 };
    // Days end with the end of the last day: up to one more day than their number.
    case 'calendarDays':
      return { least: n * 24, most: (n + 1) * 24 };
    case 'workingDays':
    case 'schoolDays':
      return { least: n * 24, most: null };
    // The shortest run of months is n × 28 days (February), the longest n × 31, plus the rest of the first day.
    case 'months':
      return { least: n * 28 * 24, most: (n * 31 + 1) * 24 };
    case 'perMonth':
    case 'perYear':
    case 'times':
    case 'hoursOfCourse':
      return null;
  }
}

/** Whether `changed` is strictly tighter than or equal to `original`: fewer of the same kind, or provably shorter; more often for duties per month or year. */
export function isTighterOrEqual(changed: Limit, original: Limit): boolean {
  if (changed.amount === null) return original.amount === null;
  if (original.amount === null) return changed.kind !== 'times' && changed.kind !== 'hoursOfCourse';
  if (changed.kind === original.kind) {
    const moreIsTighter = changed.kind === 'perMonth' || changed.kind === 'perYear';
    return moreIsTighter ? changed.amount >= original.amount : changed.amount <= original.amount;
  }
  const [a, b] = [limitBounds(changed), limitBounds(original)];
  return a !== null && b !== null && a.most !== null && a.most <= b.least;
}
