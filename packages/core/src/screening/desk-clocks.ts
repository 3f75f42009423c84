// By when must the desk act on a report? Two clocks in wall time from receipt: 24 hours for dispatch, and the shorter one of its band.
// The queue is sorted by the nearer of the two; when the band changes the triage clock is drawn anew from the same receipt.

import { dueInstant, type TimeContext } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { Desk, DeskLimitId, RiskBand } from './desk.ts';

/** The desk's clocks of one report. */
export type DeskDue = { readonly triageDue: Instant; readonly deskDue: Instant; readonly nextDue: Instant };

/** The due instant of one desk limit. A desk limit always has one: `checkDesk` refuses counts and open limits. */
export function deskDueInstant(desk: Desk, id: DeskLimitId, start: Instant, context: TimeContext): Instant {
  const due = dueInstant(start, desk.limits[id].limit, context);
  if (due === null) throw new Error(`desk limit ${id} has no due instant`);
  return due;
}

/** Triage and desk clocks of a report received at `receivedAt` in `band`. */
export function deskDue(desk: Desk, receivedAt: Instant, band: RiskBand, context: TimeContext): DeskDue {
  const triageDue = deskDueInstant(desk, `triage-${band}`, receivedAt, context);
  const deskDispatch = deskDueInstant(desk, 'desk-dispatch', receivedAt, context);
  const [nextDue = triageDue] = [triageDue, deskDispatch].sort();
  return { triageDue, deskDue: deskDispatch, nextDue };
}
