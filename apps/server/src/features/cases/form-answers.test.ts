// The report behind an opening and the safety plan of a victim: asked by the programme, held to its form, read by who decides.
import { expect, test } from 'vitest';
import { instrumentAnswers, reportAnswers, safetyAnswers } from '../../testing/answers.ts';
import { caseHouse, now, visit } from '../../testing/case-house.ts';

const { aCase, act, as, done } = caseHouse();
type Entry = { type: string; text: string | null; answers: Record<string, unknown> };
const timeline = async (who: string, id: string) =>
  (await (await as(who))('GET', `/api/cases/${id}/timeline`)).body.rows as unknown as Entry[];
const opening = { type: 'proposeOpening', decision: 'open', reason: 'severalNeeds', summary: '需要服務' };

test('an opening is proposed with the report that the law asks for: what is missing, wrong or no question is named, and nothing is written', async () => {
  const held = await aCase('報告甲');
  await done('worker', held, visit());
  const { diagnosis: _diagnosis, ...partly } = reportAnswers;
  const refused = await act('worker', held, { ...opening, answers: { ...partly, needTypes: ['VF9'], children: 99, weather: '晴' } });
  expect(refused.body, refused.text).toMatchObject({ code: 'answersInvalid' });
  const { fields } = refused.body.facts as unknown as { fields: { path: string; reason: string }[] };
  expect(fields.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
    { path: 'answers.children', reason: 'tooLarge' },
    { path: 'answers.diagnosis', reason: 'required' },
    { path: 'answers.needTypes', reason: 'notAnOption' },
    { path: 'answers.weather', reason: 'noSuchField' },
  ]);
  // Not known is an answer.
  await done('worker', held, { ...opening, answers: { ...reportAnswers, plan: null } });
  const proposed = (await timeline('supervisor', held.id)).find((entry) => entry.type === 'openingProposed');
  expect(proposed).toMatchObject({ text: '需要服務', answers: { ...reportAnswers, plan: { unknown: true } } });
});

test('who is not opened need not be diagnosed', async () => {
  const held = await aCase('報告乙');
  await done('worker', held, visit());
  await done('worker', held, { type: 'proposeOpening', decision: 'notOpened', reason: 'refused', summary: '查無此人' });
});

test('a plan for a victim is a safety plan, and stands with the plan; where no form is asked, none is taken', async () => {
  const held = await aCase(
    '報告丙',
    { grounds: ['ipv-physical'], persons: [{ role: 'victim', name: '報告丙', birthDate: '0730405' }] },
    'dvsa',
  );
  await done('protection', held, visit());
  await done('protection', held, {
    type: 'completeAssessment',
    instrument: 'tipvda-1',
    instrumentVersion: '1',
    moment: 'intake',
    answers: instrumentAnswers('tipvda-1', 'Y'),
    happenedAt: now(),
  });
  const proposal = { type: 'proposeOpening', decision: 'open', reason: 'highDanger', summary: '高危機' };
  expect((await act('protection', held, { ...proposal, answers: { plan: '多餘' } })).body).toMatchObject({ code: 'answersInvalid' });
  await done('protection', held, proposal);
  await done('protector', held, { type: 'decideOpening', decision: 'approved', reason: null });
  const plan = { type: 'draftPlan', summary: '安全計畫', reviewOn: null };
  expect((await act('protection', held, plan)).body).toMatchObject({ code: 'answersInvalid' });
  await done('protection', held, { ...plan, answers: { ...safetyAnswers, orderStatus: 'none', safeTime: '平日上午' } });
  const { body } = await (await as('protection'))('GET', `/api/cases/${held.id}`);
  expect(body.plan).toMatchObject({ answers: { plan: '約定暗語', orderStatus: 'none', safeTime: '平日上午' } });
});
