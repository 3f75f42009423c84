// The receiving unit answers: accepted as a case, or disputed once; and the arbiter ends a dispute.
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import { tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';
import { openReach } from './conclude-report.ts';
import { lockDispatch } from './lock-dispatch.ts';
import { newId } from './new-id.ts';

type Answer = { readonly dispatchId: string; readonly version: number; readonly at: Instant };
type Answered = { readonly status: string; readonly version: number };

/** Marks a dispatch as accepted into a case; the unit's clock stops. The case itself was made by casework in the same transaction. */
export async function markAccepted(
  tx: Tx,
  answer: { readonly dispatchId: string; readonly caseId: string; readonly at: Instant },
): Promise<Answered> {
  const row = await tx
    .updateTable('intake.dispatch')
    .set({
      status: 'accepted',
      case_id: answer.caseId,
      accepted_by: tx.actor.id,
      accepted_at: answer.at,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', answer.dispatchId)
    .returning(['version', 'report_id', 'county'])
    .executeTakeFirstOrThrow();
  await stopClocks(tx, answer.dispatchId, answer.at);
  tx.audit({ action: 'case.accept', ids: [answer.dispatchId, answer.caseId, row.report_id], county: row.county });
  return { status: 'accepted', version: row.version };
}

/** "Not ours": allowed once. The arbiter's clock begins. */
export async function disputeDispatch(
  tx: Tx,
  answer: Answer & { readonly reason: string; readonly note: string; readonly betterUnitId: string | null; readonly arbiterDue: Instant },
): Promise<Result<Answered>> {
  const yours = { status: 'disputed', reason: answer.reason };
  const locked = await lockDispatch(tx, { ...answer, states: ['sent', 'disputed', 'upheld'], yours });
  if (!locked.ok) return locked;
  const row = locked.value;
  // The arbiter's word, upheld or redirected, stands: it cannot be disputed again.
  if (row.disputed_at !== null || row.arbitrated_at !== null) return fail({ code: 'disputeUsed', dispatchId: row.id });
  const reasonText = JSON.stringify({ reason: answer.reason, note: answer.note, betterUnitId: answer.betterUnitId });
  await tx
    .updateTable('intake.dispatch')
    .set({
      status: 'disputed',
      dispute_reason: reasonText,
      disputed_by: tx.actor.id,
      disputed_at: answer.at,
      arbiter_due: answer.arbiterDue,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', row.id)
    .execute();
  await stopClocks(tx, row.id, answer.at);
  await tx
    .insertInto('intake.clock')
    .values({
      report_id: row.report_id,
      dispatch_id: row.id,
      county: row.county,
      rule: 'arbitration',
      started_at: answer.at,
      due_at: answer.arbiterDue,
    })
    .execute();
  await tell(tx, [
    {
      kind: 'dispatch.disputed',
      county: row.county,
      to: { role: 'arbiter', county: row.county },
      once: row.id,
      reportId: row.report_id,
      programme: row.programme,
      due: answer.arbiterDue,
    },
  ]);
  tx.audit({ action: 'dispatch.dispute', ids: [row.id, row.report_id], county: row.county, detail: { reason: answer.reason } });
  return ok({ status: 'disputed', version: row.version + 1 });
}

export type Arbitration = Answer & {
  readonly outcome: 'upheld' | 'redirected';
  readonly unitId: string | null;
  readonly reason: string;
  readonly acceptDue: Instant;
};

/** The arbiter's word: upheld (the unit must accept) or redirected (a new dispatch to another unit). */
export async function arbitrateDispatch(tx: Tx, answer: Arbitration): Promise<Result<Answered & { redirectedTo: string | null }>> {
  const locked = await lockDispatch(tx, { ...answer, states: ['disputed'], yours: { status: answer.outcome, unitId: answer.unitId } });
  if (!locked.ok) return locked;
  const row = locked.value;
  const redirectedTo = answer.outcome === 'redirected' && answer.unitId !== null ? newId(msOf(answer.at)) : null;
  if (redirectedTo !== null && answer.unitId !== null) {
    await tx
      .insertInto('intake.dispatch')
      .values({
        id: redirectedTo,
        report_id: row.report_id,
        proposal_line_id: row.proposal_line_id,
        county: row.county,
        district: row.district,
        programme: row.programme,
        unit_id: answer.unitId,
        urgency: row.urgency,
        band: row.band,
        sent_by: tx.actor.id,
        sent_at: answer.at,
        arbitrated_by: tx.actor.id,
        arbitrated_at: answer.at,
        arbitration_reason: answer.reason,
        accept_due: answer.acceptDue,
      })
      .execute();
    await openReach(tx, row.report_id, [answer.unitId]);
  }
  await tx
    .updateTable('intake.dispatch')
    .set({
      status: answer.outcome,
      arbitrated_by: tx.actor.id,
      arbitrated_at: answer.at,
      arbitration_reason: answer.reason,
      redirected_to: redirectedTo,
      accept_due: answer.outcome === 'upheld' ? answer.acceptDue : row.accept_due,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', row.id)
    .execute();
  await stopClocks(tx, row.id, answer.at);
  const waits = redirectedTo ?? row.id;
  await tx
    .insertInto('intake.clock')
    .values({
      report_id: row.report_id,
      dispatch_id: waits,
      county: row.county,
      rule: 'unit-accept',
      started_at: answer.at,
      due_at: answer.acceptDue,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['report_id', 'dispatch_id', 'rule'])
        .doUpdateSet({ started_at: answer.at, due_at: answer.acceptDue, stopped_at: null, escalated: 0 }),
    )
    .execute();
  const { number } = await tx.selectFrom('intake.report').select('number').where('id', '=', row.report_id).executeTakeFirstOrThrow();
  const notice = { county: row.county, reportId: row.report_id, ref: number, programme: row.programme };
  const disputing = { role: 'supervisor', unit: row.unit_id } as const;
  await tell(
    tx,
    redirectedTo === null || answer.unitId === null
      ? [{ ...notice, kind: 'dispatch.arbitrated', to: disputing, once: row.id, due: answer.acceptDue }]
      : [
          // Whoever disputed has nothing to do any more; for the other unit it is a dispatch like any.
          { ...notice, kind: 'dispatch.redirected', to: disputing, once: row.id },
          { ...notice, kind: 'dispatch.sent', to: { role: 'supervisor', unit: answer.unitId }, once: redirectedTo, due: answer.acceptDue },
        ],
  );
  tx.audit({ action: 'report.arbitrate', ids: [row.id, row.report_id], county: row.county, detail: { outcome: answer.outcome } });
  return ok({ status: answer.outcome, version: row.version + 1, redirectedTo });
}

async function stopClocks(tx: Tx, dispatchId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('intake.clock')
    .set({ stopped_at: at })
    .where('dispatch_id', '=', dispatchId)
    .where('stopped_at', 'is', null)
    .execute();
}
