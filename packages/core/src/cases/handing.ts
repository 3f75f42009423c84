// How does a case change hands? To another county and to another unit alike: proposed, decided by a second person, waits for whoever is asked, and is nobody else's until
// they have taken it. What the two ways differ in stands with them (transfer.ts, move.ts).

import type { AccountId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';

/** What both ways have. */
export type Handing = {
  readonly id: string;
  readonly status: 'proposed' | 'sentBack' | 'sent' | 'returned' | 'withdrawn' | 'accepted';
  readonly proposedBy: AccountId;
  readonly proposedAt: Instant;
  readonly sentAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** Why it was returned, or withdrawn. */
  readonly returned: string | null;
};

/** Just proposed. */
export function proposedHanding(id: string, by: AccountId, at: Instant): Handing {
  return { id, status: 'proposed', proposedBy: by, proposedAt: at, sentAt: null, answeredAt: null, returned: null };
}

/** Decided by the second person: on its way, or back with whoever proposed it. */
export function decidedHanding<H extends Handing>(handing: H, approved: boolean, at: Instant): H {
  return approved ? { ...handing, status: 'sent', sentAt: at } : { ...handing, status: 'sentBack', answeredAt: at };
}

/** The last word on it; `reason` where it goes on with those who had it. */
export function endedHanding<H extends Handing>(
  handing: H,
  status: 'returned' | 'withdrawn' | 'accepted',
  at: Instant,
  reason: string | null,
): H {
  return { ...handing, status, answeredAt: at, returned: reason };
}

/** Whether whoever is asked has not answered. */
export function handingWaits(handing: Handing | null): boolean {
  return handing?.status === 'sent';
}
