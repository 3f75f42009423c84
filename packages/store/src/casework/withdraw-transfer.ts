// A transfer that was sent is taken back: the other county's desk has nothing to decide any more, and whoever had it there is told.

import type { NoticeKindId } from '@anwang/core/notices';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';

/** What is taken back at the other desk. */
export type Withdrawal = { readonly transfer: string; readonly reason: string; readonly from: string };

/** Closes the report of the other county, in the transaction in which the transfer was withdrawn here; `transferWithdrawn` is the last event of the case. */
export async function withdrawAtDesk(tx: Tx, { transfer, reason, from }: Withdrawal, at: Instant): Promise<void> {
  const { rows } = await sql<{ county: string; report_id: string; number: string; unit_id: string | null; proposed_by: string | null }>`
    select * from casework.withdraw_transfer(${transfer}::uuid, ${reason}, ${at}::timestamptz)`.execute(tx);
  const [first] = rows;
  if (first === undefined) return;
  const kind: NoticeKindId = 'transfer.takenBack';
  const { county, report_id: reportId, number: ref } = first;
  const notice = { kind, county, once: reportId, reportId, ref, other: from };
  await tell(tx, [
    { ...notice, to: { role: 'deskOfficer', county } },
    ...rows.flatMap((row): NewNotice[] => [
      ...(row.unit_id === null ? [] : [{ ...notice, to: { role: 'supervisor' as const, unit: row.unit_id } }]),
      ...(row.proposed_by === null ? [] : [{ ...notice, to: { account: row.proposed_by } }]),
    ]),
  ]);
  tx.audit({ action: 'case.withdrawTransfer', ids: [reportId], county: from, detail: { county } });
}
