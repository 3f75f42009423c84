// A family that moves to another county: handed over by two people here, taken or returned there, and between the two never nobody's.

import { expect, test } from 'vitest';
import { countyB } from '../../testing/arrange.ts';
import { visit } from '../../testing/case-house.ts';
import { canary, transferHouse } from '../../testing/transfer-house.ts';

const { act, aCase, as, done, house, there, look, membersOf, wish, sent, rowThere, matchThere, decide, toCentre, accept, agrees } =
  transferHouse();

test('is handed over, taken, and from then on the other county’s', async () => {
  const one = await sent('遷居者');
  await agrees(one);
  const here = await look('worker', one);
  expect(here).toMatchObject({ status: 'assessing', transfer: { status: 'sent', number: expect.any(String), addressGiven: true } });
  expect((here.clocks as unknown as { rule: string }[]).map((clock) => clock.rule)).toContain('transfer-answer');
  const stillOpen = await act('worker', one, await wish(one));
  expect(stillOpen.body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'noTransferWaits' } });

  const row = (await rowThere('遷居者'))!;
  expect(row.channel).toBe('transfer');
  await matchThere(row.id);
  const view = await there.screener!('GET', `/api/screening/reports/${row.id}`);
  expect(view.body, view.text).toMatchObject({
    county: countyB,
    narrative: '遷居摘要：需要經濟協助',
    handedFrom: { programme: 'vulnerable-family' },
    handed: {
      reason: { zh: '全家遷居' },
      since: '2026-01-05',
      safety: '訪視請兩人同行',
      from: { unit: '甲中心', unitName: { zh: '甲中心' } },
    },
    suggestion: { outcome: 'accept', lines: [{ programme: 'vulnerable-family' }] },
    persons: [{ name: '遷居者', match: 'confirmed', addresses: [canary] }],
  });
  expect(view.text, 'never who reported').not.toContain('林老師');
  const told = (await there.screener!('GET', '/api/notices')).body.rows as unknown as { kind: string }[];
  expect(told.map((each) => each.kind)).toContain('transfer.received');
  expect((await there.supervisor!('GET', `/api/cases/${one.id}`)).status, 'the case itself is not there').toBe(404);
  expect(
    (await decide(row, { outcome: 'informationOnly', reason: 'inquiryOnly', band: 'low', differsReason: '只是詢問' })).body,
  ).toMatchObject({
    fields: [{ path: 'outcome' }],
  });

  expect((await toCentre(row)).status).toBe(200);
  expect(await look('worker', one), 'dispatched is not taken').toMatchObject({ transfer: { status: 'sent' }, closedAt: null });
  const person = (await membersOf(one))[0]!.personId;
  const accepted = await accept('遷居者');
  expect(accepted.status, accepted.text).toBe(200);
  await agrees(one);
  const closed = await look('worker', one);
  expect(closed).toMatchObject({
    status: 'closed',
    closureCode: 'movedOut',
    transfer: { status: 'accepted', unitName: '乙縣中心' },
    members: [{ personId: person, name: '遷居者' }],
  });
  const reopened = await act(
    'supervisor',
    { ...one, version: Number(closed.version) },
    { type: 'reopen', reason: 'needsAgain', note: '再開' },
  );
  expect(reopened.body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'notTransferred' } });

  const next = (await there.worker!('GET', `/api/cases/${accepted.body.caseId}`)).body;
  expect(next).toMatchObject({ takenOver: { reportId: row.id }, members: [{ personId: person, name: '遷居者' }] });
  const report = await there.worker!('GET', `/api/cases/${accepted.body.caseId}/reports/${row.id}`);
  expect(report.body, report.text).toMatchObject({ handed: { safety: '訪視請兩人同行' } });
  const owner = await house().server.database.owner();
  expect((await owner.query('select county from people.person where id = $1', [person])).rows).toEqual([{ county: countyB }]);
  expect((await (await as('supervisor'))('GET', `/api/people/${person}`)).status, 'what follows there is not for here').toBe(404);
  expect((await there.screener!('GET', `/api/people/${person}`)).status).toBe(200);
  expect((await (await as('supervisor'))('GET', `/api/cases/${accepted.body.caseId}`)).status).toBe(404);
  const heard = (await (await as('worker'))('GET', '/api/notices')).body.rows as unknown as { kind: string }[];
  expect(heard.map((each) => each.kind)).toContain('transfer.accepted');
  const line = await (await as('worker'))('GET', `/api/cases/${one.id}/timeline`);
  expect(line.text).not.toContain(canary);
});

test('is returned with a reason, and is still here; it may be handed over again', async () => {
  const one = await sent('退回者');
  const row = (await rowThere('退回者'))!;
  expect(
    (await decide(row, { outcome: 'notAccepted', reason: 'noHarm', band: 'low', differsReason: '查訪' })).body,
    'a reason of its own',
  ).toMatchObject({
    fields: [{ path: 'reason' }],
  });
  expect(
    (
      await decide(row, {
        outcome: 'notAccepted',
        reason: 'notHere',
        band: 'low',
        differsReason: '查訪',
        note: '已訪查三次未遇，請確認門牌',
      })
    ).status,
  ).toBe(200);
  await agrees(one);
  const here = await look('worker', one);
  expect(here).toMatchObject({
    status: 'assessing',
    closedAt: null,
    transfer: { status: 'returned', returned: 'notHere', note: '已訪查三次未遇，請確認門牌' },
  });
  one.version = Number(here.version);
  const heard = (await (await as('supervisor'))('GET', '/api/notices')).body.rows as unknown as { kind: string }[];
  expect(heard.map((each) => each.kind)).toContain('transfer.returned');
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'sentBack', reason: '先確認住址' });
  expect(await look('worker', one)).toMatchObject({ transfer: { status: 'sentBack' } });
  expect(await rowThere('退回者'), 'nothing went').toBeUndefined();
});

test('to a county without a desk is told by letter, and closes when that county’s letter says so', async () => {
  const one = await aCase('公文者');
  await done('worker', one, visit());
  await done('worker', one, await wish(one, { toCounty: null }));
  expect((await act('supervisor', one, { type: 'decideTransfer', decision: 'approved' })).body).toMatchObject({
    fields: [{ path: 'command.letter' }],
  });
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved', letter: '甲社字第1號' });
  expect(await look('worker', one)).toMatchObject({ closedAt: null, transfer: { status: 'sent', county: null, letter: '甲社字第1號' } });
  await done('supervisor', one, { type: 'answerTransfer', answer: 'taken', letter: '丙社字第2號' });
  await agrees(one);
  expect(await look('worker', one)).toMatchObject({ status: 'closed', closureCode: 'movedOut', transfer: { status: 'accepted' } });
});
