// How does a case move to another county? It is proposed and decided here, waits there, and is this county's until the other has taken it: then it closes.

import type { CountyId, DistrictId, PersonId, ReportId, UnitId } from '../lang/ids.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CaseEventOf } from './event.ts';
import type { CaseEventType } from './event-types.ts';
import { decidedHanding, endedHanding, type Handing, handingWaits, proposedHanding } from './handing.ts';

/** A transfer as it stands. */
export type Transfer = Handing & {
  /** null = told otherwise. */
  readonly county: CountyId | null;
  readonly district: DistrictId | null;
  readonly since: PlainDate | null;
  readonly reason: string;
  readonly persons: readonly PersonId[];
  readonly report: { readonly id: ReportId; readonly number: string } | null;
  /** The unit that took it. */
  readonly unit: UnitId | null;
};

type Moving = { readonly transfer: Transfer | null };

/** The reason of closure under which a case ends that another county has taken; chosen by nobody, it follows from the transfer. */
export const transferClosure = 'movedOut';

/** Whether the other county has been asked and has not answered. */
export function transferWaits(state: Moving): boolean {
  return handingWaits(state.transfer);
}

/** Whether another county has the case now: it is not opened here again. */
export function isTransferred(state: Moving): boolean {
  return state.transfer?.status === 'accepted';
}

/** An event of a transfer. */
export type TransferEvent = {
  [T in Extract<CaseEventType, `transfer${string}`>]: CaseEventOf<T>;
}[Extract<CaseEventType, `transfer${string}`>];

/** The transfer after one event of one; what it says of another than the last changes nothing. */
export function stepTransfer(transfer: Transfer | null, event: TransferEvent): Transfer | null {
  const at = event.happenedAt;
  if (event.type === 'transferProposed') {
    const { transfer: id, ...asked } = event.facts;
    return { ...proposedHanding(id, event.actor, at), ...asked, report: null, unit: null };
  }
  if (transfer === null || transfer.id !== event.facts.transfer) return transfer;
  switch (event.type) {
    case 'transferDecided': {
      const { approved, report } = event.facts;
      return { ...decidedHanding(transfer, approved, at), report: approved ? report : transfer.report };
    }
    case 'transferReturned':
      return endedHanding(transfer, 'returned', at, event.facts.reason);
    case 'transferWithdrawn':
      return endedHanding(transfer, 'withdrawn', at, event.facts.reason);
    case 'transferAccepted':
      return { ...endedHanding(transfer, 'accepted', at, null), unit: event.facts.unit };
  }
}
