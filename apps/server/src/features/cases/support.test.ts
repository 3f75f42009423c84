// Somebody who works on a case calls for support: the unit's supervisor and whoever else works on it are told at once and see it above everything else, until
// somebody takes it up; nobody outside sees or calls; if nobody comes, those above are told by the clock.
import { addHours, type Instant } from '@anwang/core/time';
import { expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { caseHouse } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

type Support = {
  id: string;
  callId: string;
  caseId: string;
  by: string;
  takenBy: string | null;
  note: string | null;
  takenNote: string | null;
  own: boolean;
};
const supportsOf = async (who: string, id: string) =>
  (await (await as(who))('GET', `/api/cases/${id}`)).body.supports as unknown as Support[];
const waiting = async (who: string) => (await (await as(who))('GET', '/api/worklist')).body.supports as unknown as Support[];
const told = async (who: string) =>
  (
    (await (await as(who))('GET', '/api/notices?limit=100')).body.rows as unknown as { kind: string; urgent: boolean; ref: string | null }[]
  ).filter(({ kind }) => kind.startsWith('support'));
const call = (more: object = {}) => ({ type: 'callSupport', ...more });

test('one press tells the supervisor at once, stands on top until it is taken up, and the caller sees who did', async () => {
  const held = await aCase('支援甲');
  const stale = { ...held };
  await done('supervisor', held, { type: 'addNote', note: '另有一事' });
  // A colleague's note in between is no reason to refuse.
  await done('worker', stale, call({ note: '同住者堵住門口' }));
  expect(await told('supervisor')).toMatchObject([{ kind: 'support.called', urgent: true }]);
  const [mine] = await waiting('supervisor');
  expect(mine).toMatchObject({ caseId: held.id, own: false });
  expect(await supportsOf('supervisor', held.id)).toMatchObject([{ note: '同住者堵住門口', takenBy: null, own: false }]);
  expect((await act('worker', { ...held }, call())).body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'noOwnCall' } });
  const take = { type: 'takeSupport', callId: mine!.callId, note: '派員過去' };
  expect((await act('worker', { ...held }, take)).body).toMatchObject({ code: 'actionNotAllowed' });
  await done('supervisor', { ...held }, take);
  expect(await waiting('supervisor')).toEqual([]);
  expect(await told('worker')).toMatchObject([{ kind: 'support.taken', urgent: true }]);
  expect(await supportsOf('worker', held.id)).toMatchObject([{ own: true, takenBy: expect.any(String), takenNote: '派員過去' }]);
  expect((await act('supervisor', { ...held }, take)).body).toMatchObject({ code: 'actionNotAllowed' });
  await done('worker', { ...held }, { type: 'endSupport', callId: mine!.callId, how: 'safe', note: '已離開' });
  expect(await supportsOf('worker', held.id)).toEqual([]);
  expect((await told('supervisor')).map(({ kind }) => kind).toSorted()).toEqual(['support.called', 'support.ended', 'support.ended']);
  const rows = (await (await as('worker'))('GET', `/api/cases/${held.id}/timeline`)).body.rows as unknown as {
    type: string;
    text: string | null;
  }[];
  expect(rows.slice(0, 3)).toMatchObject([
    { type: 'supportEnded', text: '已離開' },
    { type: 'supportTaken', text: '派員過去' },
    { type: 'supportCalled', text: '同住者堵住門口' },
  ]);
});

