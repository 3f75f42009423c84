// May this officer decide on this report? Not when the officer's own family is in it.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Whether an account's own person is of the family of a report. */
export async function isRelative(tx: Tx, accountId: string, reportId: string): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`select intake.is_relative(${accountId}::uuid, ${reportId}::uuid) as yes`.execute(tx);
  return found.rows[0]?.yes ?? false;
}
