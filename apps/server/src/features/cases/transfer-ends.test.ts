// What is under way in a case at the moment when another county takes it: each thing ends and is told, or goes on; none of it stands in the other county's way.

import { expect, test } from 'vitest';
import { reportAnswers } from '../../testing/answers.ts';
import { assess, now, visit } from '../../testing/case-house.ts';
import { transferHouse } from '../../testing/transfer-house.ts';

const { act, aCase, as, done, house, there, look, sent, rowThere, toCentre, accept, agrees, wish } = transferHouse();

type Notice = { kind: string; ref: string | null; about: { zh: string; en: string } | null };
const told = async (who: string) => (await (await as(who))('GET', '/api/notices?limit=100')).body.rows as unknown as Notice[];
const taken = async (title: string) => {
  const decided = await toCentre((await rowThere(title))!);
  expect(decided.status, decided.text).toBe(200);
  const answer = await accept(title);
  expect(answer.status, `${answer.text}\n${house().server.log.slice(-4).join('\n')}`).toBe(200);
  return answer;
};
const owner = () => house().server.database.owner();
const running = async (id: string) =>
  (await (await owner()).query('select rule from casework.clock where case_id = $1 and stopped_at is null', [id])).rows.map((row) =>
    String(row.rule),
  );
const plan = (hours: number, more: object = {}) => ({
  type: 'planVisit',
  kind: 'visit',
  at: new Date(Date.now() + hours * 3_600_000).toISOString(),
  method: 'homeVisit',
  ...more,
});
const planned = async (id: string) =>
  ((await (await as('worker'))('GET', `/api/cases/${id}`)).body.planned as unknown as { id: string }[]) ?? [];

test('a proposal of opening that waits is sent back; whoever proposed it hears of it, and nothing is due any more', async () => {
  const one = await sent('待核定者');
  await done('worker', one, assess('pre', '1'));
  await done('worker', one, { type: 'proposeOpening', decision: 'open', reason: null, summary: '需要長期服務', answers: reportAnswers });
  expect(await running(one.id)).toContain('decide-opening');
  await taken('待核定者');
  await agrees(one);
  expect(await running(one.id)).toEqual([]);
  expect((await told('worker')).map((each) => each.kind)).toContain('case.decided');
  expect(await look('worker', one)).toMatchObject({
    status: 'closed',
    approvals: [
      { kind: 'opening', decision: 'sentBack' },
      { kind: 'transfer', decision: 'approved' },
    ],
  });
});

test('an open referral is cancelled and whoever was asked is told; what was shared is seen no more; both are told to the other county', async () => {
  const one = await aCase('轉介中者');
  await done('worker', one, visit());
  const partner = await as('partner');
  await done('worker', one, {
    type: 'sendReferral',
    toUnitId: house().school,
    need: 'school',
    fields: ['name'],
    message: '請協助銜接',
  });
  await done('worker', one, {
    type: 'grantShare',
    toUnitId: house().school,
    parts: ['summary', 'timeline'],
    purpose: 'jointService',
    legalBasis: '本法第 1 條',
    until: '2099-01-01',
  });
  expect((await partner('GET', `/api/cases/${one.id}`)).status).toBe(200);
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  const row = (await rowThere('轉介中者'))!;
  const handed = (await there.screener!('GET', `/api/screening/reports/${row.id}`)).text;
  for (const words of ['未結轉介', '合作單位', '甲國小']) expect(handed).toContain(words);
  await taken('轉介中者');
  await agrees(one);
  expect((await partner('GET', `/api/cases/${one.id}`)).status, 'shared no more').toBe(404);
  const list = (await partner('GET', '/api/referrals')).body.rows as unknown as {
    id: string;
    caseId: string;
    status: string;
    version: number;
    name: string | null;
  }[];
  const mine = list.find((each) => each.status === 'cancelled')!;
  expect(mine, 'of several referrals one says whom it is about, where that was sent along').toMatchObject({ name: '轉介中者' });
  const late = await partner('POST', `/api/referrals/${mine.id}/answer`, { version: mine.version, answer: 'accepted', note: '接' });
  expect(late.body).toMatchObject({ code: 'referralAnswered' });
  expect((await told('partner')).map((each) => each.kind)).toContain('referral.cancelled');
  expect(await look('worker', one)).toMatchObject({ referrals: [{ status: 'cancelled' }], shares: [{ ended: true }] });
});