test('only whoever works on the case calls; nobody outside sees a word of it', async () => {
  const held = await aCase('支援乙');
  expect((await act('supervisor', { ...held }, call())).body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'worksOnCase' } });
  for (const who of ['worker2', 'elsewhere', 'protection', 'partner'])
    expect((await act(who, { ...held }, call())).status, who).toBeGreaterThan(400);
  const school = house().seats.partner!;
  await done('worker', held, {
    type: 'grantShare',
    toUnitId: house().school,
    parts: ['summary', 'timeline'],
    purpose: 'jointService',
    legalBasis: '本法第 1 條',
    until: '2099-01-01',
  });
  await done('worker', held, { type: 'addCollaborator', accountId: house().seats.worker2!.id, duty: '同行' });
  await done('worker2', { ...held }, call({ note: '聲音從後面傳來' }));
  expect(await told('worker')).toContainEqual(expect.objectContaining({ kind: 'support.called' }));
  expect(await waiting('worker')).toMatchObject([{ caseId: held.id, own: false }]);
  expect(await waiting('worker2')).toMatchObject([{ caseId: held.id, own: true }]);
  for (const who of ['elsewhere', 'protection', 'partner']) {
    const ask = await as(who);
    for (const path of ['/api/worklist', `/api/cases/${held.id}`, `/api/cases/${held.id}/timeline`]) {
      const { text } = await ask('GET', path);
      expect(text, `${who} ${path}`).not.toContain('聲音從後面傳來');
      expect(text, `${who} ${path}`).not.toContain('supportCalled');
    }
    expect(await told(who), who).toEqual([]);
  }
  expect(school.id).toBeTruthy();
});

test('when nobody comes, the supervisor is told again and those above, once', async () => {
  const held = await aCase('支援丙');
  await done('worker', held, call());
  const { server } = house();
  const sweep = jobsOf({ ...server.house, now: () => addHours(new Date().toISOString() as Instant, 0.25) }, () => undefined)[
    'clocks.sweep'
  ]!;
  const run = () =>
    server.house.store.withActor(sweep.actor, sweep.purpose, { route: 'test', as: 'worker' }, (tx) =>
      sweep.run(tx, { payload: {} } as never),
    );
  await run();
  await run();
  const owner = await server.database.owner();
  const { rows } = await owner.query(`select to_post from system.notice where rule = 'support-call' and case_id = $1 order by to_post`, [
    held.id,
  ]);
  expect(rows.map((row) => String(row.to_post).split(':')[0])).toEqual(['director', 'supervisor']);
});

test('whoever goes tells that they set out, are there and left; when nobody tells, the supervisor is told, and the head half an hour later, once', async () => {
  const held = await aCase('到訪甲');
  const inHours = (hours: number) => addHours(new Date().toISOString() as Instant, hours);
  await done('worker', held, { type: 'planVisit', kind: 'visit', at: inHours(1), method: 'homeVisit' });
  const planned = async () =>
    (await (await as('worker'))('GET', `/api/cases/${held.id}`)).body.planned as unknown as {
      id: string;
      underWay: Record<string, string | null>;
    }[];
  const [plan] = await planned();
  const tell = (step: string, minutes: number | null = null) => ({ type: 'tellVisit', planId: plan!.id, step, minutes });
  await done('worker', { ...held }, tell('departed', 30));
  await done('worker', { ...held }, tell('arrived', 40));
  expect((await planned())[0]!.underWay).toMatchObject({ departedAt: expect.any(String), arrivedAt: expect.any(String), leftAt: null });
  expect((await act('supervisor', { ...held }, tell('left'))).body).toMatchObject({ code: 'actionNotAllowed' });
  const { server } = house();
  const owner = await server.database.owner();
  const sweepAt = async (hours: number) => {
    const sweep = jobsOf({ ...server.house, now: () => inHours(hours) }, () => undefined)['clocks.sweep']!;
    await server.house.store.withActor(sweep.actor, sweep.purpose, { route: 'test', as: 'worker' }, (tx) =>
      sweep.run(tx, { payload: {}, attempt: 1, lastAttempt: false }),
    );
    const { rows } = await owner.query(`select to_post from system.notice where kind = 'visit.overdue' and case_id = $1 order by to_post`, [
      held.id,
    ]);
    return rows.map((row) => String(row.to_post).split(':')[0]);
  };
  expect(await sweepAt(0.5)).toEqual([]);
  expect(await sweepAt(0.75)).toEqual(['supervisor']);
  expect(await sweepAt(1.5)).toEqual(['director', 'supervisor']);
  expect(await sweepAt(1.6)).toEqual(['director', 'supervisor']);
  await done('worker', { ...held }, tell('left'));
  expect((await act('worker', { ...held }, tell('arrived'))).body.facts).toMatchObject({ path: 'step', reason: 'alreadyLeft' });
  const { rows } = await owner.query('select expected_until from casework.planned_visit where id = $1', [plan!.id]);
  expect(rows).toEqual([{ expected_until: null }]);
});
