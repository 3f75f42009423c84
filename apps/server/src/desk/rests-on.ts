// A report that goes no further by itself: what it rests on must be in reach, and the units that have that get the report, each with a line as of any dispatch.
import { restsOn, urgencyOf } from '@anwang/core/screening';
import type { Instant } from '@anwang/core/time';
import {
  type Decision,
  type DecisionLine,
  type Holder,
  holderOfCase,
  holdersOfReport,
  type Outcome,
  type Rests,
} from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../http/call.ts';
import { acceptDueOf } from './accept-due.ts';

type Named = {
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly band: Decision['band'];
  readonly restsOn: string | null;
};
type Place = { readonly reportId: string; readonly transfer: boolean; readonly county: string; readonly receivedAt: Instant };
export type RestsOnWhat =
  | { readonly restsOn: Rests | null; readonly lines: readonly DecisionLine[] }
  | { readonly fault: 'missing' | 'notAllowed' };

/** What the decision rests on and who gets it, or what is wrong with what it names. */
export async function restsOnWhat(tx: Tx, call: Call, input: Named, place: Place): Promise<RestsOnWhat> {
  const kind = place.transfer ? null : restsOn(input.outcome, input.reason);
  const { restsOn: id } = input;
  if (kind === null) return id === null ? { restsOn: null, lines: [] } : { fault: 'notAllowed' };
  if (id === null) return { fault: 'missing' };
  const line = lineTo(call, input, place);
  if (kind === 'case') {
    const holder = await holderOfCase(tx, id, place.county);
    return holder ? { restsOn: { kind, id }, lines: [line(holder)] } : { fault: 'notAllowed' };
  }
  const found = await holdersOfReport(tx, { reportId: place.reportId, earlier: id, county: place.county });
  return found ? { restsOn: { kind, id: found.first }, lines: found.holders.map(line) } : { fault: 'notAllowed' };
}

const lineTo =
  (call: Call, { band }: Named, { county, receivedAt }: Place) =>
  ({ programme, unitId, forCase }: Holder): DecisionLine => {
    const line = { programme, unitId, urgency: urgencyOf(band), grade: null, class: null, subjectPersonId: null };
    return {
      ...line,
      forCase,
      // No rule has sent it there: what it rests on has.
      proposedUnitId: null,
      routeExplanation: null,
      acceptDue: acceptDueOf(call.house, { ...line, band, county, receivedAt, sentAt: call.now }, call.now),
    };
  };
