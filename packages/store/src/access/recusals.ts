// Somebody withdraws from a report or case (迴避): from then on they are of that family to every rule. Who may lift it is said by the policies; never whoever
// withdrew. Codes and numbers only: why in words is between them and their supervisor. Law: 行政程序法 32, 33.

import { type RecusalGround, recusalGroundIds } from '@anwang/core/access';
import { addressOf, type NoticeKindId } from '@anwang/core/notices';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';

export type Recusal = {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly kind: 'report' | 'case';
  readonly targetId: string;
  /** Number of the report or case. */
  readonly number: string;
  readonly ground: RecusalGround;
  readonly declaredAt: Instant;
};

/** What one withdraws from, as the actor sees it. */
export type RecusedThing = { readonly kind: Recusal['kind']; readonly id: string; readonly number: string; readonly county: string };

/** Withdraws the actor. Saying it twice is saying it once. The supervisor of the actor's unit is told, and the head where that is the actor alone. */
export async function declareRecusal(tx: Tx, thing: RecusedThing, ground: RecusalGround): Promise<void> {
  const unit = (await tx.selectFrom('org.account').select('unit_id').where('id', '=', tx.actor.id).executeTakeFirst())?.unit_id ?? null;
  const made = await tx
    .insertInto('access.recusal')
    .values({
      account_id: tx.actor.id,
      county: thing.county,
      unit_id: unit,
      kind: thing.kind,
      target_id: thing.id,
      number: thing.number,
      ground,
    })
    .onConflict((on) => on.columns(['account_id', 'kind', 'target_id']).where('lifted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) return;
  tx.audit({ action: 'recusal.declare', ids: [thing.id], county: thing.county, detail: { kind: thing.kind, ground } });
  if (thing.kind === 'report' && (await isOfDesk(tx, unit))) return tellDesk(tx, thing, made.id);
  const alone = await sql<{ alone: boolean }>`select not org.has_supervisor(${unit}::uuid, ${tx.actor.id}::uuid) as alone`.execute(tx);
  const notice = (role: 'supervisor' | 'director', kind: NoticeKindId) => ({
    kind,
    county: thing.county,
    to: addressOf(role, { lead: null, unit, county: thing.county }),
    once: made.id,
    ...(thing.kind === 'case' ? { caseId: thing.id } : { reportId: thing.id }),
    ref: thing.number,
  });
  await tell(tx, [
    notice('supervisor', thing.kind === 'case' ? 'recusal.declared' : 'recusal.fromDispatch'),
    ...(alone.rows[0]?.alone === true ? [notice('director', 'recusal.declaredAlone')] : []),
  ]);
}

/** Whether the account belongs to the desk, or to no unit: the county's own people. */
async function isOfDesk(tx: Tx, unit: string | null): Promise<boolean> {
  if (unit === null) return true;
  return (await tx.selectFrom('org.unit').select('kind').where('id', '=', unit).executeTakeFirst())?.kind === 'desk';
}

/** Whoever reviews sees to it that somebody else goes on; the head, where whoever withdraws is the only one. */
async function tellDesk(tx: Tx, thing: RecusedThing, once: string): Promise<void> {
  const { rows } = await sql<{ other: boolean }>`select org.has_reviewer(${thing.county}, ${tx.actor.id}::uuid) as other`.execute(tx);
  const role = rows[0]?.other === true ? 'deskReviewer' : 'director';
  const kind = role === 'director' ? 'recusal.reviewerAlone' : 'recusal.fromReport';
  const to = addressOf(role, { lead: null, unit: null, county: thing.county });
  await tell(tx, [{ kind, county: thing.county, to, once, reportId: thing.id, ref: thing.number }]);
}

const recusalsOf = (tx: Tx) =>
  tx
    .selectFrom('access.recusal as r')
    .innerJoin('org.account as a', 'a.id', 'r.account_id')
    .select(['r.id', 'r.account_id', 'a.name', 'r.kind', 'r.target_id', 'r.number', 'r.ground', 'r.declared_at', 'r.county'])
    .where('r.lifted_at', 'is', null)
    .orderBy('r.id', 'desc');
type Row = Awaited<ReturnType<ReturnType<typeof recusalsOf>['executeTakeFirstOrThrow']>>;

const recusalOf = (row: Row): Recusal => ({
  id: row.id,
  accountId: row.account_id,
  accountName: row.name,
  kind: row.kind === 'case' ? 'case' : 'report',
  targetId: row.target_id,
  number: row.number,
  ground: recusalGroundIds.find((one) => one === row.ground) ?? 'other',
  declaredAt: row.declared_at,
});

/** From what the actor has withdrawn, newest first. */
export async function ownRecusals(tx: Tx): Promise<Recusal[]> {
  return (await recusalsOf(tx).where('r.account_id', '=', tx.actor.id).execute()).map(recusalOf);
}

/** Withdrawals of others that the actor may lift, newest first: their ids are in order of time. @param after id of the last one before */
export async function recusalsOfOthers(tx: Tx, after: string | undefined, limit: number): Promise<Recusal[]> {
  const all = recusalsOf(tx).where('r.account_id', '<>', tx.actor.id);
  const rest = after ? all.where('r.id', '<', after) : all;
  const rows = (await rest.limit(limit).execute()).map(recusalOf);
  tx.audit({ action: 'recusal.list', ids: rows.map((row) => row.id), count: rows.length });
  return rows;
}

/** Lifts somebody else's withdrawal, with a reason. False when there is none that stands, or it is the own one. */
export async function liftRecusal(tx: Tx, id: string, why: string): Promise<boolean> {
  const lifted = await tx
    .updateTable('access.recusal')
    .set({ lifted_at: sql<Instant>`now()`, lifted_by: tx.actor.id, lifted_why: why })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .where('account_id', '<>', tx.actor.id)
    .returning(['account_id', 'county', 'target_id', 'number'])
    .executeTakeFirst();
  if (lifted === undefined) return false;
  tx.audit({ action: 'recusal.lift', ids: [lifted.target_id], county: lifted.county, detail: { account: lifted.account_id } });
  await tell(tx, [{ kind: 'recusal.lifted', county: lifted.county, to: { account: lifted.account_id }, once: id, ref: lifted.number }]);
  return true;
}
