// A hidden contact whose day of review has come: the leads of the victim's open cases and their supervisors decide whether it stays hidden; where there is no
// case, the desk does. It stays hidden until somebody decides (house law 8).

import { type Address, addressOf } from '@anwang/core/notices';
import type { PlainDate } from '@anwang/core/time';
import { shieldsToReview } from '../people/shield-contact.ts';
import type { Tx } from '../session/index.ts';
import { tell } from './write-notice.ts';

/** Tells of each contact once. Runs as the clock. Gives how many contacts were told of. */
export async function tellOfShields(tx: Tx, today: PlainDate): Promise<number> {
  const due = await shieldsToReview(tx, today);
  if (due.length === 0) return 0;
  const cases = await tx
    .selectFrom('casework.case')
    .select(['subject_person_id', 'unit_id', 'lead_id', 'county'])
    .where('subject_person_id', 'in', [...new Set(due.map((one) => one.personId))])
    .where('side', '=', 'victim')
    .where('closed_at', 'is', null)
    .execute();
  const notices = due.flatMap((one) => {
    const own = cases.filter((row) => row.subject_person_id === one.personId);
    const to: Address[] = own.flatMap((row) => {
      const holders = { lead: row.lead_id, unit: row.unit_id, county: row.county };
      return [addressOf('leadWorker', holders), addressOf('supervisor', holders)];
    });
    const addresses = to.length > 0 ? to : [addressOf('deskOfficer', { lead: null, unit: null, county: one.county })];
    return addresses.map((address) => ({
      kind: 'shield.review' as const,
      county: one.county,
      to: address,
      once: `${one.contactId}:${today}`,
      personId: one.personId,
    }));
  });
  await tell(tx, notices);
  tx.audit({ action: 'contact.reviewDue', personIds: [...new Set(due.map((one) => one.personId))], ids: due.map((one) => one.contactId) });
  return due.length;
}
