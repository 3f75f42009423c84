// On which side does the actor stand, and of whom (house law 8)? Asked of the same functions that the policies use.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Whether a desk with a wide reach for shielding looks at this one person alone. */
export async function looksAlone(tx: Tx, personId: string): Promise<boolean> {
  await tx.look([personId]);
  const found = await sql<{ alone: string | null }>`select access.alone('{contact.shield}') as alone`.execute(tx);
  return found.rows[0]?.alone === personId;
}

/** Persons on whose victim side the actor works, and persons whose case the actor holds on the other side. */
export async function readSides(tx: Tx): Promise<{ victimSide: string[]; offenderSide: string[] }> {
  const found = await sql<{ v: string[]; o: string[] }>`select access.victim_side() as v, access.offender_side() as o`.execute(tx);
  return { victimSide: found.rows[0]?.v ?? [], offenderSide: found.rows[0]?.o ?? [] };
}
