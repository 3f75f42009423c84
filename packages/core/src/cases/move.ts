// How does a case move to another unit of its county? It stays with the unit that has it, clocks and all, until the other one has taken it; then it is the same case
// elsewhere. What it has open goes along.

import type { AccountId, DistrictId, UnitId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEventOf } from './event.ts';
import type { CaseEventType } from './event-types.ts';
import { decidedHanding, endedHanding, type Handing, handingWaits, proposedHanding } from './handing.ts';

/** A move to another unit as it stands. */
export type UnitMove = Handing & {
  readonly from: UnitId;
  readonly unit: UnitId;
  /** Where the family lives now; null: as before. */
  readonly district: DistrictId | null;
  readonly reason: string;
};

/** Why somebody's part in a case ends, or passes on, when another unit takes it. */
export const unitMoved = 'unitMoved';
/** Until the other unit takes the case. */
export const moveAnswerClock = 'move-answer';

/** Whether the other unit has been asked and has not answered. */
export function moveWaits(state: { readonly move: UnitMove | null }): boolean {
  return handingWaits(state.move);
}

/** An event of a move. */
export type MoveEvent = {
  [T in Extract<CaseEventType, `move${string}`>]: CaseEventOf<T>;
}[Extract<CaseEventType, `move${string}`>];

/** The move after one event of one; what it says of another than the last changes nothing. `from`: the unit that has the case. */
export function stepMove(move: UnitMove | null, event: MoveEvent, from: UnitId): UnitMove | null {
  const at = event.happenedAt;
  if (event.type === 'moveProposed') {
    const { move: id, unit, district, reason } = event.facts;
    return { ...proposedHanding(id, event.actor, at), from, unit, district, reason };
  }
  if (move === null || move.id !== event.facts.move) return move;
  switch (event.type) {
    case 'moveDecided':
      return decidedHanding(move, event.facts.approved, at);
    case 'moveReturned':
      return endedHanding(move, 'returned', at, event.facts.reason);
    case 'moveWithdrawn':
      return endedHanding(move, 'withdrawn', at, event.facts.reason);
    case 'moveAccepted':
      return endedHanding(move, 'accepted', at, null);
  }
}

type Helper = { readonly account: AccountId | null; readonly unit: UnitId; readonly until: Instant | null };

/** Whose help ends with the move: helpers of the unit that gives the case away, and whoever leads it from now on. Others go on helping. */
export function helpersWhoEnd<Each extends Helper>(helpers: readonly Each[], from: UnitId, lead: AccountId): Each[] {
  return helpers.filter((one) => one.until === null && (one.unit === from || one.account === lead));
}
