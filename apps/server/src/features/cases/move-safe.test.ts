// What must not be lost, or be possible, while a case goes from unit to unit: people on their way, calls for support, the reach of others, the clocks, the second pair of eyes.

import { addHours, type Instant } from '@anwang/core/time';
import { expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { visit } from '../../testing/case-house.ts';
import { moveHouse } from '../../testing/move-house.ts';

const { act, aCase, as, done, house, unit, takerId, taker, look, wish, sent, offer, take, giveBack, told, agrees } = moveHouse();

test('nobody in a home, and no call for support, changes hands while it lasts', async () => {
  const one = await sent('訪視中移轉');
  const at = new Date(Date.now() + 1_800_000).toISOString();
  one.version = Number((await look('worker', one)).version);
  await done('worker', one, { type: 'planVisit', kind: 'visit', method: 'homeVisit', at });
  const [plan] = (await look('worker', one)).planned as unknown as { id: string }[];
  await done('worker', one, { type: 'tellVisit', planId: plan!.id, step: 'arrived', minutes: 60 });
  const row = await offer('訪視中移轉');
  expect((await take(row)).body).toMatchObject({ fields: [{ path: 'workerId', reason: 'visitUnderWay' }] });
  expect((await look('worker', one)).unitId, 'nothing of it stands').toBe(unit.centre);
  await done('worker', one, { type: 'callSupport', planId: plan!.id, note: '在門口' });
  await done('worker', one, { type: 'tellVisit', planId: plan!.id, step: 'left' });
  expect((await take(row)).body).toMatchObject({ fields: [{ path: 'workerId', reason: 'supportOpen' }] });
  const [call] = (await look('worker', one)).supports as unknown as { id: string }[];
  await done('worker', one, { type: 'endSupport', callId: call!.id, how: 'safe', note: '' });
  expect((await take(row)).body).toMatchObject({ status: 'accepted' });
  await agrees(one, 'elsewhere');
});

test('a helper of a third unit goes on helping and is told; nobody ends the case while the other unit is asked', async () => {
  const one = await aCase('協力移轉');
  await done('worker', one, visit());
  await done('worker', one, { type: 'addCollaborator', accountId: house().seats.protection!.id, duty: '安全計畫' });
  await done('worker', one, wish());
  expect((await act('worker', one, { type: 'proposeOpening', decision: 'open', summary: 's' })).body).toMatchObject({
    code: 'actionNotAllowed',
  });
  await done('supervisor', one, { type: 'decideMove', decision: 'approved' });
  expect((await act('worker', one, { type: 'proposeOpening', decision: 'notOpened', reason: 'noNeed', summary: 's' })).body).toMatchObject({
    fields: [{ path: 'command.decision' }],
  });
  const closed = (await look('worker', one)).closed as unknown as { type: string; reasons: { code: string }[] }[];
  for (const type of ['proposeTransfer', 'proposeMove'])
    expect(JSON.stringify(closed.find((each) => each.type === type)), type).toContain('待對方單位回覆');
  expect((await take(await offer('協力移轉'))).status).toBe(200);
  const mine = (await (await taker())('GET', `/api/cases/${one.id}`)).body;
  expect(mine.collaborators).toMatchObject([{ id: house().seats.protection!.id, until: null }]);
  expect(await told(await as('protection'), 'move.goesOn')).toHaveLength(1);
});

test('the unit that gave it keeps what it reaches by a case of its own', async () => {
  const one = await sent('兩案移轉');
  const [person] = (await look('worker', one)).members as unknown as { personId: string }[];
  const owner = await house().server.database.owner();
  const kept = await aCase('兩案留下');
  await owner.query(
    `insert into casework.case_person (case_id, person_id, county, role, since) select $1, $2, county, 'member', now() from casework."case" where id = $1`,
    [kept.id, person!.personId],
  );
  expect((await take(await offer('兩案移轉'))).status).toBe(200);
  expect((await (await as('supervisor'))('GET', `/api/people/${person!.personId}`)).status).toBe(200);
  expect((await (await as('supervisor'))('GET', `/api/cases/${one.id}`)).status).toBe(404);
});

test('the same key gives the first answer again and does nothing twice; two of the unit who answer come one after the other', async () => {
  const one = await sent('重送移轉');
  const row = await offer('重送移轉');
  const elsewhere = await as('elsewhere');
  const body = { version: row.version, workerId: takerId() };
  const key = { 'idempotency-key': '0190a00f-0000-7000-8000-000000000480' };
  const first = await elsewhere('POST', `/api/dispatch/moves/${row.id}/accept`, body, key);
  const again = await elsewhere('POST', `/api/dispatch/moves/${row.id}/accept`, body, key);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect((await giveBack(row)).body).toMatchObject({ code: 'versionConflict', facts: { theirs: { status: 'accepted' } } });
  const owner = await house().server.database.owner();
  const { rows } = await owner.query(`select count(*)::int as n from casework.event where case_id = $1 and type = 'moveAccepted'`, [
    one.id,
  ]);
  expect(rows).toEqual([{ n: 1 }]);
});

test('only who could lead there leads; the unit itself, a unit elsewhere and a unit without a supervisor are no units to go to', async () => {
  const one = await aCase('對象移轉');
  await done('worker', one, visit());
  const owner = await house().server.database.owner();
  const beyond = (
    await owner.query(`select id from org.unit where county <> (select county from org.unit where id = $1) limit 1`, [unit.centre])
  ).rows;
  for (const [toUnitId, reason] of [
    [unit.centre, 'sameUnit'],
    [house().school, 'noSupervisor'],
    [beyond[0]?.id ?? '018f0000-0000-7000-8000-000000000009', 'notAllowed'],
  ])
    expect((await act('worker', one, wish({ toUnitId }))).body, reason).toMatchObject({ fields: [{ path: 'command.toUnitId', reason }] });
  await done('worker', one, wish());
  await done('supervisor', one, { type: 'decideMove', decision: 'approved' });
  const row = await offer('對象移轉');
  expect((await take(row, { workerId: house().seats.worker!.id })).body).toMatchObject({ code: 'assignmentConflict' });
});

test('nobody takes or returns by hand what was not offered to them, or takes it and says nothing', async () => {
  const one = await sent('手工移轉');
  const row = await offer('手工移轉');
  const forged = (id: string, statement: string) =>
    house().server.house.store.withActor({ id }, 'supervision', { route: 'test' }, (tx) => tx.run(statement, [row.id]));
  const returned = `select casework.return_move($1::uuid, gen_random_uuid(), 'notHere', now(), null)`;
  await expect(forged(house().seats.protector!.id, returned)).rejects.toThrow(/returned/);
  await forged(house().seats.protector!.id, 'select casework.take_move($1::uuid)');
  await expect(forged(house().seats.elsewhere!.id, 'select casework.take_move($1::uuid)')).rejects.toThrow(/nothing says so/);
  expect(await look('worker', one)).toMatchObject({ unitId: unit.centre, move: { status: 'sent' } });
});

test('the other unit does not answer: lead, both supervisors and the head are told when the working day is over', async () => {
  const one = await sent('逾期移轉');
  const { server } = house();
  const at = addHours(new Date().toISOString() as Instant, 12 * 24);
  const sweep = jobsOf({ ...server.house, now: () => at }, () => undefined)['clocks.sweep']!;
  for (const _ of [1, 2])
    await server.house.store.withActor(sweep.actor, sweep.purpose, { route: 'test', as: 'worker' }, (tx) =>
      sweep.run(tx, { payload: {}, attempt: 1, lastAttempt: false }),
    );
  const owner = await server.database.owner();
  const number = String((await look('worker', one)).number);
  const { rows } = await owner.query(
    `select kind, to_post, case_id from system.notice where ref = $1 and (rule = 'move-answer' or kind = 'move.overdue') order by id`,
    [number],
  );
  expect(
    rows
      .map(
        (each) => `${each.kind} ${each.to_post === null ? 'lead' : each.to_post.replace(unit.centre, 'here').replace(unit.other, 'there')}`,
      )
      .sort(),
  ).toEqual([
    'clock.overdue director:county:99901',
    'clock.overdue lead',
    'clock.overdue supervisor:unit:here',
    'move.overdue supervisor:unit:there',
  ]);
  expect(rows.find((each) => each.kind === 'move.overdue')?.case_id, 'nothing of the case for who has nothing of it').toBeNull();
});
