// Two write to one case at once, over the API on a real database: one wins, the other gets both sides.
import { describe, expect, test } from 'vitest';
import { reportAnswers } from '../../testing/answers.ts';
import { assess, caseHouse, now, visit } from '../../testing/case-house.ts';

const { act, aCase, as, done } = caseHouse();

describe('a case two people write to', () => {
  test('shows a stale write both sides, and refuses what never happened yet', async () => {
    const one = await aCase('衝突件');
    const stale = { ...one };
    await done('worker', one, { type: 'addNote', note: '第一人' });
    const lost = await act('worker', stale, { type: 'addNote', note: '第二人' });
    expect(lost.status).toBe(409);
    expect(lost.body).toMatchObject({ code: 'versionConflict', facts: { theirs: [{ type: 'noteAdded' }], yours: { type: 'addNote' } } });
    const future = await act('worker', one, { ...visit(), happenedAt: '2099-01-01T00:00:00.000Z' });
    expect(future.body).toMatchObject({ code: 'eventInvalid', facts: { path: 'happenedAt', reason: 'future' } });
    expect(
      (
        await act('worker', one, {
          type: 'completeAssessment',
          instrument: 'tipvda-1',
          instrumentVersion: '1',
          moment: 'pre',
          answers: {},
          happenedAt: now(),
        })
      ).body,
    ).toMatchObject({ code: 'instrumentUnknown' });
    expect((await act('worker', one, { ...assess('pre', '1'), answers: { 'v1-debt': '9' } })).body).toMatchObject({
      code: 'answersInvalid',
    });
  });

  test('is edited by one of two who plan at once; the other gets both sides and the same key gives the first answer again', async () => {
    const one = await aCase('同時件');
    await done('worker', one, visit());
    await done('worker', one, assess('pre', '1'));
    await done('worker', one, {
      type: 'proposeOpening',
      decision: 'open',
      reason: 'severalNeeds',
      summary: '報告',
      answers: reportAnswers,
    });
    await done('supervisor', one, { type: 'decideOpening', decision: 'approved' });
    const plan = (summary: string) => ({ version: one.version, command: { type: 'draftPlan', summary, reviewOn: null } });
    const [worker, supervisor] = await Promise.all([as('worker'), as('supervisor')]);
    const key = { 'idempotency-key': 'plan-of-the-worker' };
    const answers = await Promise.all([
      worker('POST', `/api/cases/${one.id}/act`, plan('主責的計畫'), key),
      supervisor('POST', `/api/cases/${one.id}/act`, plan('督導的計畫')),
    ]);
    expect(answers.map((answer) => answer.status).sort(), answers.map((answer) => answer.text).join()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409);
    expect(lost?.body).toMatchObject({
      code: 'versionConflict',
      facts: { theirs: [{ type: 'planDrafted' }], yours: { type: 'draftPlan' } },
    });
    const again = await worker('POST', `/api/cases/${one.id}/act`, plan('主責的計畫'), key);
    expect([again.status, again.body.version]).toEqual([answers[0]?.status, answers[0]?.body.version]);
    const events = (await worker('GET', `/api/cases/${one.id}/timeline?type=planDrafted`)).body.rows as unknown as unknown[];
    expect(events).toHaveLength(1);
  });
});
