// When is something due? Start, limit and kind of calendar give one instant; on time means at or before it.
// Counting follows Civil Code 119–123: the first day is not counted, a period of days or months ends with the end of its last day,
// months go by the calendar. A last day that is a holiday is NOT moved (Administrative Procedure Act 48-IV would allow it): these limits
// protect people, so the stricter reading is taken.

import { addWorkingDays, type BusinessCalendar, workingDaysBetween } from './business-calendar.ts';
import { addHours, type Instant, instantFromMs, msOf } from './instant.ts';
import { addDays, addMonths, daysBetween, daysInMonth, type PlainDate, partsOf } from './plain-date.ts';
import { dateIn, endOfDay, type LegalZone } from './zone.ts';

/** The kinds of calendar that appear in the time-limit catalogue. */
export type LimitKind =
  | 'minutes'
  | 'hours'
  | 'sameDay'
  | 'calendarDays'
  | 'workingDays'
  | 'schoolDays'
  | 'months'
  | 'perMonth'
  | 'perYear'
  | 'times'
  | 'hoursOfCourse';

/** A limit: a whole number of a kind; `amount` null = a duty without a time limit, 0 = at once. `sameDay`: until the end of the day on which it starts. */
export type Limit = { readonly amount: number | null; readonly kind: LimitKind };

/** Does a limit of this kind move where a day is declared free, or a working day? */
export const countsOfficeDays = (kind: LimitKind): boolean => kind === 'workingDays' || kind === 'schoolDays';

/** What counting needs to know about the world. */
export type TimeContext = { readonly calendar: BusinessCalendar; readonly zone: LegalZone };

/** A stretch of time in which a clock stood still; `to` null = still standing. */
export type Pause = { readonly from: Instant; readonly to: Instant | null };

/**
 * The last instant at which the duty is fulfilled on time.
 * @returns null when the kind has no due instant (a count, hours of a course) or the amount is empty.
 *   `schoolDays` are counted as working days: no school calendar is kept yet. `perMonth`/`perYear` are due at the end of the running month/year.
 */
export function dueInstant(start: Instant, limit: Limit, context: TimeContext): Instant | null {
  const { amount, kind } = limit;
  if (amount === null) return null;
  if (amount === 0) return start;
  if (kind === 'minutes') return addHours(start, amount / 60);
  if (kind === 'hours') return addHours(start, amount);
  if (kind === 'sameDay') return endOfDay(context.zone, dateIn(context.zone, start));
  if (kind === 'times' || kind === 'hoursOfCourse') return null;
  const date = dateIn(context.zone, start);
  const known = lastDays.get(context.calendar) ?? new Map<string, Instant>();
  const key = `${date} ${amount} ${kind} ${context.zone.offsetMinutes}`;
  const held = known.get(key);
  if (held !== undefined) return held;
  const due = endOfDay(context.zone, lastDay(date, amount, kind, context.calendar));
  if (known.size >= mostKnown) known.clear();
  lastDays.set(context.calendar, known.set(key, due));
  return due;
}

/** What was counted before, by calendar: many cases begin on the same days, and a case is counted anew with each look at it. */
const lastDays = new WeakMap<BusinessCalendar, Map<string, Instant>>();
const mostKnown = 20_000;

/** The last day of a limit that began on `date`. */
function lastDay(
  date: PlainDate,
  amount: number,
  kind: Exclude<LimitKind, 'minutes' | 'hours' | 'sameDay' | 'times' | 'hoursOfCourse'>,
  calendar: BusinessCalendar,
): PlainDate {
  switch (kind) {
    case 'calendarDays':
      return addDays(date, amount);
    case 'workingDays':
    case 'schoolDays':
      return addWorkingDays(calendar, date, amount);
    case 'months':
      return endOfMonths(date, amount);
    case 'perMonth':
      return `${date.slice(0, 8)}${daysInMonth(partsOf(date).year, partsOf(date).month)}` as PlainDate;
    case 'perYear':
      return `${date.slice(0, 4)}-12-31` as PlainDate;
  }
}

/** Last day of a period of months after `date` (Civil Code 121-II): the day before the one that corresponds to the first counted day. */
export function endOfMonths(date: PlainDate, months: number): PlainDate {
  const first = addDays(date, 1);
  const corresponding = addMonths(first, months);
  // No corresponding day in the last month: the period ends with that month's last day, which addMonths has found.
  return partsOf(corresponding).day < partsOf(first).day ? corresponding : addDays(corresponding, -1);
}

/**
 * The due instant of a clock that stood still meanwhile: hours are moved by the time it stood, days by the days (working days) between.
 * @param now end of a pause that still lasts.
 */
export function dueWithPauses(start: Instant, limit: Limit, pauses: readonly Pause[], now: Instant, context: TimeContext): Instant | null {
  const due = dueInstant(start, limit, context);
  return due === null ? null : movedByPauses(due, limit.amount === 0 ? 'hours' : limit.kind, pauses, now, context);
}

/** A due instant moved by the time in which its clock stood still. */
export function movedByPauses(due: Instant, kind: LimitKind, pauses: readonly Pause[], now: Instant, context: TimeContext): Instant {
  if (pauses.length === 0) return due;
  if (kind === 'minutes' || kind === 'hours') {
    const stood = pauses.reduce((sum, pause) => sum + msOf(pause.to ?? now) - msOf(pause.from), 0);
    return instantFromMs(msOf(due) + stood);
  }
  const last = dateIn(context.zone, due);
  const between = (pause: Pause): number => {
    const [from, to] = [dateIn(context.zone, pause.from), dateIn(context.zone, pause.to ?? now)];
    const working = countsOfficeDays(kind);
    return working ? workingDaysBetween(context.calendar, from, to) : daysBetween(from, to);
  };
  const days = pauses.reduce((sum, pause) => sum + between(pause), 0);
  const working = countsOfficeDays(kind);
  return endOfDay(context.zone, working ? addWorkingDays(context.calendar, last, days) : addDays(last, days));
}

/** Upper bound of a limit in hours, for comparing limits of different kinds (a tightened limit must not be longer). Counts and open limits give null. */
export function longestHours(limit: Limit): number | null {
  if (limit.amount === null) return null;
  const hours: Record<LimitKind, number | null> = {
    minutes: 1 / 60,
    hours: 1,
    sameDay: 24,
    calendarDays: 24,
    workingDays: 24,
    schoolDays: 24,
    months: 24 * 31,
    perMonth: null,
    perYear: null,
    times: null,
    hoursOfCourse: null,
  };
  const each = hours[limit.kind];
  return each === null ? null : each * limit.amount;
}
