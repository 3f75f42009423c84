// What is the reading of one clock? When it started, when it is due, whether it runs, and on whose demand.

import type { Label } from '../lang/label.ts';
import type { Escalation } from '../programs/clock-rule.ts';
import type { Mark } from '../programs/code-list.ts';
import type { Pause } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';

/**
 * How a clock stands. `running` before its due instant · `overdue` after it, unfulfilled · `met` fulfilled on time · `late` fulfilled too late ·
 * `paused` standing still · `cancelled` the duty has gone · `over` a watch period that has run out.
 */
export type ClockStatus = 'running' | 'overdue' | 'met' | 'late' | 'paused' | 'cancelled' | 'over';

/** One running of a clock rule. `round` counts restarts from 1. `due` null = a duty without a limit. */
export type Clock = {
  readonly ruleId: string;
  readonly round: number;
  /** Value of the rule's key fact, for duties that exist several times at once; null otherwise. */
  readonly key: string | null;
  readonly label: Label;
  readonly start: Instant;
  readonly due: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly pauses: readonly Pause[];
  readonly pausable: boolean;
  readonly status: ClockStatus;
  readonly basis: string;
  readonly mark: Mark;
  readonly kind: 'statutory' | 'practice' | 'county';
  readonly escalate: readonly Escalation[];
};

/** A clock as it had ended before the case went over. `rule`: its id; `said`: its words, where the newer statement has none for it. */
export type KeptClock = Pick<Clock, 'key' | 'round' | 'start' | 'due' | 'stoppedAt' | 'pauses' | 'status'> & {
  readonly rule: string;
  readonly said: { readonly label: Label; readonly basis: string; readonly mark: Mark; readonly kind: Clock['kind'] } | null;
};
/** A clock that ran when the case went over and goes on, with when it was due. */
export type CarriedClock = { readonly rule: string; readonly key: string | null; readonly due: Instant | null };
