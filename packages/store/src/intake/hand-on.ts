// A report that is another county's to handle goes on at that county's desk, under a number of its own, with what was said and whoever said it.
import { type Instant, msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { HandOn } from './decision.ts';
import type { LockedReport } from './lock-report.ts';
import { newId } from './new-id.ts';
import { nextReportNumber } from './next-number.ts';

/**
 * Makes the report of the other county in the transaction that closes it here. Whoever hands on sees nothing of it afterwards; receipt, additions, files and the
 * reporter's identity have gone along. It is matched there like every report.
 */
export async function handOnReport(tx: Tx, report: LockedReport, to: HandOn, at: Instant): Promise<void> {
  const id = newId(msOf(at));
  const number = await nextReportNumber(tx, to.county, at);
  await sql`select intake.hand_on(${report.id}::uuid, ${to.county}, ${id}::uuid, ${number}, ${at}::timestamptz, ${to.triageDue}::timestamptz,
    ${to.deskDue}::timestamptz, ${to.packVersion})`.execute(tx);
  await tx.enqueue('intake.match', { reportId: id }, { key: `match:${id}` });
  tx.audit({ action: 'report.handOn', ids: [report.id, id], county: report.county, detail: { county: to.county } });
}
