// A case over the API on a real database: accepted, visited, assessed, opened, planned, referred, closed, reopened; by who may, in the order that is allowed.
import { describe, expect, test } from 'vitest';
import { reportAnswers } from '../../testing/answers.ts';
import { assess, caseHouse, now, visit } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

describe('a case', () => {
  test('goes its whole way', async () => {
    const one = await aCase('全程件');
    const list = await (await as('worker'))('GET', '/api/cases?view=mine');
    expect(list.status, list.text).toBe(200);
    expect((list.body.rows as unknown as { id: string }[]).map((row) => row.id)).toContain(one.id);
    const opened = await (await as('worker'))('GET', `/api/cases/${one.id}`);
    expect(opened.status, opened.text).toBe(200);
    expect(opened.body).toMatchObject({ stage: 'firstVisit', status: 'assigned', myRole: 'lead', title: '全程件家庭' });
    expect((opened.body.clocks as unknown as { rule: string; mark: string }[]).find((clock) => clock.rule === 'vf-visit')?.mark).toBe('V');

    expect(
      (
        await act('worker', one, {
          type: 'proposeOpening',
          decision: 'open',
          reason: 'severalNeeds',
          summary: '報告',
          answers: reportAnswers,
        })
      ).body,
    ).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'visited-or-tried' } });
    await done('worker', one, visit('notMet'));
    await done('worker', one, visit());
    await done('worker', one, assess('pre', '1'));
    const proposed = await done('worker', one, {
      type: 'proposeOpening',
      decision: 'open',
      reason: 'severalNeeds',
      summary: '四項報告',
      answers: reportAnswers,
    });
    expect(proposed.body).toMatchObject({ status: 'openReview' });
    expect((await act('worker', one, { type: 'decideOpening', decision: 'approved' })).status).toBe(409);
    await done('supervisor', one, { type: 'decideOpening', decision: 'approved' });
    await done('worker', one, { type: 'draftPlan', summary: '家庭服務計畫', reviewOn: null });
    await done('worker', one, { type: 'setGoal', need: 'economy', goal: '三個月內收入穩定' });
    const workspace = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body as unknown as {
      goals: { id: string; goal: string }[];
      members: { personId: string }[];
      plan: { summary: string };
    };
    expect(workspace.plan.summary).toBe('家庭服務計畫');
    const goalId = workspace.goals[0]!.id;
    await done('worker', one, { type: 'setGoal', goalId, need: 'economy', goal: '半年內收入穩定', dueOn: '2027-03-31' });
    await done('worker', one, {
      type: 'recordService',
      service: 'livingAllowance',
      happenedAt: now(),
      goalId,
      provider: '社會局',
      note: '協助申請',
    });
    await done('worker', one, { type: 'addCollaborator', accountId: house().seats.worker2!.id, duty: '照顧服務' });
    await done('worker2', one, { type: 'addNote', note: '協力紀錄' });

    await done('worker', one, {
      type: 'sendReferral',
      toUnitId: house().school,
      need: 'school',
      fields: ['name', 'needs'],
      message: '請協助就學',
    });
    expect(
      (await act('worker', one, { type: 'proposeClosure', closureCode: 'goalAchieved', summary: '結案', residualRisk: 'low' })).body,
    ).toMatchObject({ code: 'actionNotAllowed' });
    const partner = await as('partner');
    const told = (await partner('GET', '/api/notices')).body.rows as unknown as object[];
    expect(told, 'of the referral, and not of the case').toMatchObject([
      { kind: 'referral.sent', ref: null, leadsTo: { to: 'referral', id: null }, due: expect.any(String) },
    ]);
    const sent = (await partner('GET', '/api/referrals')).body.rows as unknown as {
      id: string;
      version: number;
      programmeLabel: { zh: string };
    }[];
    expect(sent[0]?.programmeLabel.zh).toBe('脆弱家庭');
    const shown = await partner('GET', `/api/referrals/${sent[0]!.id}`);
    expect(shown.body, shown.text).toMatchObject({
      message: '請協助就學',
      fields: expect.arrayContaining([{ field: 'name', label: expect.anything(), value: expect.any(String) }]),
    });
    const answered = await partner('POST', `/api/referrals/${sent[0]!.id}/answer`, { version: 1, answer: 'accepted', note: '好' });
    expect(answered.body, answered.text).toMatchObject({ status: 'accepted', version: 2 });
    expect(
      (
        await partner('POST', `/api/referrals/${sent[0]!.id}/answer`, {
          version: 2,
          answer: 'completed',
          note: '已入學',
          outcome: 'enrolled',
        })
      ).status,
    ).toBe(200);
    one.version += 2;
    const back = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body.referrals as unknown as { answer: string }[];
    expect(back[0]?.answer, 'what was said when it was taken stays').toBe('好\n已入學');

    await done('worker', one, { type: 'reviewGoal', goalId, status: 'achieved' });
    expect(
      (await act('worker', one, { type: 'proposeClosure', closureCode: 'goalAchieved', summary: '結案', residualRisk: 'low' })).body,
    ).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'post-test' } });
    await done('worker', one, assess('post', '0'));
    expect(
      (await act('worker', one, { type: 'proposeClosure', closureCode: 'lostContact', summary: '結案', residualRisk: 'low' })).body,
    ).toMatchObject({ code: 'eventInvalid', fields: [{ path: 'command.closureCode', reason: 'codeRequirement' }] });
    await done('worker', one, { type: 'proposeClosure', closureCode: 'goalAchieved', summary: '結案摘要', residualRisk: 'low' });
    const closed = await done('supervisor', one, { type: 'decideClosure', decision: 'approved' });
    expect(closed.body).toMatchObject({ status: 'closed' });
    expect((await act('worker', one, { type: 'addNote', note: '已結案' })).body).toMatchObject({ code: 'caseClosed' });
    const timeline = await (await as('supervisor'))('GET', `/api/cases/${one.id}/timeline?limit=200`);
    expect(timeline.text).toContain('結案摘要');
    await done('supervisor', one, { type: 'reopen', reason: 'newReport', note: '再通報' });
    const again = await (await as('worker'))('GET', `/api/cases/${one.id}`);
    expect(again.body).toMatchObject({ status: 'assessing', closedAt: null });
  }, 60_000);
});
