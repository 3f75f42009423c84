// By when a unit accepts what is sent to it, and what the case owes meanwhile: one reading for the desk, the arbiter, the inbox and a changed calendar.
import { acceptedBy, dutiesOf, type SentCase } from '@anwang/core/cases';
import { deskDueInstant } from '@anwang/core/screening';
import type { Instant, TimeContext } from '@anwang/core/time';
import { programmeFor } from '@anwang/packs';
import type { House } from '../house.ts';

type Sent = SentCase & { readonly programme: string };

/** By when it is to be accepted. @param start from when the unit has its time: the dispatch, or the word of the arbiter */
export function acceptDueOf(house: House, sent: Sent, start: Instant, time: TimeContext = house.time(sent.county)): Instant {
  const limit = deskDueInstant(house.packs.desk(sent.county), 'unit-accept', start, time);
  return acceptedBy(limit, programmeFor(sent.programme, sent.county), sent, { now: start, ...time });
}

/** What the case owes while it waits, nearest first. */
export function dutiesWaiting(house: House, sent: Sent, now: Instant) {
  const programme = programmeFor(sent.programme, sent.county);
  return programme === null ? [] : dutiesOf(programme, sent, { now, ...house.time(sent.county) });
}
