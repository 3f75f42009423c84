import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accept, assign, at, caseOffice, context, ids, now } from '../testing/case-office.ts';
import { answerReferral, createCase, type EventDraft, findCase, listReferrals, readEvents } from './index.ts';

const { as, newCase, open, agree } = caseOffice();

describe('a referral', () => {
  it('goes out sealed, is answered by the unit that sees nothing else, and comes back as an event', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const referral = randomUUID();
    const sent: EventDraft = {
      type: 'referralSent',
      happenedAt: now,
      facts: { referral, unit: ids.school, need: 'school', fields: ['name'], answerBy: at('2026-11-30T00:00') },
    };
    await open(ids.worker, 'casework', caseId, [sent], { [referral]: '{"message":"請協助就學"}' });
    expect(await agree(caseId)).toEqual([]);
    expect(await as(ids.partner, 'network', (tx) => findCase(tx, caseId))).toBeUndefined();
    const mine = await as(ids.partner, 'network', (tx) => listReferrals(tx, { units: [ids.school], limit: 10 }));
    expect(mine.map((row) => row.id)).toContain(referral);
    const answer = (version: number, word: 'accepted' | 'completed') =>
      as(ids.partner, 'network', (tx) =>
        answerReferral(tx, { referralId: referral, version, answer: word, reason: null, note: '好' }, ['referral-answer'], context),
      );
    expect(await answer(1, 'accepted')).toMatchObject({ ok: true, value: { status: 'accepted', version: 2 } });
    expect(await agree(caseId)).toEqual([]);
    expect(await answer(1, 'completed')).toMatchObject({ ok: false, problem: { code: 'versionConflict' } });
    expect(await answer(2, 'completed')).toMatchObject({ ok: true });
    expect(await answer(3, 'completed')).toMatchObject({ ok: false, problem: { code: 'referralAnswered' } });
    expect(await agree(caseId)).toEqual([]);
    const events = await as(ids.worker, 'casework', (tx) => readEvents(tx, caseId, false));
    expect(events.slice(-2).map((event) => [event.type, event.actor])).toEqual([
      ['referralAnswered', ids.partner],
      ['referralReturned', ids.partner],
    ]);
  });

  it('is listed by its clock while it waits, otherwise the last one sent first, page by page', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    // Sent one after the other; the first must be answered before the second.
    const [first, second] = [randomUUID(), randomUUID()];
    const send = (referral: string, happenedAt: EventDraft['happenedAt'], answerBy: EventDraft['happenedAt']) =>
      open(ids.worker, 'casework', caseId, [
        { type: 'referralSent', happenedAt, facts: { referral, unit: ids.school, need: 'school', fields: ['name'], answerBy } },
      ]);
    await send(first, at('2026-11-19T08:00'), at('2026-11-27T00:00'));
    await send(second, at('2026-11-19T09:00'), at('2026-11-29T00:00'));
    const listed = async (status?: 'sent') => {
      const found: string[] = [];
      let after: { at: string; id: string } | undefined;
      for (;;) {
        const [row] = await as(ids.partner, 'network', (tx) =>
          listReferrals(tx, { units: [ids.school], limit: 1, ...(status && { status }), ...(after && { after }) }),
        );
        if (row === undefined) return found.filter((id) => id === first || id === second);
        found.push(row.id);
        after = { at: status === 'sent' ? row.answer_due : row.sent_at, id: row.id };
      }
    };
    expect(await listed('sent')).toEqual([first, second]);
    expect(await listed()).toEqual([second, first]);
    await as(ids.partner, 'network', (tx) =>
      answerReferral(tx, { referralId: first, version: 1, answer: 'accepted', reason: null, note: '好' }, ['referral-answer'], context),
    );
    expect(await listed('sent')).toEqual([second]);
    expect(await listed()).toEqual([second, first]);
  });

  it('cannot be answered by another unit', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const referral = randomUUID();
    await open(ids.worker, 'casework', caseId, [
      { type: 'referralSent', happenedAt: now, facts: { referral, unit: ids.centre, need: 'school', fields: [], answerBy: now } },
    ]);
    expect(
      await as(ids.partner, 'network', (tx) =>
        answerReferral(tx, { referralId: referral, version: 1, answer: 'accepted', reason: null, note: '' }, [], context),
      ),
    ).toMatchObject({ ok: false, problem: { code: 'notFound' } });
  });
});
