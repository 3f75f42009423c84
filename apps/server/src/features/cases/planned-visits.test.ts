// A visit is planned, changed or cancelled; it is seen on the case and on the day of whoever goes.
import { expect, test } from 'vitest';
import { inHours, plan, visitHouse } from '../../testing/visit-house.ts';

const { act, aCase, as, done, house, one, dayOf, rowsOf, owner } = visitHouse();

test('is planned with whom and for safety, seen on the case and on the day of whoever goes and of the supervisor', async () => {
  const held = await aCase('排訪甲');
  const [subject] = (await one('worker', held.id)).members;
  expect((await dayOf('worker')).due.find((row) => row.caseId === held.id && row.rule === 'vf-visit')).toMatchObject({
    plans: true,
    plannedAt: null,
    tried: null,
    startedBy: { zh: '通報' },
  });
  const at = inHours(20);
  await done(
    'worker',
    held,
    plan({ at, personIds: [subject!.personId], alongIds: [house().seats.worker2!.id], safety: '同住男子曾咆哮', note: '帶物資' }),
  );
  const mine = { at, whom: ['排訪甲'], along: [expect.any(String)], safety: '同住男子曾咆哮', note: '帶物資', moved: 0, where: null };
  expect((await one('worker', held.id)).planned).toMatchObject([mine]);
  const day = await dayOf('worker');
  expect(day.planned.filter((row) => row.caseId === held.id)).toMatchObject([{ ...mine, goes: true }]);
  expect(day.due.find((row) => row.caseId === held.id && row.rule === 'vf-visit')?.plannedAt).toBe(at);
  // Going along opens nothing: a colleague reads it once they help in the case.
  expect((await dayOf('worker2')).planned.filter((row) => row.caseId === held.id)).toEqual([]);
  await done('worker', held, { type: 'addCollaborator', accountId: house().seats.worker2!.id, duty: '同行' });
  for (const who of ['supervisor', 'worker2'])
    expect(
      (await dayOf(who)).planned.filter((row) => row.caseId === held.id),
      who,
    ).toMatchObject([{ at, goes: false }]);
  for (const who of ['protection', 'elsewhere', 'partner'])
    expect((await (await as(who))('GET', '/api/worklist')).text, who).not.toContain('同住男子曾咆哮');
});

test('two people at once: the second is told; it is changed by the version, and only what is open', async () => {
  const held = await aCase('排訪乙');
  await done('worker', held, plan());
  const stale = { ...held };
  const { id, at: before } = (await one('worker', held.id)).planned[0]!;
  const at = inHours(44);
  const change = (more: object = {}) => ({ ...plan({ at }), type: 'changeVisit', planId: id, ...more });
  await done('worker', held, change({ reason: '家長改時間' }));
  expect((await act('supervisor', stale, change({ at: inHours(50) }))).body).toMatchObject({ code: 'versionConflict' });
  expect((await one('worker', held.id)).planned).toMatchObject([{ id, at, moved: 1 }]);
  expect((await act('worker', held, change())).body.facts).toMatchObject({ path: 'planId', reason: 'asBefore' });
  expect((await act('worker', held, change({ at: inHours(-1) }))).body.facts).toMatchObject({ path: 'at', reason: 'past' });
  expect((await rowsOf('worker', held.id)).find((row) => row.type === 'visitChanged')).toMatchObject({
    text: '家長改時間',
    facts: { plan: id, at, wasAt: before, changed: ['at'] },
  });
  await done('worker', held, { type: 'cancelVisit', planId: id, reason: 'familyAsked', note: '住院' });
  const after = await one('worker', held.id);
  expect(after.planned).toEqual([]);
  expect(after.allowed.some((each) => each.type === 'changeVisit' || each.type === 'cancelVisit')).toBe(false);
  expect((await act('worker', held, change({ at: inHours(60) }))).body).toMatchObject({ code: 'actionNotAllowed' });
});

