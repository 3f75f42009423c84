// Where is the law's midnight? In a zone that is passed in. Taiwan has had no summer time since 1979, so a legal zone is a fixed offset;
// a test compares `taipei` with the platform's zone tables for 1980–2100. Dates of birth are plain dates and never pass through here.

import { type Instant, instantFromMs, msOf } from './instant.ts';
import type { PlainDate } from './plain-date.ts';

/** A legal zone with a fixed distance from UTC. */
export type LegalZone = { readonly id: string; readonly offsetMinutes: number };

/** Taiwan's legal time. */
export const taipei: LegalZone = { id: 'Asia/Taipei', offsetMinutes: 480 };

/** The calendar date that `instant` has in `zone`. */
export function dateIn(zone: LegalZone, instant: Instant): PlainDate {
  const minutes = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + zone.offsetMinutes;
  // Two of three moments have the date that they are written with.
  const there = minutes >= 0 && minutes < 1440 ? instant : instantFromMs(msOf(instant) + zone.offsetMinutes * 60_000);
  return there.slice(0, 10) as PlainDate;
}

/** The first moment of `date` in `zone`. */
export function startOfDay(zone: LegalZone, date: PlainDate): Instant {
  return instantFromMs(Date.parse(`${date}T00:00:00.000Z`) - zone.offsetMinutes * 60_000);
}

/** The last millisecond of `date` in `zone`: a period of days ends with it (Civil Code 121). */
export function endOfDay(zone: LegalZone, date: PlainDate): Instant {
  return instantFromMs(msOf(startOfDay(zone, date)) + 86_399_999);
}

/** Wall-clock time `HH:mm` of `instant` in `zone`. */
export function wallTime(zone: LegalZone, instant: Instant): string {
  return instantFromMs(msOf(instant) + zone.offsetMinutes * 60_000).slice(11, 16);
}
