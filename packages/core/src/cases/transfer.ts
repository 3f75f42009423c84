// How does a case move to another county? It is proposed and decided here, waits there, and is this county's until the other has taken it: then it closes.

import type { AccountId, CountyId, DistrictId, PersonId, ReportId, UnitId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CaseEventOf } from './event.ts';
import type { CaseState } from './state.ts';

/** A transfer as it stands. */
export type Transfer = {
  readonly id: string;
  /** null = told otherwise. */
  readonly county: CountyId | null;
  readonly district: DistrictId | null;
  readonly since: PlainDate | null;
  readonly reason: string;
  readonly persons: readonly PersonId[];
  readonly status: 'proposed' | 'sentBack' | 'sent' | 'returned' | 'accepted';
  readonly proposedBy: AccountId;
  readonly proposedAt: Instant;
  readonly sentAt: Instant | null;
  readonly report: { readonly id: ReportId; readonly number: string } | null;
  readonly answeredAt: Instant | null;
  /** Why it was returned. */
  readonly returned: string | null;
  /** The unit that took it. */
  readonly unit: UnitId | null;
};

/** The reason of closure under which a case ends that another county has taken; chosen by nobody, it follows from the transfer. */
export const transferClosure = 'movedOut';

/** Whether the other county has been asked and has not answered. */
export function transferWaits(state: Pick<CaseState, 'transfer'>): boolean {
  return state.transfer?.status === 'sent';
}

/** Whether another county has the case now: it is not opened here again. */
export function isTransferred(state: Pick<CaseState, 'transfer'>): boolean {
  return state.transfer?.status === 'accepted';
}

type TransferEvent = {
  [T in 'transferProposed' | 'transferDecided' | 'transferReturned' | 'transferAccepted']: CaseEventOf<T>;
}['transferProposed' | 'transferDecided' | 'transferReturned' | 'transferAccepted'];

/** The state after one event of a transfer; what it says of another transfer than the last changes nothing. */
export function stepTransfer(state: CaseState, event: TransferEvent): CaseState {
  const at = event.happenedAt;
  if (event.type === 'transferProposed') {
    const { transfer: id, ...asked } = event.facts;
    return {
      ...state,
      pending: { id, kind: 'transfer', by: event.actor, at, outcome: null, reasons: [asked.reason] },
      transfer: {
        ...asked,
        id,
        status: 'proposed',
        proposedBy: event.actor,
        proposedAt: at,
        sentAt: null,
        report: null,
        answeredAt: null,
        returned: null,
        unit: null,
      },
    };
  }
  const { transfer } = state;
  if (transfer === null || transfer.id !== event.facts.transfer) return state;
  switch (event.type) {
    case 'transferDecided':
      return {
        ...state,
        pending: state.pending?.kind === 'transfer' ? null : state.pending,
        transfer: event.facts.approved
          ? { ...transfer, status: 'sent', sentAt: at, report: event.facts.report }
          : { ...transfer, status: 'sentBack', answeredAt: at },
      };
    case 'transferReturned':
      return { ...state, transfer: { ...transfer, status: 'returned', answeredAt: at, returned: event.facts.reason } };
    case 'transferAccepted':
      return { ...state, transfer: { ...transfer, status: 'accepted', answeredAt: at, unit: event.facts.unit } };
  }
}
