// A family in service was reported again: the leads of its open cases and their supervisors hear of it as soon as it is known, by matching or by a person who
// confirms a doubtful pair.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Tells once per case and report. Whoever matches reads no cases and learns nothing here. */
export async function tellOfRepeat(tx: Tx, reportId: string): Promise<void> {
  await sql`select system.tell_repeat(${reportId}::uuid)`.execute(tx);
}

/** The same for the report that a source row came with; nothing for a row of another source. */
export async function tellOfRepeatOf(tx: Tx, recordId: string): Promise<void> {
  const row = await tx.selectFrom('intake.report_person').select('report_id').where('record_id', '=', recordId).executeTakeFirst();
  if (row !== undefined) await tellOfRepeat(tx, row.report_id);
}
