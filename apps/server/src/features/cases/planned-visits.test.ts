// A visit is planned, moved, met or cancelled; it is seen on the case and on the day of whoever goes, and says nothing that is hidden (house law 8).
import { expect, test } from 'vitest';
import { caseHouse, visit } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

type Planned = {
  id: string;
  caseId?: string;
  at: string;
  whom: string[];
  account: string;
  along: string[];
  where: { kind: string; value: string | null } | null;
  safety: string | null;
  note: string | null;
  moved: number;
  goes?: boolean;
};
type One = {
  planned: Planned[];
  version: number;
  members: { personId: string; name: string; role: string }[];
  allowed: { type: string }[];
};
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const one = async (who: string, id: string) => (await (await as(who))('GET', `/api/cases/${id}`)).body as unknown as One;
const dayOf = async (who: string) => {
  const body = (await (await as(who))('GET', '/api/worklist')).body as unknown as {
    day: { planned: Planned[]; recorded: { caseId: string; outcome: string }[] };
    due: {
      caseId: string;
      rule: string;
      plans: boolean;
      plannedAt: string | null;
      tried: { outcome: string } | null;
      startedBy: { zh: string } | null;
    }[];
  };
  return { ...body.day, due: body.due };
};
const owner = async (text: string, values: unknown[] = []) => (await (await house().server.database.owner()).query(text, values)).rows;
const plan = (more: object = {}) => ({ type: 'planVisit', kind: 'visit', at: inHours(20), method: 'homeVisit', ...more });

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

test('two people at once: the second is told; it is moved by the version, and only what is open', async () => {
  const held = await aCase('排訪乙');
  await done('worker', held, plan());
  const stale = { ...held };
  const { id } = (await one('worker', held.id)).planned[0]!;
  const at = inHours(44);
  await done('worker', held, { type: 'moveVisit', planId: id, at, note: '家長改時間' });
  expect((await act('supervisor', stale, { type: 'moveVisit', planId: id, at: inHours(50) })).body).toMatchObject({
    code: 'versionConflict',
  });
  expect((await one('worker', held.id)).planned).toMatchObject([{ id, at, moved: 1 }]);
  expect((await act('worker', held, { type: 'moveVisit', planId: id, at })).body.facts).toMatchObject({ path: 'at', reason: 'asBefore' });
  expect((await act('worker', held, { type: 'moveVisit', planId: id, at: inHours(-1) })).body.facts).toMatchObject({
    path: 'at',
    reason: 'past',
  });
  await done('worker', held, { type: 'cancelVisit', planId: id, reason: 'familyAsked', note: '住院' });
  const after = await one('worker', held.id);
  expect(after.planned).toEqual([]);
  expect(after.allowed.some((each) => each.type === 'moveVisit' || each.type === 'cancelVisit')).toBe(false);
  expect((await act('worker', held, { type: 'moveVisit', planId: id, at: inHours(60) })).body).toMatchObject({ code: 'actionNotAllowed' });
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

test('it leads to a known number of a member; once that is hidden, nobody reads it in the plan any more, and it cannot be named anew', async () => {
  const name = '排訪戊';
  const persons = [
    { role: 'victim', name, birthDate: '0720304', phones: ['0966000777'] },
    { role: 'respondent', name: '排訪戊乙', birthDate: '0700304' },
  ];
  const held = await aCase(name, { grounds: ['ipv-physical'], persons }, 'dvsa');
  const victim = (await one('protection', held.id)).members.find((each) => each.name === name)!;
  const [contact] = (await owner('select id from people.contact where person_id = $1', [victim.personId])) as { id: string }[];
  await done('protection', held, plan({ kind: 'contact', method: 'phone', contactId: contact!.id, personIds: [victim.personId] }));
  const value = '0966000777';
  const seen = async () => (await one('protection', held.id)).planned[0]!.where;
  expect(await seen()).toMatchObject({ kind: 'phone', value });
  expect((await dayOf('protection')).planned.find((row) => row.caseId === held.id)?.where).toMatchObject({ value });
  const other = (await one('protection', held.id)).members.find((each) => each.name !== name)!;
  await owner('update people.contact set hidden = true, hidden_from = array[$2]::uuid[] where id = $1', [contact!.id, other.personId]);
  expect(await seen()).toBeNull();
  for (const path of [`/api/cases/${held.id}`, `/api/cases/${held.id}/timeline`, '/api/worklist']) {
    const { text } = await (await as('protection'))('GET', path);
    expect(text, path).not.toContain(value);
    expect(text, path).not.toContain(contact!.id);
  }
  expect((await act('protection', held, plan({ contactId: contact!.id }))).body.facts).toMatchObject({ path: 'contactId' });
});

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
