// A transfer that was sent is taken back while nobody there has taken it: wherever it stands at the other desk it is over there, and everybody who had it is told.

import { expect, test } from 'vitest';
import { countyA } from '../../testing/arrange.ts';
import { canary, transferHouse } from '../../testing/transfer-house.ts';

const { act, aCase, as, done, house, there, look, wish, sent, rowThere, matchThere, decide, toCentre, inbox, acceptRow, accept, agrees } =
  transferHouse();

type Notice = { kind: string; ref: string | null; about: { zh: string; en: string } | null };
const told = async (ask: Awaited<ReturnType<typeof as>>, kind: string) =>
  ((await ask('GET', '/api/notices?limit=100')).body.rows as unknown as Notice[]).filter((each) => each.kind === kind);
const back = { type: 'withdrawTransfer', reason: 'stayed', note: '案家已返回原址' };
const reportThere = async (id: string) => there.screener!('GET', `/api/screening/reports/${id}`);

test('before anybody there has decided: the report is closed there and says so, and the case goes on here', async () => {
  const one = await sent('未遷居者');
  const row = (await rowThere('未遷居者'))!;
  await matchThere(row.id);
  expect((await act('worker', one, back)).body, 'not by whoever did not send it').toMatchObject({ code: 'actionNotAllowed' });
  expect((await act('supervisor', one, { ...back, reason: 'whim' })).body).toMatchObject({ fields: [{ path: 'command.reason' }] });
  expect((await act('supervisor', one, { ...back, letter: '甲社字第1號' })).body).toMatchObject({ fields: [{ path: 'command.letter' }] });
  await done('supervisor', one, back);
  await agrees(one);
  expect(await look('worker', one)).toMatchObject({
    status: 'assessing',
    closedAt: null,
    transfer: { status: 'withdrawn', returned: 'stayed', addressGiven: true },
  });
  const clocks = (await look('worker', one)).clocks as unknown as { rule: string; stoppedAt: string | null }[];
  expect(clocks.find((clock) => clock.rule === 'transfer-answer')?.stoppedAt ?? 'gone').not.toBeNull();
  expect(await rowThere('未遷居者'), 'off the queue').toBeUndefined();
  const view = await reportThere(row.id);
  expect(view.body, view.text).toMatchObject({
    status: 'closedAtDesk',
    handedFrom: { withdrawnFor: 'stayed', withdrawnAt: expect.any(String) },
    mayPropose: { allowed: false },
    clocks: [{ stoppedAt: expect.any(String) }, { stoppedAt: expect.any(String) }],
  });
  expect(view.text, 'what was said of it stays here').not.toContain('案家已返回原址');
  expect(await told(there.screener!, 'transfer.takenBack')).toMatchObject([{ about: { zh: expect.any(String), en: expect.any(String) } }]);
  expect(await told(await as('worker'), 'transfer.withdrawn')).toHaveLength(1);
  const late = await there.screener!('POST', `/api/screening/reports/${row.id}/propose`, {
    version: view.body.version,
    outcome: 'notAccepted',
    reason: 'notHere',
    band: 'low',
    differsReason: '查訪',
  });
  expect(late.body).toMatchObject({ code: 'reportDecided' });
  const line = await (await as('worker'))('GET', `/api/cases/${one.id}/timeline`);
  expect((line.body.rows as unknown as { type: string; county: object; text: string }[])[0]).toMatchObject({
    type: 'transferWithdrawn',
    text: '案家已返回原址',
    county: { zh: expect.any(String), en: expect.any(String) },
  });
  // It may be sent again, under another number, and be taken then.
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  const again = (await rowThere('未遷居者'))!;
  expect(again.id).not.toBe(row.id);
  await matchThere(again.id);
  expect((await reportThere(again.id)).body, 'what the other county sent before is no report of the family').toMatchObject({
    priorReports: 0,
  });
  expect(await told(await as('worker'), 'report.repeat'), 'nor is it one for those who sent it').toEqual([]);
  expect((await toCentre(again)).status).toBe(200);
  const taken = await accept('未遷居者');
  expect(taken.status, taken.text).toBe(200);
  await agrees(one);
  const refused = await act('supervisor', { ...one, version: Number((await look('worker', one)).version) }, back);
  expect(refused.body, 'what was taken is not taken back').toMatchObject({ code: 'caseClosed' });
});

