// When do people of the offices work, and when do reporters report? Hours of the day in Taipei (UTC+8 without summer time), never those of the machine.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TAIPEI = 8 * HOUR;

/** From this hour (included) to that one (excluded), fractional. */
export type Hours = readonly [from: number, to: number];

/** Desks and meetings, and visits: families are met after work too; the last visit begins so that it ends before nine. */
export const office: Hours = [8.5, 17.5];
export const visiting: Hours = [8.5, 19];
export const telephoning: Hours = [8.5, 20];

/** When reporters of each kind report; `null`: at any hour. */
export const reporting: Readonly<Record<'any' | 'day' | 'office', Hours | null>> = { any: null, day: [7.5, 21.5], office: [7.5, 17.5] };

/** The hour of the day in Taipei, fractional. */
export const hourOf = (atMs: number): number => ((((atMs + TAIPEI) % DAY) + DAY) % DAY) / HOUR;
/** Day of the week in Taipei, 0 = Sunday. */
export const weekdayOf = (atMs: number): number => new Date(atMs + TAIPEI).getUTCDay();
const midnight = (atMs: number): number => Math.floor((atMs + TAIPEI) / DAY) * DAY - TAIPEI;

/**
 * The moment itself where it lies within the hours; otherwise a moment of the next day that has them.
 * @param share where between the hours, from 0 to 1
 * @param weekends whether Saturdays and Sundays count
 */
export const withinHours = (atMs: number, [from, to]: Hours, share: number, weekends = false): number => {
  const free = (ms: number): boolean => weekends || (weekdayOf(ms) !== 0 && weekdayOf(ms) !== 6);
  const hour = hourOf(atMs);
  if (free(atMs) && hour >= from && hour < to) return atMs;
  let day = midnight(atMs) + (hour < from && free(atMs) ? 0 : DAY);
  while (!free(day + DAY / 2)) day += DAY;
  return day + (from + share * (to - from)) * HOUR;
};
