// A case goes on with another unit of its county: two people here, one there, and until it is taken it is here, clocks and all.

import { expect, test } from 'vitest';
import { visit } from '../../testing/case-house.ts';
import { moveHouse } from '../../testing/move-house.ts';

const { act, aCase, as, done, house, unit, takerId, taker, look, wish, sent, offers, offer, take, giveBack, told, agrees } = moveHouse();

type Clock = { rule: string; start: string; due: string | null; stoppedAt: string | null };
const clocksOf = (body: { clocks?: unknown }) => body.clocks as Clock[];

test('goes to the unit that takes it, with all that is open, and the unit that had it reaches it no longer', async () => {
  const one = await aCase('移轉者');
  await done('worker', one, visit());
  const person = ((await look('worker', one)).members as unknown as { personId: string }[])[0]!.personId;
  const units = (await (await as('worker'))('GET', `/api/cases/${one.id}/units`)).body.units as unknown as {
    unitId: string;
    fits: boolean;
    reasons: object[];
  }[];
  expect(units[0]).toMatchObject({ unitId: unit.other, fits: true, reasons: [{ code: 'countyRoute' }, { code: 'onlyUnit' }] });
  expect(units.map((each) => each.unitId)).not.toContain(unit.centre);
  const at = new Date(Date.now() + 30 * 3_600_000).toISOString();
  await done('worker', one, { type: 'planVisit', kind: 'visit', method: 'homeVisit', at });
  await done('worker', one, { type: 'addCollaborator', accountId: house().seats.worker2!.id, duty: '共訪' });
  await done('worker', one, { type: 'sendReferral', toUnitId: house().school, need: 'economy', fields: ['name'], message: '請協助' });

  await done('worker', one, wish());
  expect((await act('worker', one, { type: 'decideMove', decision: 'approved' })).body).toMatchObject({ code: 'actionNotAllowed' });
  expect(await offers(), 'nothing before it is approved').toEqual([]);
  await done('supervisor', one, { type: 'decideMove', decision: 'approved', reason: '同意' });
  await agrees(one);
  const before = await look('worker', one);
  expect(before).toMatchObject({
    unitId: unit.centre,
    move: { status: 'sent', unitName: '乙中心', byRules: true, summary: '移轉摘要：需要經濟協助' },
  });
  expect(clocksOf(before).map((clock) => clock.rule)).toContain('move-answer');
  expect((await act('worker', one, wish())).body).toMatchObject({ facts: { reason: 'noMoveWaits' } });

  const elsewhere = await as('elsewhere');
  expect((await elsewhere('GET', `/api/cases/${one.id}`)).status, 'not theirs yet').toBe(404);
  const row = await offer('移轉者');
  const view = await elsewhere('GET', `/api/dispatch/moves/${row.id}`);
  expect(view.body, view.text).toMatchObject({
    reason: 'needsOtherUnit',
    answerDue: expect.any(String),
    offered: {
      summary: '移轉摘要：需要經濟協助',
      handed: { safety: '訪視請兩人同行', from: { unit: '甲中心' }, reason: { zh: '案情須由其他單位主責' } },
      persons: [{ name: '移轉者' }],
    },
    workers: expect.arrayContaining([expect.objectContaining({ id: takerId() })]),
  });
  expect(view.text, 'never who reported').not.toContain('林老師');
  expect(await told(elsewhere, 'move.received')).toHaveLength(1);
  expect((await (await as('protector'))('GET', `/api/dispatch/moves/${row.id}`)).status, 'another unit').toBe(404);

  const accepted = await take(row, { note: '週五共訪交接' });
  expect(accepted.body, accepted.text).toMatchObject({ status: 'accepted', caseId: one.id });
  await agrees(one, 'elsewhere');
  const mine = (await (await taker())('GET', `/api/cases/${one.id}`)).body;
  expect(mine).toMatchObject({
    unitId: unit.other,
    leadId: takerId(),
    number: before.number,
    move: { status: 'accepted', fromName: '甲中心', note: '週五共訪交接' },
    members: [{ personId: person, name: '移轉者' }],
    planned: [{ accountId: takerId(), at }],
    referrals: [{ status: 'sent' }],
  });
  const running = (body: { clocks?: unknown }) =>
    clocksOf(body).flatMap((clock) => (clock.stoppedAt === null ? [[clock.rule, clock.start, clock.due]] : []));
  expect(running(mine)).toEqual(running(before).filter(([rule]) => rule !== 'move-answer'));
  expect((mine.collaborators as unknown as { id: string; until: string | null }[]).map((each) => each.until)).not.toContain(null);
  expect((await (await taker())('GET', `/api/people/${person}`)).status).toBe(200);
  const reportId = (mine.reports as unknown as { id: string }[])[0]!.id;
  expect((await (await taker())('GET', `/api/cases/${one.id}/reports/${reportId}`)).status, 'what was reported goes along').toBe(200);
  expect((await elsewhere('GET', `/api/cases/${one.id}/reports/${reportId}`)).status).toBe(200);
  for (const who of ['worker', 'worker2', 'supervisor']) {
    const ask = await as(who);
    expect((await ask('GET', `/api/cases/${one.id}`)).status, who).toBe(404);
    expect((await ask('GET', `/api/people/${person}`)).status, who).toBe(404);
  }
  expect(await told(await as('worker'), 'move.accepted')).toHaveLength(1);
  expect(await told(await as('supervisor'), 'move.accepted')).toHaveLength(1);
  expect(await told(await taker(), 'case.assigned')).toHaveLength(1);
  expect(await told(await as('partner'), 'move.referrer')).toHaveLength(1);
  const line = (await elsewhere('GET', `/api/cases/${one.id}/timeline`)).body.rows as unknown as { type: string; whom: string[] }[];
  expect(line.find((each) => each.type === 'moveAccepted')?.whom).toEqual(['乙中心']);
  one.version = Number(mine.version);
  const next = await (await taker())('POST', `/api/cases/${one.id}/act`, { version: one.version, command: visit() });
  expect(next.status, next.text).toBe(200);
  expect(
    (await elsewhere('POST', `/api/dispatch/moves/${row.id}/accept`, { version: row.version, workerId: takerId() })).body,
  ).toMatchObject({ code: 'versionConflict' });
});

