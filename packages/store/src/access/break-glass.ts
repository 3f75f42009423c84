// Access in an emergency to one thing that is closed to me: with a reason, for one hour, told to the supervisor at once, reviewed within three days
// by somebody else (domain 9.1; L09). The opening is a grant like any other: the policies read it from the row.

import type { Purpose, RoleId } from '@anwang/core/access';
import { addressOf, type NoticeKindId } from '@anwang/core/notices';
import { addHours, type Instant, msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import { type Placing, prepared, type Tx } from '../session/index.ts';

const dayMs = 86_400_000;

export type BreakGlassTarget = { readonly kind: 'case' | 'report' | 'person'; readonly id: string };

export type BreakGlassUse = {
  readonly id: string;
  readonly target: BreakGlassTarget;
  /** Number of the case or report; null for a person. */
  readonly number: string | null;
  readonly accountId: string;
  readonly accountName: string;
  readonly reason: string;
  readonly startedAt: Instant;
  readonly until: Instant;
  readonly reviewDue: Instant;
  readonly reviewedAt: Instant | null;
  readonly verdict: 'justified' | 'notJustified' | null;
};

type Place = { readonly county: string; readonly unit: string | null; readonly lead: string | null; readonly number: string | null };

/** Whether a thing of this id exists at all, and where; asked before it may be opened. */
async function placeOf(tx: Tx, target: BreakGlassTarget): Promise<Place | undefined> {
  const rows =
    await sql<Place>`select county, unit_id as unit, lead_id as lead, number from access.place_of(${target.kind}, ${target.id}::uuid)`.execute(
      tx,
    );
  return rows.rows[0];
}

/** To whoever works with the family, when another unit opens its case: they know what the other does not, and learn that something is wrong. */
function toldOfTheirs({ county, unit, lead, number }: Place, useId: string, caseId: string): NewNotice[] {
  const to = [addressOf('supervisor', { lead: null, unit, county }), ...(lead === null ? [] : [{ account: lead }])];
  return to.map((one) => ({
    kind: 'breakGlass.ofYours',
    county,
    to: one,
    once: useId,
    caseId,
    ...(number === null ? {} : { ref: number }),
  }));
}

/**
 * Opens one thing for an hour. The supervisor's message and the reminder of the review are jobs of the same transaction.
 * @returns undefined when there is no such thing. The actor needs `breakglass.use` for the purpose of the session.
 */
export async function breakGlass(
  tx: Tx,
  target: BreakGlassTarget,
  reason: string,
  purpose: Purpose = tx.purpose,
): Promise<{ id: string; until: Instant } | undefined> {
  const place = await placeOf(tx, target);
  if (!place) return undefined;
  const unit = await tx.selectFrom('org.account').select('unit_id').where('id', '=', tx.actor.id).executeTakeFirst();
  const row = await tx
    .insertInto('access.break_glass')
    .values({
      account_id: tx.actor.id,
      county: place.county,
      unit_id: unit?.unit_id ?? null,
      kind: target.kind,
      target_id: target.id,
      reason,
      purpose,
    })
    .returning(['id', 'until', 'review_due'])
    .executeTakeFirstOrThrow();
  tx.audit({
    action: 'breakglass.use',
    ids: [target.id],
    ...(target.kind === 'person' ? { personIds: [target.id] } : {}),
    county: place.county,
    breakGlassId: row.id,
    detail: { kind: target.kind },
  });
  // Told at once, in this very transaction; the job of the same name only puts it into the operator's messages.
  const use = { id: row.id, unit: unit?.unit_id ?? null, county: place.county, due: row.review_due };
  // A supervisor who is the only one would be told of the own use and may not judge it: the head is told as well.
  const alone = await sql<{ alone: boolean }>`select not org.has_supervisor(${use.unit}::uuid, ${tx.actor.id}::uuid) as alone`.execute(tx);
  const head = alone.rows[0]?.alone === true ? [noticeOf('breakGlass.used', use, 'director')] : [];
  const theirs = target.kind === 'case' && place.unit !== unit?.unit_id ? toldOfTheirs(place, row.id, target.id) : [];
  await tell(tx, [noticeOf('breakGlass.used', use), ...head, ...theirs]);
  await tx.enqueue('breakGlass.tell', { breakGlassId: row.id });
  await tx.enqueue('breakGlass.remind', { breakGlassId: row.id }, { at: addHours(row.review_due, -24), key: `breakGlass:${row.id}` });
  await tx.enqueue('breakGlass.remind', { breakGlassId: row.id }, { at: row.review_due, key: `breakGlass:${row.id}:due` });
  return { id: row.id, until: row.until };
}

const openUse = prepared((db, place: Placing<{ actor: string; kind: BreakGlassTarget['kind']; id: string }>) =>
  db
    .selectFrom('access.break_glass')
    .select('until')
    .where('account_id', '=', place('actor'))
    .where('kind', '=', place('kind'))
    .where('target_id', '=', place('id'))
    .where('ended_at', 'is', null)
    .where('until', '>', sql<Instant>`now()`)
    .orderBy('until', 'desc')
    .limit(1),
);

/** Until when the actor has one thing open in an emergency; null when it is not. */
export async function openedUntil(tx: Tx, target: BreakGlassTarget): Promise<Instant | null> {
  const [use] = await openUse(tx, { actor: tx.actor.id, kind: target.kind, id: target.id });
  return use?.until ?? null;
}

type Used = { readonly id: string; readonly unit: string | null; readonly county: string; readonly due: Instant };

/** The notice to who must review: the supervisor of the unit of whoever used it, or the head where there is none. `again`: told anew on that day. */
function noticeOf(kind: NoticeKindId, use: Used, role: RoleId = 'supervisor', again = 0): NewNotice {
  const to = addressOf(role, { lead: null, unit: use.unit, county: use.county });
  return { kind, county: use.county, to, once: again === 0 ? use.id : `${use.id}:${again}`, breakGlassId: use.id, due: use.due };
}

/**
 * Reminds of a review that nobody has made: the supervisor a day before it is due, the supervisor and the head when it is over and every day after,
 * as with every clock of the desk, until somebody reviews it. Runs as the clock.
 */
export async function remindOfReview(tx: Tx, breakGlassId: string, now: Instant): Promise<'reviewed' | 'reminded'> {
  const row = await tx
    .selectFrom('access.break_glass')
    .select(['id', 'unit_id', 'county', 'review_due', 'reviewed_at'])
    .where('id', '=', breakGlassId)
    .executeTakeFirst();
  if (row === undefined || row.reviewed_at !== null) return 'reviewed';
  const use = { id: row.id, unit: row.unit_id, county: row.county, due: row.review_due };
  if (now < row.review_due) {
    await tell(tx, [noticeOf('breakGlass.reviewDue', use)]);
    return 'reminded';
  }
  const day = Math.floor((msOf(now) - msOf(use.due)) / dayMs);
  await tell(
    tx,
    (['supervisor', 'director'] as const).map((role) => noticeOf('breakGlass.overdue', use, role, day)),
  );
  await tx.enqueue('breakGlass.remind', { breakGlassId }, { at: addHours(use.due, 24 * (day + 1)), key: `breakGlass:${breakGlassId}:due` });
  return 'reminded';
}

const usesOf = (tx: Tx) =>
  tx
    .selectFrom('access.break_glass as b')
    .innerJoin('org.account as a', 'a.id', 'b.account_id')
    .select([
      'b.id',
      'b.kind',
      'b.target_id',
      'b.account_id',
      'a.name',
      'b.reason',
      'b.started_at',
      'b.until',
      'b.review_due',
      'b.reviewed_at',
      'b.verdict',
      sql<string | null>`access.number_of_use(b.id)`.as('number'),
      sql<string>`b.started_at::text`.as('began'),
    ]);
type UseRow = Awaited<ReturnType<ReturnType<typeof usesOf>['executeTakeFirstOrThrow']>>;

const useOf = (row: UseRow): BreakGlassUse => ({
  id: row.id,
  target: { kind: row.kind as BreakGlassTarget['kind'], id: row.target_id },
  number: row.number,
  accountId: row.account_id,
  accountName: row.name,
  reason: row.reason,
  startedAt: row.started_at,
  until: row.until,
  reviewDue: row.review_due,
  reviewedAt: row.reviewed_at,
  verdict: row.verdict as BreakGlassUse['verdict'],
});

/** Uses that the actor may review, newest first. @param options.cursor `next` of the page before */
export async function listBreakGlass(
  tx: Tx,
  options: { readonly open?: boolean; readonly limit: number; readonly cursor?: string },
): Promise<{ rows: BreakGlassUse[]; next: string | null }> {
  let query = usesOf(tx)
    .orderBy('b.started_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(options.limit + 1);
  if (options.open !== undefined) query = query.where('b.reviewed_at', options.open ? 'is' : 'is not', null);
  const after = options.cursor?.split('~');
  if (after?.length === 2) query = query.where(sql<boolean>`(b.started_at, b.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const found = await query.execute();
  const rows = found.slice(0, options.limit);
  const last = rows.at(-1);
  return { rows: rows.map(useOf), next: found.length > options.limit && last ? `${last.began}~${last.id}` : null };
}

/** One use that the actor may review. */
export async function findBreakGlass(tx: Tx, id: string): Promise<BreakGlassUse | undefined> {
  const row = await usesOf(tx).where('b.id', '=', id).executeTakeFirst();
  return row && useOf(row);
}

/** Says whether a use was right. False when it is not there, not the actor's to review, the actor's own, or reviewed already. */
export async function reviewBreakGlass(tx: Tx, id: string, verdict: 'justified' | 'notJustified', note: string): Promise<boolean> {
  const done = await tx
    .updateTable('access.break_glass')
    .set({ verdict, review_note: note, reviewed_at: sql<string>`now()`, reviewed_by: tx.actor.id })
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .where('account_id', '<>', tx.actor.id)
    .returning(['account_id', 'county', 'unit_id', 'review_due'])
    .executeTakeFirst();
  if (done === undefined) return false;
  const use = { id, unit: done.unit_id, county: done.county, due: done.review_due };
  // That somebody's file was opened without need concerns whoever answers for the unit, the head, and who watches over access, not only whoever opened it.
  const wrong = verdict === 'justified' ? [] : (['supervisor', 'director', 'auditor'] as const);
  await tell(tx, [
    { kind: 'breakGlass.reviewed', county: done.county, to: { account: done.account_id }, once: id, breakGlassId: id },
    ...wrong.map((role) => ({ ...noticeOf('breakGlass.notJustified', use, role), due: undefined })),
  ]);
  tx.audit({ action: 'breakglass.review', ids: [id], breakGlassId: id, detail: { verdict } });
  return true;
}
