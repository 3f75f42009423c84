// A supervisor is told of an emergency access at once, and reminded when its review is due: a message in the outbox, ids and codes only.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Leaves the message and marks that it was told. Runs as the clock. */
export async function tellSupervisor(tx: Tx, breakGlassId: string, what: 'used' | 'reviewDue'): Promise<void> {
  if (what === 'used')
    await sql`update access.break_glass set supervisor_told_at = now() where id = ${breakGlassId}::uuid and supervisor_told_at is null`.execute(
      tx,
    );
  await tx.outbox(`breakGlass.${what}`, { breakGlassId });
  tx.audit({ action: 'breakglass.tell', ids: [breakGlassId], breakGlassId, detail: { what } });
}