test('whoever stands in the home goes on: the call for support waits, is taken up and ended; that they are out is awaited', async () => {
  const one = await sent('在訪視者');
  await done('worker', one, plan(0.1, { minutes: 30 }));
  const [{ id: planId }] = (await planned(one.id)) as [{ id: string }];
  await done('worker', one, { type: 'tellVisit', planId, step: 'arrived', minutes: 30 });
  await done('worker', one, { type: 'callSupport', planId, note: '案父酒後' });
  await taken('在訪視者');
  await agrees(one);
  expect(await running(one.id), 'nobody has come yet').toEqual(['support-call']);
  const seen = await look('worker', one);
  expect(seen).toMatchObject({
    status: 'closed',
    supports: [{ own: true, takenBy: null }],
    planned: [{ id: planId, underWay: { leftAt: null } }],
  });
  one.version = Number(seen.version);
  const day = (await (await as('supervisor'))('GET', '/api/worklist')).body;
  expect(day.supports, 'on top of the supervisor’s day').toMatchObject([{ caseId: one.id }]);
  const callId = (seen.supports as unknown as { id: string }[])[0]!.id;
  await done('supervisor', one, { type: 'takeSupport', callId, note: '我過去' });
  await done('worker', one, { type: 'endSupport', callId, how: 'safe' });
  // Another call is still possible while they are there, and none afterwards.
  await done('worker', one, { type: 'callSupport', planId });
  const second = ((await look('worker', one)).supports as unknown as { id: string }[])[0]!.id;
  await done('worker', one, { type: 'endSupport', callId: second, how: 'mistake' });
  await done('worker', one, { type: 'tellVisit', planId, step: 'left' });
  await agrees(one);
  expect((await act('worker', one, { type: 'callSupport', planId: null })).body).toMatchObject({ code: 'caseClosed' });
  expect(await running(one.id)).toEqual([]);
});

test('nobody told that they are out: the supervisor hears of it, though the case has ended', async () => {
  const one = await sent('未回報者');
  await done('worker', one, plan(0.1, { minutes: 5 }));
  const [{ id: planId }] = (await planned(one.id)) as [{ id: string }];
  await done('worker', one, { type: 'tellVisit', planId, step: 'departed', minutes: 5 });
  await taken('未回報者');
  const { rows } = await house().server.house.store.withActor(
    house().server.house.system.clock,
    'system',
    { route: 'test', as: 'worker' },
    async (tx) => ({ rows: await tx.run<{ case_id: string }>(`select * from casework.visits_overdue(now() + interval '10 minutes')`, []) }),
  );
  expect(rows.map((row) => row.case_id)).toContain(one.id);
});

test('what was done until then is still recorded, and nothing later; the first visit that was made in time counts as made', async () => {
  const one = await aCase('補登者');
  await done('worker', one, { type: 'recordContact', happenedAt: now(), method: 'phone', outcome: 'met' });
  await done('worker', one, plan(0.05));
  const [{ id: planId }] = (await planned(one.id)) as [{ id: string }];
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  const made = visit();
  await taken('補登者');
  one.version = Number((await look('worker', one)).version);
  await done('worker', one, { ...made, planId });
  await agrees(one);
  const { rows } = await (await owner()).query('select outcome from casework.clock where case_id = $1 and rule = $2', [one.id, 'vf-visit']);
  expect(rows).toEqual([{ outcome: 'met' }]);
  expect((await act('worker', one, { type: 'addNote', note: '之後' })).body).toMatchObject({ code: 'caseClosed' });
  expect((await act('worker', one, { ...visit(), nextAt: new Date(Date.now() + 86_400_000).toISOString() })).body).toMatchObject({
    fields: [{ path: 'command.nextAt' }],
  });
});

test('a draft is kept for whoever wrote it; an emergency access runs out by itself and is reviewed here', async () => {
  const one = await sent('草稿者');
  const worker = await as('worker');
  const key = `case.${one.id}.addNote`;
  expect((await worker('PUT', `/api/drafts/${key}`, { body: { answers: { note: '寫到一半' } } })).status).toBe(200);
  const elsewhere = await as('elsewhere');
  const person = ((await look('worker', one)).members as unknown as { personId: string }[])[0]!.personId;
  const use = (targetKind: string, targetId: string) =>
    elsewhere('POST', '/api/breakglass', { targetKind, targetId, reason: '案主在醫院急診，聯絡不上主責社工' });
  const used = await use('case', one.id);
  expect([used.status, (await use('person', person)).status], used.text).toEqual([200, 200]);
  await taken('草稿者');
  await agrees(one);
  expect((await worker('GET', `/api/drafts/${key}`)).body).toMatchObject({ draft: { body: { answers: { note: '寫到一半' } } } });
  expect((await elsewhere('GET', `/api/cases/${one.id}`)).body).toMatchObject({ status: 'closed', myRole: 'emergency' });
  expect((await elsewhere('GET', `/api/people/${person}`)).status, 'the emergency is not over').toBe(200);
  const reviewed = await (await as('supervisor'))('POST', `/api/breakglass/${used.body.id}/review`, { outcome: 'justified', note: '屬實' });
  expect([200, 404], reviewed.text).toContain(reviewed.status);
});
