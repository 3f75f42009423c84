// When is the next visit due where the limit follows the level? Counted from the last visit that counts, and anew from it when the level changes meanwhile. Nobody is late
// for what nobody could know: a shorter limit is over three days after the result at the soonest, which is over a weekend, and what was over already stays so.
// Days of the calendar, not of the office: a day declared free would else move every clock of this kind.

import { dueInstant, type Limit, type TimeContext } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { Round } from './clock-rounds.ts';
import type { LevelSaid } from './service-level.ts';

/** As long at the least for whoever learns of a limit only now. */
export const atLeast: Limit = { amount: 3, kind: 'calendarDays' };

/**
 * The due instant of a round.
 * @param said every change of the level in the case
 * @param dueAt when the round is due at a level, counted from its start
 */
export function dueByLevel(
  { start, openedBy, endedBy }: Pick<Round, 'start' | 'openedBy' | 'endedBy'>,
  said: readonly LevelSaid[],
  dueAt: (level: string | null) => Instant | null,
  context: TimeContext,
): Instant | null {
  let due = dueAt(said.findLast((one) => one.seq <= openedBy)?.level ?? null);
  for (const { seq, at, level } of said) {
    if (seq <= openedBy || (endedBy !== null && seq > endedBy)) continue;
    const known = later(at, start);
    const anew = dueAt(level);
    if (due === null || anew === null || known > due) continue;
    const soonest = dueInstant(known, atLeast, context) ?? known;
    due = anew >= due ? anew : earlier(due, later(anew, soonest));
  }
  return due;
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
