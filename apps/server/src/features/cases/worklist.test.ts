// From the worklist straight to the form: the act that meets a clock, for whoever may do it; and what was begun and not sent.
import { expect, test } from 'vitest';
import { reportAnswers } from '../../testing/answers.ts';
import { assess, caseHouse, visit } from '../../testing/case-house.ts';

const { aCase, as, done, house } = caseHouse();

type Work = {
  due: { caseId: string; rule: string; does: { type: string; label: { zh: string } } | null }[];
  drafts: { caseId: string; type: string; about: string | null; label: { zh: string } }[];
};
const workOf = async (who: string): Promise<Work> => (await (await as(who))('GET', '/api/worklist')).body as unknown as Work;

test('names the act that meets a clock, decisions for who decides, and nothing for who may not', async () => {
  const one = await aCase('待辦甲');
  const own = (await workOf('worker')).due.filter((row) => row.caseId === one.id);
  expect(own.find((row) => row.rule === 'vf-visit')?.does).toMatchObject({ type: 'recordVisit', label: { zh: '記錄訪視' } });
  // The supervisor's list says whose clock runs out, and leaves the visit to the worker.
  expect((await workOf('supervisor')).due.find((row) => row.caseId === one.id)?.does ?? null).toBeNull();
  await done('worker', one, visit());
  await done('worker', one, assess('pre', '1'));
  await done('worker', one, { type: 'proposeOpening', decision: 'open', reason: null, summary: '需要長期服務', answers: reportAnswers });
  const decided = (row: Work['due'][number]) => row.caseId === one.id && row.does?.type === 'decideOpening';
  expect((await workOf('worker')).due.some(decided)).toBe(false);
  expect((await workOf('supervisor')).due.some(decided)).toBe(true);
});

test('lists what was begun in open cases, for its author alone', async () => {
  const one = await aCase('待辦乙');
  const worker = await as('worker');
  const goal = '018f0000-0000-7000-8000-000000000001';
  for (const key of [
    `case.${one.id}.assessment`,
    `case.${one.id}.setGoal.${goal}`,
    `case.${one.id}.tellKin.${goal}:${goal}:mother`,
    `case.${one.id}.nothing`,
    'views.cases',
  ])
    expect((await worker('PUT', `/api/drafts/${key}`, { body: { answers: {} } })).status).toBe(200);
  const mine = (await workOf('worker')).drafts.filter((draft) => draft.caseId === one.id);
  expect(mine.map((draft) => [draft.type, draft.about]).sort()).toEqual([
    ['completeAssessment', null],
    ['setGoal', goal],
    ['tellKin', `${goal}:${goal}:mother`],
  ]);
  expect((await workOf('supervisor')).drafts.filter((draft) => draft.caseId === one.id)).toEqual([]);
});

test('says how many of the own families were seen this month, and what others still owe, for whom and since when', async () => {
  type Owed = {
    load: { open: number; visited: number | null };
    waiting: { caseId: string; title: string; need: string; sentAt: string }[];
  };
  const owed = async (who: string) => (await (await as(who))('GET', '/api/worklist')).body as unknown as Owed;
  const one = await aCase('待辦丙');
  const before = (await owed('worker')).load;
  await done('worker', one, visit('notMet'));
  expect((await owed('worker')).load.visited, 'nobody was seen').toBe(before.visited);
  await done('worker', one, visit());
  await done('worker', one, visit());
  expect((await owed('worker')).load).toMatchObject({ open: before.open, visited: (before.visited ?? 0) + 1 });
  await done('worker', one, {
    type: 'sendReferral',
    toUnitId: house().school,
    need: 'school',
    fields: ['name'],
    message: '請協助課後照顧',
  });
  expect((await owed('worker')).waiting.find((row) => row.caseId === one.id)).toMatchObject({ title: '待辦丙家庭', need: 'school' });
  expect((await owed('supervisor')).load.visited).toBeNull();
});
