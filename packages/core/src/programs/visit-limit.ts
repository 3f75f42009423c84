// Within which time is somebody visited who is to be visited so often a month? Once a month, or once in whole months, goes by the calendar (Civil Code 121).
// A part of a month is counted in days, of a month of thirty (Civil Code 123-II), and what is left over falls to the family: two a month are 15 days, four are 7.

import type { Limit } from '../time/deadline.ts';
import type { ClockRule } from './clock-rule.ts';
import type { Programme } from './program.ts';

const daysOfMonth = 30;
const mostMonths = 12;

/** The limit from one visit to the next; null where so many a month cannot be kept to: not whole, and not one in whole months up to a year. */
export function visitLimit(visitsPerMonth: number): Limit | null {
  if (visitsPerMonth > 1 && visitsPerMonth <= daysOfMonth && Number.isInteger(visitsPerMonth))
    return { amount: Math.floor(daysOfMonth / visitsPerMonth), kind: 'calendarDays' };
  const months = Math.round(1 / visitsPerMonth);
  return months >= 1 && months <= mostMonths && visitsPerMonth === 1 / months ? { amount: months, kind: 'months' } : null;
}

/** The limit of a clock at a level of service; its own where it follows none, or none is known. */
export function limitAt(programme: Pick<Programme, 'levels'>, rule: Pick<ClockRule, 'limit' | 'byLevel'>, level: string | null): Limit {
  const stated = rule.byLevel === true ? programme.levels.find((one) => one.id === level) : undefined;
  return (stated && visitLimit(stated.visitsPerMonth)) ?? rule.limit;
}
