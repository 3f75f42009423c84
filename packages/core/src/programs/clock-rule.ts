// What is a clock? A duty with a limit that starts, stops and may pause by events of the case; its basis says who demands it and how sure that is.

import type { RoleId } from '../access/role-ids.ts';
import type { Label } from '../lang/label.ts';
import type { Condition } from '../rules/condition.ts';
import type { Limit } from '../time/deadline.ts';
import type { LegalBasis } from './code-list.ts';

/** Events of a case that match: of one of the types and, where given, with facts that fulfil `where` (names without prefix: `outcome`, `faceToFace`). */
export type EventPattern = { readonly types: readonly string[]; readonly where?: Condition };

/** Whom to tell when: hours before the due instant (negative = after it). */
export type Escalation = { readonly hoursBefore: number; readonly to: RoleId };

/** One clock of a programme. */
export type ClockRule = {
  /** Id of the time-limit catalogue where it stands there. */
  readonly id: string;
  readonly label: Label;
  readonly basis: LegalBasis;
  /** `statutory`: demanded by law; `practice`: by plan or practice; `county`: added by a county. Only a county's own may be removed by it. */
  readonly kind: 'statutory' | 'practice' | 'county';
  readonly starts: EventPattern;
  /** null = runs until it is over, nothing fulfils it (a watch period). */
  readonly stops: EventPattern | null;
  /** Ends the clock without fulfilling it: the duty has gone. */
  readonly cancels?: EventPattern;
  /** Name of a fact that start, stop and cancel share: each value has a clock of its own (one per referral). */
  readonly key?: string;
  readonly limit: Limit;
  /** Name of a fact of the event that starts it: a day with whose end it is over, instead of the limit, which holds where it names none (a court's ruling says until when). */
  readonly until?: string;
  /** The limit follows the level of service (`levels`), which is what the latest results of the instruments say; `limit` holds where none says anything. */
  readonly byLevel?: true;
  /**
   * `once`: only the first start counts, and the first after a reopening. `restart`: every fulfilment starts the next round (visits, reviews).
   * `again`: every start counts that comes while no round runs, also the event that ends one (a retest that is still high is to be tested again).
   */
  readonly repeat: 'once' | 'restart' | 'again';
  readonly pausable: boolean;
  readonly escalate: readonly Escalation[];
};
