// The other unit's side of a referral: what was sent to it and its answer. It sees nothing else of the case.

import type { CaseFactsByType, DeadlineContext } from '@anwang/core/cases';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { sql } from 'kysely';
import { tell } from '../notices/write-notice.ts';
import { newId } from '../people/new-id.ts';
import type { Tx } from '../session/index.ts';

/**
 * Referrals to units of the session with their packages in clear, from `after` on: those that wait for an answer by their clock, nearest first;
 * any others (and all together) the last one sent first. An erased package is empty.
 */
export async function listReferrals(
  tx: Tx,
  wish: {
    readonly units: readonly string[];
    readonly status?: string;
    readonly limit: number;
    readonly after?: { readonly at: string; readonly id: string };
  },
) {
  if (wish.units.length === 0) return [];
  let query = tx
    .selectFrom('network.referral as r')
    .innerJoin('org.unit as u', 'u.id', 'r.from_unit')
    .select([
      'r.id',
      'r.case_id',
      'r.need',
      'r.status',
      'r.sent_at',
      'r.answer_due',
      'r.first_due',
      'r.version',
      'r.fields',
      'r.sealed',
      'u.name_zh as from_zh',
      'u.name_en as from_en',
    ])
    .where('r.to_unit', 'in', [...wish.units]);
  if (wish.status !== undefined) query = query.where('r.status', '=', wish.status);
  const after = wish.after;
  const waiting = wish.status === 'sent';
  if (after !== undefined) {
    const place = sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
    query = query.where(waiting ? sql<boolean>`(r.answer_due, r.id) > ${place}` : sql<boolean>`(r.sent_at, r.id) < ${place}`);
  }
  const ordered = waiting ? query.orderBy('r.answer_due').orderBy('r.id') : query.orderBy('r.sent_at', 'desc').orderBy('r.id', 'desc');
  const rows = await ordered.limit(wish.limit).execute();
  const contents = await tx.keys.openMany(rows.map((row) => row.sealed));
  tx.audit({ action: 'referral.list', ids: rows.map((row) => row.id), count: rows.length });
  return rows.map(({ sealed: _sealed, ...row }, index) => ({ ...row, content: contents[index]?.toString('utf8') ?? '' }));
}

/** One referral with its package in clear; undefined when it is not there for the session. An erased package is empty. */
export async function findReferral(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('network.referral as r')
    .innerJoin('org.unit as u', 'u.id', 'r.from_unit')
    .leftJoin('org.account as a', 'a.id', 'r.sent_by')
    .selectAll('r')
    .select(['u.name_zh as from_zh', 'u.name_en as from_en', 'a.name as sender'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const [content, answer] = await tx.keys.openMany([row.sealed, ...(row.answer_sealed === null ? [] : [row.answer_sealed])]);
  tx.audit({ action: 'referral.read', ids: [id, row.case_id], county: row.county });
  return { ...row, content: content?.toString('utf8') ?? '', answer: answer?.toString('utf8') ?? null };
}

/** The answer of the receiving unit. */
export type ReferralAnswer = {
  readonly referralId: string;
  readonly version: number;
  readonly answer: 'accepted' | 'declined' | 'completed' | 'returned';
  readonly reason: string | null;
  readonly note: string;
};

const next: Readonly<Record<string, readonly ReferralAnswer['answer'][]>> = {
  sent: ['accepted', 'declined'],
  accepted: ['completed', 'returned'],
};

/** Nobody does what was asked for: whoever asked has to ask again elsewhere. */
const isRefusal = (answer: ReferralAnswer['answer']): boolean => answer === 'declined' || answer === 'returned';

/**
 * Answers a referral: the row of the network and an event of the case, in one transaction.
 * @param stoppedRules the clock rules of the case's programme that an answer fulfils (`rulesStoppedByReferral`).
 */
export async function answerReferral(
  tx: Tx,
  answer: ReferralAnswer,
  stoppedRules: readonly string[],
  context: DeadlineContext,
): Promise<Result<{ id: string; version: number; status: string }, Problem>> {
  const row = await tx.selectFrom('network.referral').selectAll().where('id', '=', answer.referralId).forUpdate().executeTakeFirst();
  if (row === undefined) return fail({ code: 'notFound', kind: 'referral', id: answer.referralId });
  if (row.version !== answer.version) {
    const theirs = { status: row.status, version: row.version };
    return fail({
      code: 'versionConflict',
      kind: 'referral',
      id: row.id,
      based: answer.version,
      current: row.version,
      theirs,
      yours: { answer: answer.answer },
    });
  }
  if (!(next[row.status] ?? []).includes(answer.answer)) return fail({ code: 'referralAnswered', referralId: row.id });
  // What was said when it was taken stays: whom to ask, by when.
  const before = row.answer_sealed === null ? null : await tx.keys.open(row.answer_sealed);
  const said = before ? `${before}\n${answer.note}` : answer.note;
  await tx
    .updateTable('network.referral')
    .set({
      status: answer.answer,
      answered_by: tx.actor.id,
      answered_at: context.now,
      answer_sealed: await tx.keys.seal(row.subject_id, 'referral', said),
      outcome: answer.reason,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
  const { answer: word } = answer;
  const first = word === 'accepted' || word === 'declined';
  const facts: CaseFactsByType['referralAnswered'] | CaseFactsByType['referralReturned'] =
    word === 'accepted' || word === 'declined'
      ? { referral: row.id, answer: word, reason: answer.reason }
      : { referral: row.id, outcome: word, result: answer.reason };
  const type = first ? 'referralAnswered' : 'referralReturned';
  await sql`select casework.answer_referral(${row.id}::uuid, ${newId(Date.parse(context.now))}::uuid, ${type}, ${JSON.stringify(facts)}::jsonb, ${context.now}::timestamptz, ${[...stoppedRules]}::text[])`.execute(
    tx,
  );
  await tell(tx, [
    {
      kind: isRefusal(word) ? 'referral.declined' : 'referral.answered',
      county: row.county,
      to: { account: row.sent_by },
      once: `${row.id}:${word}`,
      caseId: row.case_id,
    },
  ]);
  tx.audit({ action: 'referral.answer', ids: [row.id, row.case_id], county: row.county, detail: { answer: word } });
  await tx.outbox('caseEvent', { caseId: row.case_id, type, seq: 0 }, { county: row.county });
  return ok({ id: row.id, version: row.version + 1, status: word });
}
