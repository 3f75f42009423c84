// A family in service was reported again: the leads of its open cases and their supervisors hear of it as soon as matching knows.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Tells once per case and report. Runs as the matcher, which reads no cases and learns nothing here. */
export async function tellOfRepeat(tx: Tx, reportId: string): Promise<void> {
  await sql`select system.tell_repeat(${reportId}::uuid)`.execute(tx);
}