test('the family lives in another district: the case lies there from the acceptance on', async () => {
  const one = await aCase('遷區者');
  await done('worker', one, visit());
  expect((await act('worker', one, wish({ reason: 'movedDistrict' }))).body).toMatchObject({
    fields: [{ path: 'command.district', reason: 'required' }],
  });
  expect((await act('worker', one, wish({ district: '00000' }))).body).toMatchObject({ fields: [{ path: 'command.district' }] });
  await done('worker', one, wish({ reason: 'movedDistrict', district: '99901020' }));
  await done('supervisor', one, { type: 'decideMove', decision: 'approved' });
  expect(await look('worker', one)).toMatchObject({ districtName: '甲一區', move: { districtName: '甲二區' } });
  expect((await take(await offer('遷區者'))).status).toBe(200);
  expect((await (await taker())('GET', `/api/cases/${one.id}`)).body).toMatchObject({ districtName: '甲二區' });
  await agrees(one, 'elsewhere');
});

test('is given back with a reason and words, and may be sent again', async () => {
  const one = await sent('退回移轉者');
  const row = await offer('退回移轉者');
  expect((await giveBack(row, { reason: 'whim' })).body).toMatchObject({ fields: [{ path: 'reason' }] });
  expect((await giveBack(row, { note: '' })).body).toMatchObject({ fields: [{ path: 'note' }] });
  expect((await giveBack(row)).body).toMatchObject({ status: 'returned' });
  await agrees(one);
  const here = await look('worker', one);
  expect(here).toMatchObject({ unitId: unit.centre, move: { status: 'returned', returned: 'notHere', note: '查無此人，請確認住址' } });
  expect(clocksOf(here).find((clock) => clock.rule === 'move-answer')?.stoppedAt ?? 'gone').not.toBeNull();
  expect(await told(await as('supervisor'), 'move.returned')).toHaveLength(1);
  expect(await told(await as('worker'), 'move.returned')).toHaveLength(1);
  expect((await (await as('elsewhere'))('GET', `/api/dispatch/moves/${row.id}`)).status, 'it keeps nothing of it').toBe(404);
  one.version = Number(here.version);
  await done('worker', one, wish());
  await done('supervisor', one, { type: 'decideMove', decision: 'sentBack', reason: '先確認住址' });
  expect(await look('worker', one)).toMatchObject({ move: { status: 'sentBack', note: '先確認住址' } });
});

test('is taken back while nobody there has answered', async () => {
  const one = await sent('撤回移轉者');
  const row = await offer('撤回移轉者');
  const back = { type: 'withdrawMove', reason: 'stayed', note: '案家未遷' };
  expect((await act('worker', one, back)).body).toMatchObject({ code: 'actionNotAllowed' });
  expect((await act('supervisor', one, { ...back, reason: 'whim' })).body).toMatchObject({ fields: [{ path: 'command.reason' }] });
  await done('supervisor', one, back);
  await agrees(one);
  expect(await look('worker', one)).toMatchObject({ unitId: unit.centre, move: { status: 'withdrawn', returned: 'stayed' } });
  expect(await offer('撤回移轉者')).toBeUndefined();
  expect(await told(await as('elsewhere'), 'move.takenBack')).toHaveLength(1);
  expect((await take(row)).body).toMatchObject({ code: 'versionConflict', facts: { theirs: { status: 'withdrawn' } } });
});

test('taken there and taken back here at once: one of the two stands', async () => {
  for (const name of ['趙同移', '錢同移', '孫同移']) {
    const one = await sent(name);
    const row = await offer(name);
    const answers = await Promise.all([take(row), act('supervisor', one, { type: 'withdrawMove', reason: 'stayed' })]);
    expect(
      answers.filter((each) => each.status === 200),
      answers.map((each) => each.text).join('\n'),
    ).toHaveLength(1);
    expect(answers.map((each) => each.status)).not.toContain(500);
    const taken = answers[0]!.status === 200;
    await agrees(one, taken ? 'elsewhere' : 'supervisor');
    const owner = await house().server.database.owner();
    const { rows } = await owner.query(
      'select c.unit_id, m.status from casework."case" c join casework.move m on m.case_id = c.id where c.id = $1',
      [one.id],
    );
    expect(rows).toEqual([taken ? { unit_id: unit.other, status: 'accepted' } : { unit_id: unit.centre, status: 'withdrawn' }]);
  }
});
