// The record of a visit: it meets a plan, says who was met and what was seen, and plans the next one.
import { expect, test } from 'vitest';
import { visit } from '../../testing/case-house.ts';
import { inHours, plan, visitHouse } from '../../testing/visit-house.ts';

const { act, aCase, as, done, house, one, dayOf, rowsOf, owner } = visitHouse();

test('the form of a visit is told of the one in vain before it; the next one has place and company', async () => {
  const held = await aCase('排訪壬');
  const along = house().seats.worker2!.id;
  await done('worker', held, visit('notMet'));
  await done('worker', held, { ...visit('refused'), warnings: ['outside'] });
  expect(await one('worker', held.id)).toMatchObject({ lastVain: { outcome: 'refused', times: 2 }, warnings: ['outside'] });
  const at = inHours(30);
  const next = { nextAt: at, nextPlace: '里辦公室', nextAlongIds: [along] };
  expect((await act('worker', held, { ...visit(), ...next, nextAlongIds: [house().seats.partner!.id] })).body.facts).toMatchObject({
    path: 'nextAlongIds[0]',
    reason: 'notOfUnit',
  });
  expect((await act('worker', held, { ...visit(), ...next, nextContactId: along })).body.facts).toMatchObject({ path: 'nextContactId' });
  await done('worker', held, { ...visit(), ...next });
  const after = await one('worker', held.id);
  expect(after.lastVain).toBeNull();
  expect(after.planned).toMatchObject([{ at, place: '里辦公室', alongIds: [along], warnings: ['outside'] }]);
});

test('a contact says whether somebody is safe, as a visit does', async () => {
  const held = await aCase('電訪安全');
  const call = { type: 'recordContact', happenedAt: visit().happenedAt, method: 'phone', outcome: 'met', note: '揚言同歸於盡' };
  for (const safe of ['no', 'yes', 'unknown']) await done('worker', held, { ...call, safe });
  const rows = (await (await as('worker'))('GET', `/api/cases/${held.id}/timeline`)).body.rows as unknown as {
    type: string;
    facts: object;
  }[];
  expect(rows.flatMap(({ type, facts }) => (type === 'contactRecorded' ? [facts] : []))).toMatchObject([
    { safe: null },
    { safe: true },
    { safe: false },
  ]);
});

test('the record meets the plan, also in vain; the worklist says that somebody was sought in vain', async () => {
  const held = await aCase('排訪丙');
  const soon = inHours(0.05);
  await done('worker', held, plan({ at: soon }));
  const { id } = (await one('worker', held.id)).planned[0]!;
  expect((await act('worker', held, { ...visit(), planId: '018f0000-0000-7000-8000-000000000009' })).body.facts).toMatchObject({
    path: 'planId',
    reason: 'notOpen',
  });
  await done('worker', held, { ...visit('notMet'), planId: id });
  const day = await dayOf('worker');
  expect(day.planned.filter((row) => row.caseId === held.id)).toEqual([]);
  expect(day.recorded.filter((row) => row.caseId === held.id)).toMatchObject([{ outcome: 'notMet' }]);
  expect(day.due.find((row) => row.caseId === held.id && row.rule === 'vf-visit')?.tried).toMatchObject({ outcome: 'notMet' });
  expect(await owner('select status, goes from casework.planned_visit where id = $1', [id])).toEqual([
    { status: 'nobodyHome', goes: true },
  ]);
});

test('a visit says of each member whether they were met, and plans the next one in the same write', async () => {
  const persons = [
    { role: 'victim', name: '排訪庚', birthDate: '0730405', phones: ['0966000888'] },
    { role: 'familyMember', name: '排訪庚乙', birthDate: '0610203' },
  ];
  const held = await aCase('排訪庚', { grounds: ['ipv-physical'], persons }, 'dvsa');
  const { members } = await one('protection', held.id);
  const [a, b] = members.map((each) => each.personId);
  const at = inHours(72);
  const others = [{ personId: b, how: 'away' }];
  const wrong = (more: object) => act('protection', held, { ...visit(), personIds: [a], others, ...more });
  expect((await wrong({ personIds: [a, b] })).body.facts).toMatchObject({ path: 'others[0].personId', reason: 'twice' });
  expect((await wrong({ goalIds: ['018f0000-0000-7000-8000-000000000009'] })).body.facts).toMatchObject({ path: 'goalIds[0]' });
  expect((await wrong({ nextAt: inHours(-3) })).body.facts).toMatchObject({ path: 'nextAt', reason: 'past' });
  await done('protection', held, { ...visit(), personIds: [a], others, nextAt: at });
  expect((await one('protection', held.id)).planned).toMatchObject([{ at, whom: [members[0]!.name] }]);
  const rows = (await (await as('protection'))('GET', `/api/cases/${held.id}/timeline`)).body.rows as unknown as {
    type: string;
    facts: object;
  }[];
  expect(rows.find((row) => row.type === 'visitRecorded')?.facts).toMatchObject({
    persons: [a],
    others: [{ person: b, how: 'away' }],
  });
});

test('a case about a person: whoever meets only somebody else has not met them, and their clock says so', async () => {
  const persons = [
    { role: 'victim', name: '面見甲', birthDate: '0730405', phones: ['0966000999'] },
    { role: 'familyMember', name: '面見甲乙', birthDate: '0610203' },
  ];
  const held = await aCase('面見甲', { grounds: ['ipv-physical'], persons }, 'dvsa');
  const { members } = await one('protection', held.id);
  const [self, other] = ['subject', 'member'].map((role) => members.find((each) => each.role === role)!.personId);
  const owed = async () => (await dayOf('protection')).due.filter((row) => row.caseId === held.id && row.rule.startsWith('ipv-contact'));
  expect(await owed()).toMatchObject([{ tried: null }]);
  await done('protection', held, { ...visit(), personIds: [other], others: [{ personId: self, how: 'away' }] });
  expect(await owed()).toMatchObject([{ tried: { outcome: 'met' } }]);
  expect((await rowsOf('protection', held.id)).find((row) => row.type === 'visitRecorded')?.facts).toMatchObject({ subjectMet: false });
  await done('protection', held, { ...visit(), personIds: [self, other] });
  expect(await owed()).toEqual([]);
});

test('what was seen at home is said item by item, also what was not looked at; nothing that is no item, and nothing twice', async () => {
  const held = await aCase('居家甲');
  const home = [
    { item: 'meals', seen: 'concern' },
    { item: 'hazards', seen: 'notLooked' },
  ];
  const wrong = async (more: object[]) => (await act('worker', held, { ...visit(), home: [...home, ...more] })).body.facts as unknown;
  expect(await wrong([{ item: 'garden', seen: 'fine' }])).toMatchObject({ path: 'home[2].item', reason: 'notAnOption' });
  expect(await wrong([{ item: 'meals', seen: 'fine' }])).toMatchObject({ path: 'home[2].item', reason: 'twice' });
  await done('worker', held, { ...visit(), home });
  expect((await rowsOf('worker', held.id)).find((row) => row.type === 'visitRecorded')?.facts).toMatchObject({ home });
});
