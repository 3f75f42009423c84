// What the desk found out differs from what was reported: the coded facts are corrected; the words of the reporter stay as they were.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { PersonRole } from './new-report.ts';

export type Correction = {
  readonly reportId: string;
  readonly grounds: readonly string[];
  readonly needs: readonly string[];
  readonly immediateDanger: 'yes' | 'no' | 'unknown';
  readonly childrenInHome: 'yes' | 'no' | 'unknown';
  /** Persons of the report whose role is another than reported. */
  readonly roles: readonly { readonly id: string; readonly role: PersonRole }[];
};

/** Writes the corrections; the report counts as being screened from now on. The caller holds the lock and raises the version. */
export async function correctReport(tx: Tx, correction: Correction): Promise<void> {
  const answers = JSON.stringify({ immediateDanger: correction.immediateDanger, childrenInHome: correction.childrenInHome });
  await tx
    .updateTable('intake.report')
    .set({
      grounds: [...correction.grounds],
      needs: [...correction.needs],
      answers: sql<string>`answers || ${answers}::jsonb`,
      status: sql<string>`case when status = 'received' then 'screening' else status end`,
    })
    .where('id', '=', correction.reportId)
    .execute();
  for (const { id, role } of correction.roles)
    await tx.updateTable('intake.report_person').set({ role }).where('id', '=', id).where('report_id', '=', correction.reportId).execute();
  const { grounds, needs, roles } = correction;
  tx.audit({
    action: 'report.screen',
    ids: [correction.reportId],
    detail: { grounds, needs, ...(roles.length > 0 ? { roles: roles.map(({ id, role }) => `${id} ${role}`) } : {}) },
  });
}

/** Marks the additions of a report as read. Gives how many there were. */
export async function markAdditionsRead(tx: Tx, reportId: string): Promise<number> {
  const result = await tx
    .updateTable('intake.addition')
    .set({ read_by: tx.actor.id, read_at: sql<string>`now()` })
    .where('report_id', '=', reportId)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
