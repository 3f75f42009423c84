// May the actor work on this case? Not when the own family is in it, and not after withdrawing from it (docs/decisions/0069).
import { sql } from 'kysely';
import { bare, type Placing, prepared, type Tx } from '../session/index.ts';

const asked = prepared((_db, place: Placing<{ accountId: string; caseId: string }>) =>
  bare(sql<{ yes: boolean }>`select casework.is_relative(${place('accountId')}::uuid, ${place('caseId')}::uuid) as yes`),
);

/** Whether the actor is of the family of a case, by its reports and its members, or has withdrawn from it. */
export async function isRelativeOfCase(tx: Tx, caseId: string): Promise<boolean> {
  if (!(await tx.reach()).mayBeKin) return false;
  const [found] = await asked(tx, { accountId: tx.actor.id, caseId });
  return found?.yes ?? false;
}