test('while a second person there decides, and when a unit has it: neither can go on with it', async () => {
  const one = await sent('複核中者');
  const row = (await rowThere('複核中者'))!;
  const view = (await reportThere(row.id)).body;
  const proposed = await there.screener!('POST', `/api/screening/reports/${row.id}/propose`, {
    version: view.version,
    outcome: 'notAccepted',
    reason: 'notHere',
    band: 'low',
    differsReason: '查訪',
  });
  expect(proposed.status, proposed.text).toBe(200);
  await done('supervisor', one, { ...back, reason: 'toComplete' });
  const review = await there.reviewer!('POST', `/api/review/reports/${row.id}/decide`, {
    proposalId: proposed.body.proposalId,
    version: proposed.body.version,
    decision: 'confirmed',
  });
  expect(review.status, review.text).toBe(409);
  await agrees(one);
  expect(await told(there.screener!, 'transfer.takenBack')).not.toEqual([]);

  const two = await sent('已派案者');
  const other = (await rowThere('已派案者'))!;
  await matchThere(other.id);
  expect((await toCentre(other)).status).toBe(200);
  const waiting = await inbox('已派案者');
  const person = ((await look('worker', two)).members as unknown as { personId: string }[])[0]!.personId;
  expect((await there.supervisor!('GET', `/api/people/${person}`)).status, 'the unit there reaches them by what was sent').toBe(200);
  await done('supervisor', two, back);
  expect(await inbox('已派案者')).toBeUndefined();
  expect((await acceptRow(waiting)).status).toBe(409);
  expect((await there.supervisor!('GET', `/api/people/${person}`)).status, 'and not any more').toBe(404);
  expect(await told(there.supervisor!, 'transfer.takenBack')).toHaveLength(1);
  await agrees(two);
  const owner = await house().server.database.owner();
  expect((await owner.query('select county from people.person where id = $1', [person])).rows).toEqual([{ county: countyA }]);
  expect(
    (await owner.query(`select count(*)::int as n from intake.clock where report_id = $1 and stopped_at is null`, [other.id])).rows,
  ).toEqual([{ n: 0 }]);
});

test('taken there and taken back here at once: one of the two stands, and both counties say the same', async () => {
  for (const name of ['趙先行', '錢同日', '孫併發']) {
    const one = await sent(name);
    expect((await toCentre((await rowThere(name))!)).status).toBe(200);
    const row = await inbox(name);
    const answers = await Promise.all([acceptRow(row), act('supervisor', one, back)]);
    expect(
      answers.filter((each) => each.status === 200),
      answers.map((each) => each.text).join('\n'),
    ).toHaveLength(1);
    expect(
      answers.map((each) => each.status),
      house().server.log.slice(-4).join('\n'),
    ).not.toContain(500);
    await agrees(one);
    const { status, transfer } = (await look('worker', one)) as unknown as { status: string; transfer: { status: string } };
    expect([status, transfer.status]).toEqual(answers[0]!.status === 200 ? ['closed', 'accepted'] : ['assessing', 'withdrawn']);
  }
});

test('nobody takes back by hand what they did not withdraw, and a county told by letter is told by letter', async () => {
  const one = await sent('手工者');
  const owner = await house().server.database.owner();
  const { rows } = await owner.query('select id from casework.transfer where case_id = $1', [one.id]);
  const forged = (id: string) =>
    house().server.house.store.withActor({ id }, 'supervision', { route: 'test' }, (tx) =>
      tx.run(`select * from casework.withdraw_transfer($1::uuid, 'stayed', now())`, [rows[0].id]),
    );
  await expect(forged(house().seats.supervisor!.id)).rejects.toThrow(/withdrawn/);
  await expect(forged(house().seats.elsewhere!.id)).rejects.toThrow(/withdrawn/);

  const two = await aCase('公文撤回者');
  await done('worker', two, { type: 'recordVisit', happenedAt: new Date().toISOString(), method: 'homeVisit', outcome: 'met', note: '' });
  await done('worker', two, await wish(two, { toCounty: null }));
  await done('supervisor', two, { type: 'decideTransfer', decision: 'approved', letter: '甲社字第9號' });
  expect((await act('supervisor', two, back)).body).toMatchObject({ fields: [{ path: 'command.letter' }] });
  await done('supervisor', two, { ...back, letter: '甲社字第10號' });
  await agrees(two);
  expect(await look('worker', two)).toMatchObject({ closedAt: null, transfer: { status: 'withdrawn', letter: '甲社字第10號' } });
  expect((await look('worker', two)).transfer, 'never the address').not.toMatchObject({ address: canary });
  expect(decide).toBeDefined();
});
