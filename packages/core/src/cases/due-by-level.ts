// When is the next visit due where the limit follows the level? Counted from the last visit that counts, and anew from it when the level changes meanwhile. Nobody is late
// for what nobody could know: a shorter limit is due at the end of the next working day at the soonest, and what was over already stays so.

import { dueInstant, type TimeContext } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { Round } from './clock-rounds.ts';
import type { LevelSaid } from './service-level.ts';

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
    const soonest = dueInstant(known, { amount: 1, kind: 'workingDays' }, context) ?? known;
    due = anew >= due ? anew : earlier(due, later(anew, soonest));
  }
  return due;
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
