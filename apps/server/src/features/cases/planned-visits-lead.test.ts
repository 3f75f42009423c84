// Who goes when the lead passes on, and when somebody else is to go.
import { expect, test } from 'vitest';
import { inHours, plan, visitHouse } from '../../testing/visit-house.ts';

const { act, aCase, as, done, house, one, dayOf, plansOf, rowsOf, owner } = visitHouse();

test('a new lead takes over the plans of the former one', async () => {
  const held = await aCase('排訪己');
  await done('worker', held, plan());
  await done('supervisor', held, { type: 'handOverLead', workerId: house().seats.worker2!.id, reason: 'workload' });
  expect((await dayOf('worker')).planned.filter((row) => row.caseId === held.id)).toEqual([]);
  expect((await dayOf('worker2')).planned.filter((row) => row.caseId === held.id)).toMatchObject([{ goes: true }]);
  expect(await owner('select status from casework.planned_visit where case_id = $1 order by status', [held.id])).toEqual([
    { status: 'open' },
    { status: 'passedOn' },
  ]);
});

test('whoever is out on a visit stays its lead until they say that they left: neither the case nor the visit is taken away behind their back', async () => {
  const held = await aCase('排訪辰');
  const other = house().seats.worker2!.id;
  const at = inHours(1);
  await done('worker', held, plan({ at }));
  const { id } = (await one('worker', held.id)).planned[0]!;
  await done('worker', held, { type: 'addCollaborator', accountId: other, duty: '共訪' });
  await done('worker', held, { type: 'tellVisit', planId: id, step: 'departed', minutes: 60 });
  const handOver = { type: 'handOverLead', workerId: other, reason: 'workload' };
  const refused = async (command: object) => (await act('supervisor', held, command)).body.facts;
  expect(await refused(handOver)).toMatchObject({ path: 'workerId', reason: 'isOut' });
  expect(await refused({ ...plan({ at }), type: 'changeVisit', planId: id, accountId: other })).toMatchObject({ reason: 'isOut' });
  expect(await refused({ type: 'cancelVisit', planId: id, reason: 'familyAsked' })).toMatchObject({ path: 'planId', reason: 'isOut' });
  await done('worker', held, { type: 'tellVisit', planId: id, step: 'arrived', minutes: 60 });
  await done('worker', held, { type: 'tellVisit', planId: id, step: 'left' });
  await done('supervisor', held, handOver);
});

test('what was given to another lead is given back by the version it left; after anything else it is refused', async () => {
  const held = await aCase('排訪子');
  const [first, second] = [house().seats.worker!.id, house().seats.worker2!.id];
  await done('supervisor', held, { type: 'handOverLead', workerId: second, reason: 'workload' });
  const left = { ...held };
  await done('supervisor', held, { type: 'handOverLead', workerId: first, reason: 'takenBack' });
  expect((await act('supervisor', left, { type: 'handOverLead', workerId: first, reason: 'takenBack' })).body).toMatchObject({
    code: 'versionConflict',
  });
});

test('somebody else goes: only who works on the case can; the day, the timeline and both of them tell of it', async () => {
  const held = await aCase('排訪寅');
  const [lead, other] = [house().seats.worker!.id, house().seats.worker2!.id];
  const at = inHours(20);
  await done('worker', held, plan({ at, alongIds: [other] }));
  const { id } = (await one('worker', held.id)).planned[0]!;
  const change = (accountId: string, more: object = {}) => ({ ...plan({ at }), type: 'changeVisit', planId: id, accountId, ...more });
  for (const nobody of [other, house().seats.partner!.id, '018f0000-0000-7000-8000-000000000009'])
    expect((await act('worker', held, change(nobody))).body.facts).toMatchObject({ path: 'accountId', reason: 'notOnCase' });
  expect((await act('worker', held, plan({ accountId: other }))).body.facts).toMatchObject({ path: 'accountId', reason: 'notOnCase' });
  await done('worker', held, { type: 'addCollaborator', accountId: other, duty: '共訪' });
  // Whoever goes along, a supervisor of the unit too, finds it once, with the name of who goes.
  const supervisor = house().seats.supervisor!.id;
  await done('worker', held, change(lead, { alongIds: [supervisor] }));
  const seen = await plansOf('supervisor', held.id);
  expect(seen).toHaveLength(1);
  expect(seen).toMatchObject([{ accountId: lead, goes: false, alongIds: [supervisor] }]);
  expect((await act('worker', held, change(other, { alongIds: [other] }))).body.facts).toMatchObject({
    path: 'alongIds[0]',
    reason: 'twice',
  });
  await done('worker', held, change(other, { alongIds: [lead], reason: '主責請假' }));
  expect((await one('worker', held.id)).planned).toMatchObject([{ accountId: other, alongIds: [lead] }]);
  expect(await plansOf('worker2', held.id)).toMatchObject([{ goes: true }]);
  expect(await plansOf('worker', held.id)).toMatchObject([{ goes: false }]);
  expect((await rowsOf('worker', held.id)).find((row) => row.type === 'visitChanged')).toMatchObject({
    text: '主責請假',
    whom: [expect.any(String), expect.any(String)],
    facts: { changed: ['account', 'along'] },
  });
  const told = async (who: string) =>
    ((await (await as(who))('GET', '/api/notices?limit=50')).body.rows as unknown as { kind: string; leadsTo: { id: string | null } }[])
      .filter(({ leadsTo }) => leadsTo.id === held.id)
      .map(({ kind }) => kind);
  expect((await told('worker2'))[0]).toBe('plan.goes');
  // The former goes back alone: whoever is no longer meant hears of it.
  await done('worker', held, change(lead));
  expect(await plansOf('worker2', held.id)).toEqual([]);
  expect((await told('worker2'))[0]).toBe('plan.without');
  // Whoever plans may plan for somebody who works on the case.
  await done('worker', held, plan({ at: inHours(40), accountId: other }));
  expect(await plansOf('worker2', held.id)).toMatchObject([{ goes: true }]);
});