test('place, company, length and words of a plan are changed; the timeline tells what is new and nothing else', async () => {
  const held = await aCase('排訪辛');
  const at = inHours(20);
  await done('worker', held, plan({ at, place: '里辦公室', safety: '有狗', note: '帶物資' }));
  const { id } = (await one('worker', held.id)).planned[0]!;
  const along = house().seats.worker2!.id;
  const change = (more: object) => ({
    ...plan({ at, place: '里辦公室', safety: '有狗', note: '帶物資' }),
    type: 'changeVisit',
    planId: id,
    ...more,
  });
  expect((await act('worker', held, change({ alongIds: [house().seats.worker!.id] }))).body.facts).toMatchObject({ path: 'alongIds[0]' });
  expect((await act('worker', held, change({ warnings: ['rain'] }))).body.facts).toMatchObject({ path: 'warnings[0]' });
  await done('worker', held, change({ place: '學校', alongIds: [along], minutes: 40, warnings: ['animal', 'pair'] }));
  const now = {
    id,
    at,
    place: '學校',
    alongIds: [along],
    minutes: 40,
    warnings: ['animal', 'pair'],
    safety: '有狗',
    note: '帶物資',
    moved: 0,
  };
  expect((await one('worker', held.id)).planned).toMatchObject([now]);
  expect((await dayOf('worker')).planned.filter((row) => row.caseId === held.id)).toMatchObject([now]);
  const row = (await rowsOf('worker', held.id)).find((each) => each.type === 'visitChanged');
  expect(row).toMatchObject({
    text: '學校',
    whom: [expect.any(String)],
    facts: { changed: ['along', 'place', 'minutes', 'warnings'], wasAt: null },
  });
  expect(row?.facts).not.toHaveProperty('at');
  expect(row?.facts).not.toHaveProperty('persons');
  // Who goes along finds it on their day, and who no longer does not.
  await done('worker', held, { type: 'addCollaborator', accountId: along, duty: '同行' });
  expect((await dayOf('worker2')).planned.filter((each) => each.caseId === held.id)).toHaveLength(1);
  await done('worker', held, change({ place: '學校' }));
  expect((await one('worker', held.id)).planned).toMatchObject([{ along: [], minutes: null, warnings: [] }]);
  expect((await dayOf('worker2')).planned.filter((each) => each.caseId === held.id)).toEqual([]);
});

test('what cannot be is refused with its field', async () => {
  const held = await aCase('排訪丁');
  const wrong = async (more: object) => (await act('worker', held, plan(more))).body.facts as unknown;
  expect(await wrong({ at: inHours(-2) })).toMatchObject({ path: 'at', reason: 'past' });
  expect(await wrong({ at: inHours(24 * 400) })).toMatchObject({ path: 'at', reason: 'tooFar' });
  expect(await wrong({ method: 'phone' })).toMatchObject({ path: 'method', reason: 'notAnOption' });
  expect(await wrong({ personIds: [house().seats.worker!.id] })).toMatchObject({ path: 'personIds[0]', reason: 'notMember' });
  expect(await wrong({ alongIds: [house().seats.partner!.id] })).toMatchObject({ path: 'alongIds[0]', reason: 'notOfUnit' });
  expect(await wrong({ contactId: '018f0000-0000-7000-8000-000000000009' })).toMatchObject({ path: 'contactId', reason: 'unknown' });
  expect((await act('partner', held, plan())).status).toBe(404);
});

test('a visit becomes a call: the way and the number change with it, and the way must be one of a call', async () => {
  const held = await aCase('排訪丑');
  const at = inHours(20);
  await done('worker', held, plan({ at, place: '里辦公室' }));
  const { id } = (await one('worker', held.id)).planned[0]!;
  const change = (more: object) => ({ ...plan({ at }), type: 'changeVisit', planId: id, contactId: null, ...more });
  expect((await act('worker', held, change({ kind: 'contact' }))).body.facts).toMatchObject({ path: 'method' });
  await done('worker', held, change({ kind: 'contact', method: 'phone' }));
  expect((await one('worker', held.id)).planned).toMatchObject([{ id, kind: 'contact', method: 'phone', at }]);
  const [row] = await owner('select kind, method from casework.planned_visit where id = $1', [id]);
  expect(row).toEqual({ kind: 'contact', method: 'phone' });
});
