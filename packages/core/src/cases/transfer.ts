// How does a case move to another county? It is proposed and decided here, waits there, and is this county's until the other has taken it: then it closes.

import type { AccountId, CountyId, DistrictId, PersonId, ReportId, UnitId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CaseEventOf } from './event.ts';
import type { CaseEventType } from './event-types.ts';

/** A transfer as it stands. */
export type Transfer = {
  readonly id: string;
  /** null = told otherwise. */
  readonly county: CountyId | null;
  readonly district: DistrictId | null;
  readonly since: PlainDate | null;
  readonly reason: string;
  readonly persons: readonly PersonId[];
  readonly status: 'proposed' | 'sentBack' | 'sent' | 'returned' | 'withdrawn' | 'accepted';
  readonly proposedBy: AccountId;
  readonly proposedAt: Instant;
  readonly sentAt: Instant | null;
  readonly report: { readonly id: ReportId; readonly number: string } | null;
  readonly answeredAt: Instant | null;
  /** Why it was returned, or withdrawn. */
  readonly returned: string | null;
  /** The unit that took it. */
  readonly unit: UnitId | null;
};

type Moving = { readonly transfer: Transfer | null };

/** The reason of closure under which a case ends that another county has taken; chosen by nobody, it follows from the transfer. */
export const transferClosure = 'movedOut';

/** Whether the other county has been asked and has not answered. */
export function transferWaits(state: Moving): boolean {
  return state.transfer?.status === 'sent';
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
    const open = { sentAt: null, report: null, answeredAt: null, returned: null, unit: null };
    return { ...asked, ...open, id, status: 'proposed', proposedBy: event.actor, proposedAt: at };
  }
  if (transfer === null || transfer.id !== event.facts.transfer) return transfer;
  switch (event.type) {
    case 'transferDecided':
      return event.facts.approved
        ? { ...transfer, status: 'sent', sentAt: at, report: event.facts.report }
        : { ...transfer, status: 'sentBack', answeredAt: at };
    case 'transferReturned':
      return { ...transfer, status: 'returned', answeredAt: at, returned: event.facts.reason };
    case 'transferWithdrawn':
      return { ...transfer, status: 'withdrawn', answeredAt: at, returned: event.facts.reason };
    case 'transferAccepted':
      return { ...transfer, status: 'accepted', answeredAt: at, unit: event.facts.unit };
  }
}
