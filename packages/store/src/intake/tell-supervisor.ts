// Emergency access in the messages to the outside: that it was used, and that its review is due; ids and codes only. The supervisor's own notice is written
// with the use itself (access/break-glass).
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { remindOfReview } from '../access/break-glass.ts';
import type { Tx } from '../session/index.ts';

/** Leaves the message and marks that it was told; a reminder of a review that was made is none. Runs as the clock. */
export async function tellSupervisor(tx: Tx, breakGlassId: string, what: 'used' | 'reviewDue', now: Instant): Promise<void> {
  if (what === 'used')
    await sql`update access.break_glass set supervisor_told_at = now() where id = ${breakGlassId}::uuid and supervisor_told_at is null`.execute(
      tx,
    );
  else if ((await remindOfReview(tx, breakGlassId, now)) === 'reviewed') return;
  await tx.outbox(`breakGlass.${what}`, { breakGlassId });
  tx.audit({ action: 'breakglass.tell', ids: [breakGlassId], breakGlassId, detail: { what } });
}
