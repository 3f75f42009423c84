// An assessment that could not be done: noted with a reason of the instrument, seen in the case and on the worklist, owed as before; a family that refuses the
// post-test does not keep a case open for ever.
import { expect, test } from 'vitest';
import { reportAnswers } from '../../testing/answers.ts';
import { assess, caseHouse, now, visit } from '../../testing/case-house.ts';

const { act, aCase, as, done } = caseHouse();

const skip = (moment: string, notDone: string, more: object = {}) => ({
  type: 'skipAssessment',
  instrument: 'vf-vulnerability',
  instrumentVersion: '1',
  moment,
  notDone,
  happenedAt: now(),
  ...more,
});
type Due = { caseId: string; rule: string; gap: { reason: { zh: string } } | null };
const dueOf = async (id: string): Promise<Due[]> =>
  ((await (await as('worker'))('GET', '/api/worklist')).body.due as unknown as Due[]).filter((row) => row.caseId === id);

test('says why, stands on the timeline and beside the clock that still runs', async () => {
  const one = await aCase('未評甲');
  await done('worker', one, visit());
  const wrong = await act('worker', one, skip('pre', 'noTime'));
  expect([wrong.status, wrong.body.code], wrong.text).toEqual([422, 'eventInvalid']);
  const later = await act('worker', one, skip('pre', 'refused', { happenedAt: '2099-01-01T00:00:00.000Z' }));
  expect(later.status, later.text).toBe(422);
  await done('worker', one, skip('pre', 'refused', { note: '案主不願逐題回答' }));
  const file = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body;
  expect(file.assessments).toEqual([]);
  expect(file.assessmentGaps).toMatchObject([
    { instrument: 'vf-vulnerability', moment: 'pre', reason: { zh: '家庭拒絕' }, applies: true, note: '案主不願逐題回答' },
  ]);
  const rows = (await (await as('worker'))('GET', `/api/cases/${one.id}/timeline`)).body.rows as unknown as {
    type: string;
    text: string;
  }[];
  expect(rows[0]).toMatchObject({ type: 'assessmentNotDone', text: '案主不願逐題回答', facts: { notDone: 'refused', applies: true } });
});

test('does not keep a case open: the reason stands in place of the post-test, and the reassessment is still owed until then', async () => {
  const one = await aCase('未評乙');
  await done('worker', one, visit());
  await done('worker', one, assess('pre', '1'));
  await done('worker', one, { type: 'proposeOpening', decision: 'open', reason: null, summary: '需要長期服務', answers: reportAnswers });
  await done('supervisor', one, { type: 'decideOpening', decision: 'approved' });
  await done('worker', one, { type: 'draftPlan', summary: '三個月計畫', reviewOn: null });
  const closing = { type: 'proposeClosure', closureCode: 'refused', summary: '家庭拒絕服務', residualRisk: 'low', followUpOn: null };
  const early = await act('worker', one, closing);
  expect([early.status, early.body.code], early.text).toEqual([409, 'actionNotAllowed']);
  await done('worker', one, skip('post', 'refused'));
  const reassess = (await dueOf(one.id)).find((row) => row.rule === 'vf-reassess');
  expect(reassess?.gap?.reason.zh).toBe('家庭拒絕');
  await done('worker', one, closing);
  // Sent back is not told on the worklist as if it had been agreed.
  await done('supervisor', one, { type: 'decideClosure', decision: 'sentBack', reason: '請補後追安排' });
  const changes = (await (await as('worker'))('GET', '/api/worklist')).body.changes as unknown as {
    caseId: string;
    label: { zh: string };
  }[];
  expect(changes.find((change) => change.caseId === one.id)?.label.zh).toBe('結案退回修改');
});
