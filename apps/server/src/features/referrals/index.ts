// The partner's side of a referral: what was sent to the own unit and why, the answer, and what came of it.

import { fail, ok } from '@anwang/core/lang';
import { answerReferral, findReferral, listReferrals } from '@anwang/store/casework';
import { telephonesOf } from '@anwang/store/org';
import { readPackage } from '../../casework/referral-package.ts';
import { asReferral } from '../../casework/words.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { referralCursor, referralRow, sentFields, stoppedByAnswer } from './referral-view.ts';

export const referrals: Handlers<'referrals'> = {
  list: within(async (input, tx, call) => {
    const after = referralCursor(input.cursor);
    const rows = await listReferrals(tx, {
      units: call.actor.unit === null ? [] : [call.actor.unit],
      limit: input.limit + 1,
      ...(input.status === undefined ? {} : { status: input.status }),
      ...(after === undefined ? {} : { after }),
    });
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return ok({
      rows: shown.map(referralRow),
      next:
        rows.length > input.limit && last !== undefined ? `${input.status === 'sent' ? last.answer_due : last.sent_at}~${last.id}` : null,
    });
  }),
  one: within(async (input, tx) => {
    const row = await findReferral(tx, input.referralId);
    if (row === undefined) return fail({ code: 'notFound', kind: 'referral', id: input.referralId });
    const sent = readPackage(row.content);
    const numbers = await telephonesOf(tx, [row.sent_by]);
    return ok({
      ...referralRow(row),
      fields: sentFields(sent),
      message: sent.message,
      sentBy: row.sender,
      callback: sent.callback,
      telephone: numbers.get(row.sent_by) ?? null,
      why: {
        zh: `${row.from_zh}為服務所需轉介至貴單位，僅附必要欄位`,
        en: `${row.from_en} referred this to your unit for a service; only the necessary fields are included`,
      },
      answer: row.answer,
      answeredAt: row.answered_at,
      outcome: row.outcome,
    });
  }),
  answer: within(async (input, tx, call) => {
    const wish = { referralId: input.referralId, version: input.version, answer: input.answer, reason: input.outcome, note: input.note };
    const done = await answerReferral(tx, wish, stoppedByAnswer(), { now: call.now, ...call.house.time(call.actor.county) });
    if (!done.ok) return done;
    return ok({ id: done.value.id, version: done.value.version, status: asReferral(done.value.status) });
  }),
};
