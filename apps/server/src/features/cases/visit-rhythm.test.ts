// The regular visit of a case by its level: the projected clock, what the workspace says of it, and the county that visits more often.
import { addDays, dateIn, endOfDay, instantFromMs, taipei } from '@anwang/core/time';
import { expect, test } from 'vitest';
import { instrumentAnswers, reportAnswers } from '../../testing/answers.ts';
import { caseHouse, now, visit } from '../../testing/case-house.ts';

const { aCase, as, done } = caseHouse();

test('a new result moves the regular visit, and the case says by which level', async () => {
  const held = await aCase('等級甲');
  const assess = (override: string | null) =>
    done('worker', held, {
      type: 'completeAssessment',
      instrument: 'vf-vulnerability',
      instrumentVersion: '1',
      moment: 'review',
      answers: instrumentAnswers('vf-vulnerability', '0'),
      override: override === null ? null : { band: override, reason: '實際情形' },
      happenedAt: now(),
    });
  const read = async () => {
    const { body } = await (await as('worker'))('GET', `/api/cases/${held.id}`);
    const clocks = body.clocks as unknown as { rule: string; due: string; stoppedAt: string | null }[];
    return { rhythm: body.rhythm, due: clocks.find((one) => one.rule === 'visit-rhythm' && one.stoppedAt === null)?.due };
  };
  const within = (days: number) => endOfDay(taipei, addDays(dateIn(taipei, instantFromMs(Date.now())), days));
  await done('worker', held, visit());
  await done('worker', held, {
    type: 'proposeOpening',
    decision: 'open',
    reason: 'severalNeeds',
    summary: '需要服務',
    answers: reportAnswers,
  });
  await done('supervisor', held, { type: 'decideOpening', decision: 'approved', reason: null });
  expect((await read()).rhythm).toMatchObject({ rule: 'visit-rhythm', level: null, limit: { amount: 1, kind: 'months' } });
  await assess('high');
  expect(await read()).toEqual({
    rhythm: {
      rule: 'visit-rhythm',
      level: { zh: '高脆弱', en: 'High vulnerability' },
      visitsPerMonth: 2,
      limit: { amount: 15, kind: 'calendarDays' },
    },
    due: within(15),
  });
  await done('worker', held, { type: 'draftPlan', summary: '計畫', reviewOn: null });
  await assess(null);
  expect((await read()).rhythm).toMatchObject({ visitsPerMonth: 0.5, limit: { amount: 2, kind: 'months' } });
});
