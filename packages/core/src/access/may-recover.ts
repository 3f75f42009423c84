// May this actor help to recover the sign-in of somebody else? Two people do it together; whoever could make a second person for the purpose would need nobody.
// So each of the two must have held the right for some time: an account that was made for it waits, and stands before everybody's eyes meanwhile.

import { addHours, type Instant } from '../time/instant.ts';
import type { Actor } from './actor.ts';
import { decide } from './decide.ts';
import type { Purpose } from './purposes.ts';

/** How long a right must have been held before it counts; chosen for this system, three days as for the review of an emergency. */
export const recoveryRightHours = 72;

export type AccountPlace = { readonly id: string; readonly county: string; readonly unit: string | null };
export type MayRecover = 'yes' | 'own' | 'outOfReach' | 'tooNew';

/** Asked of whoever asks and of whoever confirms; that they are two is another rule. */
export function mayRecover(actor: Actor, account: AccountPlace, purpose: Purpose, now: Instant): MayRecover {
  if (actor.id === account.id) return 'own';
  const thing = { kind: 'account', id: account.id, county: account.county, units: account.unit === null ? [] : [account.unit] } as const;
  if (!decide(actor, 'account.recover', purpose, thing, now).allow) return 'outOfReach';
  const long = actor.grants.filter((grant) => grant.from <= addHours(now, -recoveryRightHours));
  return decide({ ...actor, grants: long }, 'account.recover', purpose, thing, now).allow ? 'yes' : 'tooNew';
}
