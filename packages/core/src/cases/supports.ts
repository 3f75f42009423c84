// Who of a case called for support, and who went to help? A call stands until whoever called, or whoever took it up, says that it is over; only one takes it up.
// It does not end with the case: another county may take a case while somebody stands in the home (0092).

import type { AccountId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent } from './event.ts';

/** A call for support of somebody who works on the case. */
export type SupportCall = {
  readonly id: string;
  /** The event that made it, where its words are. */
  readonly event: string;
  readonly by: AccountId;
  readonly at: Instant;
  /** The planned visit during which it was made; null where none was named. */
  readonly plan: string | null;
  readonly takenBy: AccountId | null;
  readonly takenAt: Instant | null;
  /** The event that took it up, where is said who goes. */
  readonly takenEvent: string | null;
  readonly endedAt: Instant | null;
};

const open = (call: SupportCall): boolean => call.endedAt === null;

/** The calls after one more event. */
export function stepSupports(calls: readonly SupportCall[], event: CaseEvent): readonly SupportCall[] {
  const at = event.happenedAt;
  switch (event.type) {
    case 'supportCalled': {
      const { call: id, plan } = event.facts;
      const made = { id, event: event.id, by: event.actor, at, plan, takenBy: null, takenAt: null, takenEvent: null, endedAt: null };
      return [...calls, made];
    }
    case 'supportTaken':
      return calls.map((call) =>
        call.id === event.facts.call && waits(call) ? { ...call, takenBy: event.actor, takenAt: at, takenEvent: event.id } : call,
      );
    case 'supportEnded':
      return calls.map((call) => (call.id === event.facts.call && open(call) ? { ...call, endedAt: at } : call));
    default:
      return calls;
  }
}

/** Nobody has taken it up yet. */
const waits = (call: SupportCall): boolean => open(call) && call.takenBy === null;

/** The calls that are not over. */
export function openCalls(calls: readonly SupportCall[]): SupportCall[] {
  return calls.filter(open);
}

/** The calls that somebody else than the caller may take up. */
export function callsToTake(calls: readonly SupportCall[], actor: AccountId): SupportCall[] {
  return calls.filter((call) => waits(call) && call.by !== actor);
}

/** The calls that somebody may say are over: the own, and those they took up. Nobody else silences a call that nobody has answered. */
export function callsToEnd(calls: readonly SupportCall[], actor: AccountId): SupportCall[] {
  return calls.filter((call) => open(call) && (call.by === actor || call.takenBy === actor));
}
