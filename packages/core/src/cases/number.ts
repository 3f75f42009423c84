// How are cases and reports numbered? `VF-115-11-0417`: programme, ROC year, month, running number in county and month.
// `115-1118-0731`: ROC year, month and day, running number in county and day. Dates are those of the legal zone.

import type { Instant } from '../time/instant.ts';
import { dateIn, type LegalZone } from '../time/zone.ts';

/** The number of a case dispatched at `at`; `running` counts from 1 in its county, programme and month. */
export function caseNumber(prefix: string, at: Instant, running: number, zone: LegalZone): string {
  const date = dateIn(zone, at);
  return `${prefix}-${Number(date.slice(0, 4)) - 1911}-${date.slice(5, 7)}-${String(running).padStart(4, '0')}`;
}

/** The number of a report received at `at`; `running` counts from 1 in its county and day. */
export function reportNumber(at: Instant, running: number, zone: LegalZone): string {
  const date = dateIn(zone, at);
  return `${Number(date.slice(0, 4)) - 1911}-${date.slice(5, 7)}${date.slice(8)}-${String(running).padStart(4, '0')}`;
}
