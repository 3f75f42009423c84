// When a case ends, whoever was let in for its sake is out in the same write: shares and helpers, clocks and plans; opened again it begins without them.
import { expect, test } from 'vitest';
import { reportAnswers } from '../../testing/answers.ts';
import { assess, visit } from '../../testing/case-house.ts';
import { inHours, plan, visitHouse } from '../../testing/visit-house.ts';

const { act, aCase, as, done, house, one, plansOf, rowsOf, owner } = visitHouse();

test('closing ends shares, help, plans and clocks; the lead and the supervisor read on, the partner and the helper do not', async () => {
  const held = await aCase('結案停止');
  const { seats, school } = house();
  await done('worker', held, visit());
  await done('worker', held, assess('pre', '1'));
  await done('worker', held, { type: 'proposeOpening', decision: 'open', reason: null, summary: '需要服務', answers: reportAnswers });
  await done('supervisor', held, { type: 'decideOpening', decision: 'approved' });
  await done('worker', held, { type: 'draftPlan', summary: '家庭處遇計畫' });
  await done('worker', held, { type: 'setGoal', need: 'economy', goal: '三餐穩定' });
  const goal = ((await (await as('worker'))('GET', `/api/cases/${held.id}`)).body.goals as unknown as { id: string }[])[0]!;
  await done('worker', held, {
    type: 'grantShare',
    toUnitId: school,
    parts: ['summary', 'timeline'],
    purpose: 'jointService',
    legalBasis: '本法第 1 條',
    until: '2099-01-01',
  });
  await done('worker', held, { type: 'addCollaborator', accountId: seats.worker2!.id, duty: '共訪' });
  await done('worker', held, plan({ at: inHours(30), alongIds: [seats.worker2!.id] }));
  const reads = async (who: string) => (await (await as(who))('GET', `/api/cases/${held.id}`)).status;
  expect([await reads('partner'), await reads('worker2')]).toEqual([200, 200]);
  await done('worker', held, { type: 'reviewGoal', goalId: goal.id, status: 'achieved', note: null });
  await done('worker', held, assess('post', '0'));
  const closureCode = 'goalAchieved';
  const answers = { referrals: '學校持續關懷' };
  const closing = { type: 'proposeClosure', closureCode, residualRisk: 'low', followUpOn: null, answers };
  await done('worker', held, { ...closing, summary: '目標達成' });
  const { body } = await (await as('supervisor'))('GET', `/api/cases/${held.id}/timeline`);
  const entries = body.rows as unknown as { type: string; answers: object }[];
  expect(entries.find((entry) => entry.type === 'closureProposed')).toMatchObject({ text: '目標達成', answers });
  // What the act asks itself is not taken a second time.
  expect((await act('worker', held, { ...closing, summary: '再', answers: { summary: '再' } })).status).not.toBe(200);
  // Sent back, nothing ends.
  await done('supervisor', held, { type: 'decideClosure', decision: 'sentBack', reason: '請補訪視' });
  expect([await reads('partner'), await reads('worker2')]).toEqual([200, 200]);
  await done('worker', held, { ...closing, summary: '目標達成，已補訪' });
  // While the helper is in the home the case is not closed over their head.
  const planId = (await one('worker', held.id)).planned[0]!.id;
  await done('worker2', held, { type: 'tellVisit', planId, step: 'departed', minutes: 60 });
  expect((await act('supervisor', held, { type: 'decideClosure', decision: 'approved' })).body.facts).toMatchObject({ reason: 'isOut' });
  await done('worker2', held, { type: 'tellVisit', planId, step: 'left' });
  await done('supervisor', held, { type: 'decideClosure', decision: 'approved' });
  expect([await reads('worker'), await reads('supervisor')]).toEqual([200, 200]);
  expect(await reads('partner')).toBeGreaterThanOrEqual(403);
  expect(await reads('worker2')).toBeGreaterThanOrEqual(403);
  const [row] = await owner(
    `select (select count(*)::int from casework.share where case_id = $1 and ended_at is null) as shares,
      (select count(*)::int from casework.assignment where case_id = $1 and role = 'collaborator' and until is null) as help,
      (select count(*)::int from casework.planned_visit where case_id = $1 and status = 'open') as plans,
      (select count(*)::int from casework.clock where case_id = $1 and stopped_at is null and outcome is null) as clocks`,
    [held.id],
  );
  expect(row).toEqual({ shares: 0, help: 0, plans: 0, clocks: 0 });
  expect(await plansOf('worker', held.id)).toEqual([]);
  expect((await rowsOf('worker', held.id)).slice(0, 3).map(({ type }) => type)).toEqual([
    'closureDecided',
    'collaboratorEnded',
    'shareEnded',
  ]);
  // Opened again it begins without them.
  await done('supervisor', held, { type: 'reopen', reason: 'newReport', note: '再次通報' });
  expect(await reads('partner')).toBeGreaterThanOrEqual(403);
  expect((await act('partner', held, visit())).status).toBeGreaterThanOrEqual(403);
  expect((await one('worker', held.id)).planned).toEqual([]);
});
