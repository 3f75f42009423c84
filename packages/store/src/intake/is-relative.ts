// May this officer decide on this report? Not when the officer's own family is in it, and not after withdrawing from it (docs/decisions/0069).
import { sql } from 'kysely';
import { bare, type Placing, prepared, type Tx } from '../session/index.ts';

const asked = prepared((_db, place: Placing<{ accountId: string; reportId: string }>) =>
  bare(sql<{ yes: boolean }>`select intake.is_relative(${place('accountId')}::uuid, ${place('reportId')}::uuid) as yes`),
);

/** Whether an account is of the family of a report, or has withdrawn from it. */
export async function isRelative(tx: Tx, accountId: string, reportId: string): Promise<boolean> {
  if (accountId === tx.actor.id && !(await tx.reach()).mayBeKin) return false;
  const [found] = await asked(tx, { accountId, reportId });
  return found?.yes ?? false;
}
