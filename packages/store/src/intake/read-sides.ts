// On which side does the actor stand, and of whom (house law 8)? Asked of the same functions that the policies use.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Persons on whose victim side the actor works, and persons whose case the actor holds on the other side. */
export async function readSides(tx: Tx): Promise<{ victimSide: string[]; offenderSide: string[] }> {
  const found = await sql<{ v: string[]; o: string[] }>`select access.victim_side() as v, access.offender_side() as o`.execute(tx);
  return { victimSide: found.rows[0]?.v ?? [], offenderSide: found.rows[0]?.o ?? [] };
}
