// Work goes on while a transfer waits for the other county: what happened meanwhile is kept, and only who moved and stands nowhere else here belongs there afterwards.

import { expect, test } from 'vitest';
import { countyA, countyB } from '../../testing/arrange.ts';
import { now, visit } from '../../testing/case-house.ts';
import { transferHouse } from '../../testing/transfer-house.ts';

const { act, aCase, as, done, house, there, look, membersOf, wish, sent, rowThere, toCentre, accept, agrees } = transferHouse();

const countyOf = async (person: string) =>
  (await (await house().server.database.owner()).query('select county from people.person where id = $1', [person])).rows[0]?.county;

test('a case in which something happened while it waited closes as if nothing had, and keeps it', async () => {
  const one = await sent('異動者');
  const mover = (await membersOf(one))[0]!.personId;
  await done('worker', one, { type: 'addNote', note: '等待期間的紀錄' });
  await done('worker', one, visit());
  const at = new Date(Date.now() + 20 * 3_600_000).toISOString();
  await done('worker', one, { type: 'planVisit', kind: 'visit', at, method: 'homeVisit' });
  await done('worker', one, {
    type: 'addMember',
    role: 'member',
    relation: 'grandmother',
    given: { name: '等待奶奶', birthDate: '0300102' },
  });
  const newcomer = (await membersOf(one)).find((each) => each.name === '等待奶奶')!.personId;
  expect((await toCentre((await rowThere('異動者'))!)).status).toBe(200);
  // Also between the dispatch there and its acceptance.
  await done('worker', one, { type: 'recordContact', happenedAt: now(), method: 'phone', outcome: 'met', note: '告知已送件' });
  const taken = await accept('異動者');
  expect(taken.status, `${taken.text}\n${house().server.log.slice(-4).join('\n')}`).toBe(200);
  await agrees(one);
  const closed = await look('worker', one);
  expect(closed).toMatchObject({ status: 'closed', closureCode: 'movedOut', transfer: { status: 'accepted' } });
  const open = (closed.clocks as unknown as { rule: string; status: string }[]).filter((each) => each.status === 'running');
  expect(open, 'no duty is left').toEqual([]);
  const lines = (await (await as('worker'))('GET', `/api/cases/${one.id}/timeline`)).text;
  for (const words of ['等待期間的紀錄', '告知已送件']) expect(lines).toContain(words);
  expect([await countyOf(mover), await countyOf(newcomer)], 'who came in meanwhile was not handed over').toEqual([countyB, countyA]);
  const next = (await there.worker!('GET', `/api/cases/${taken.body.caseId}`)).body;
  expect(next.members, 'and is no member there').toMatchObject([{ personId: mover }]);
  const late = await act('worker', { ...one, version: Number(closed.version) }, { type: 'addNote', note: '之後' });
  expect(late.body).toMatchObject({ code: 'caseClosed' });
});

test('who does not move, and who stands in another open case here, stays this county’s person', async () => {
  const persons = [
    { role: 'subject', name: '同住遷居者', sex: 'female', birthDate: '0800102' },
    { role: 'other', name: '同住留下者', sex: 'male', birthDate: '0780304' },
    { role: 'other', name: '同住兩案者', sex: 'male', birthDate: '0990506', nationalId: 'Y190000025' },
  ];
  const one = await aCase('同住遷居者', { grounds: ['family-adversity'], persons });
  const ids = new Map((await membersOf(one)).map((each) => [each.name, each.personId]));
  const [mover, stays, both] = ['同住遷居者', '同住留下者', '同住兩案者'].map((name) => ids.get(name)!) as [string, string, string];
  const beside = await aCase('另案者');
  await done('worker', beside, { type: 'addMember', personId: both, role: 'member' });
  await done('worker', one, visit());
  await done('worker', one, await wish(one, { personIds: [mover, both] }));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  await toCentre((await rowThere('同住遷居者'))!);
  const taken = await accept('同住遷居者');
  expect(taken.status, `${taken.text}\n${house().server.log.slice(-4).join('\n')}`).toBe(200);
  await agrees(one);
  expect([await countyOf(mover), await countyOf(stays), await countyOf(both)]).toEqual([countyB, countyA, countyA]);
  const supervisor = await as('supervisor');
  expect((await supervisor('GET', `/api/people/${mover}`)).status, 'belongs there').toBe(404);
  for (const person of [stays, both]) expect((await supervisor('GET', `/api/people/${person}`)).status).toBe(200);
  expect((await there.screener!('GET', `/api/people/${stays}`)).status, 'nothing of who stays went there').toBe(404);
  const next = (await there.worker!('GET', `/api/cases/${taken.body.caseId}`)).body.members as unknown as { personId: string }[];
  expect(next.map((each) => each.personId).sort(), 'who stands in both is a member there too').toEqual([mover, both].sort());
});
