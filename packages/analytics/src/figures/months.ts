// Which moments does a span of months cover? From the first moment of the first month to the first moment after the last, in the legal zone.

import { addDays, addMonths, dateIn, type Instant, type LegalZone, type PlainDate, startOfDay } from '@anwang/core/time';

export interface MonthSpan {
  /** YYYY-MM, both included. */
  readonly from: string;
  readonly to: string;
}

/** The last `count` months up to the one of `now`. */
export const lastMonths = (now: Instant, zone: LegalZone, count: number): MonthSpan => {
  const first = `${dateIn(zone, now).slice(0, 7)}-01` as PlainDate;
  return { from: addMonths(first, 1 - count).slice(0, 7), to: first.slice(0, 7) };
};

/** Moments of a span: `until` is not included. */
export const momentsOf = ({ from, to }: MonthSpan, zone: LegalZone): { from: Instant; until: Instant } => ({
  from: startOfDay(zone, `${from}-01` as PlainDate),
  until: startOfDay(zone, addMonths(addDays(`${to}-01` as PlainDate, 0), 1)),
});
