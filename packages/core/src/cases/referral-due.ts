// By when is a unit to answer a referral? The limit of the programme's clock for it: what the unit is told and what the clock counts are one moment.
import type { Programme } from '../programs/index.ts';
import { dueInstant, type Instant, type TimeContext } from '../time/index.ts';

/** Where a programme has no clock for it. */
const usual = { amount: 5, kind: 'workingDays' } as const;

/** The last moment at which an answer is on time; null when the limit has none. */
export function referralDue(programme: Pick<Programme, 'clocks'>, sentAt: Instant, context: TimeContext): Instant | null {
  return dueInstant(sentAt, programme.clocks.find(({ id }) => id === 'referral-answer')?.limit ?? usual, context);
}
