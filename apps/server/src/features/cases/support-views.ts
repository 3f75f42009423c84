// Calls for support that are not over, in the words of the contract: on the case, and on top of the day of whoever can go.

import type { OutputOf } from '@anwang/contract';
import { type CaseEvent, type CaseState, callsToEnd, openCalls } from '@anwang/core/cases';
import { supportClock } from '@anwang/packs';
import { type readClocks, waitingCalls } from '@anwang/store/casework';
import { telephonesOf } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';

type Supports = OutputOf<'cases', 'one'>['supports'];

/** The calls of a case. */
export async function supportsOfCase(
  tx: Tx,
  call: Call,
  state: CaseState,
  events: readonly CaseEvent[],
  names: ReadonlyMap<string, string>,
  clocks: Awaited<ReturnType<typeof readClocks>>,
): Promise<Supports> {
  const calls = openCalls(state.supports);
  if (calls.length === 0) return [];
  const numbers = await telephonesOf(
    tx,
    calls.map((one) => one.by),
  );
  const mine = new Set(callsToEnd(state.supports, call.actor.id).map((one) => one.id));
  const words = (id: string | null): string | null => events.find((event) => event.id === id)?.personal?.text ?? null;
  return calls.map((one) => ({
    id: one.id,
    by: names.get(one.by) ?? '',
    byTelephone: numbers.get(one.by) ?? null,
    at: one.at,
    due: clocks.find((clock) => clock.rule === supportClock && clock.instance === one.id)?.due_at ?? null,
    note: words(one.event),
    takenBy: one.takenBy === null ? null : (names.get(one.takenBy) ?? ''),
    takenAt: one.takenAt,
    takenNote: words(one.takenEvent),
    own: one.by === call.actor.id,
    mayEnd: mine.has(one.id),
  }));
}

/** Calls that nobody has taken up, of the own cases and of those of some units; the longest waiting first. */
export async function supportsToTake(tx: Tx, call: Call, units: readonly string[]): Promise<OutputOf<'cases', 'worklist'>['supports']> {
  const rows = await waitingCalls(tx, supportClock, units);
  const numbers = await telephonesOf(
    tx,
    rows.map((row) => row.by),
  );
  return rows.flatMap((row) =>
    row.due_at === null
      ? []
      : [
          {
            caseId: row.case_id,
            number: row.number,
            title: row.title,
            callId: row.instance,
            by: row.by_name ?? '',
            byTelephone: numbers.get(row.by) ?? null,
            own: row.by === call.actor.id,
            at: row.started_at,
            due: row.due_at,
          },
        ],
  );
}
