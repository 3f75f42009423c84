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
type Row = { type: string; text: string | null; whom: string[]; facts: object };
type One = {
  lastVain: object | null;
  warnings: string[];
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
const rowsOf = async (who: string, id: string) => (await (await as(who))('GET', `/api/cases/${id}/timeline`)).body.rows as unknown as Row[];
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

test('a share of the timeline shows nothing of what is planned: the partner reads what there is to heed, not where it comes from', async () => {
  const held = await aCase('排訪癸');
  const secret = '鄰居說他有刀';
  await done('worker', held, plan({ place: '後門進', safety: secret, note: '週四下午沒人', warnings: ['pair', 'weapon'] }));
  const { id, at } = (await one('worker', held.id)).planned[0]!;
  await done('worker', held, {
    ...plan({ at, place: '側門進', safety: secret, warnings: ['pair', 'weapon'] }),
    type: 'changeVisit',
    planId: id,
  });
  await done('worker', held, { ...visit(), note: '見到案主' });
  await done('worker', held, {
    type: 'grantShare',
    toAccountId: house().seats.partner!.id,
    parts: ['timeline'],
    purpose: 'safety',
    legalBasis: '兒少權法第70條',
    until: inHours(240).slice(0, 10),
  });
  expect(await one('partner', held.id)).toMatchObject({ warnings: ['pair', 'weapon'], planned: [] });
  const rows = await rowsOf('partner', held.id);
  expect(rows.map((row) => row.type)).toContain('visitRecorded');
  expect(rows.some((row) => row.type === 'visitPlanned' || row.type === 'visitChanged')).toBe(false);
  for (const path of [`/api/cases/${held.id}`, `/api/cases/${held.id}/timeline`, '/api/worklist', '/api/cases']) {
    const { text } = await (await as('partner'))('GET', path);
    for (const words of [secret, '後門進', '側門進', '週四下午沒人']) expect(text, path).not.toContain(words);
  }
  // So does a partner who was asked to help: they are told what to heed, and who told of it stays in the unit.
  await done('worker', held, { type: 'addCollaborator', accountId: house().seats.partner!.id, duty: '共訪' });
  expect(await one('partner', held.id)).toMatchObject({ warnings: ['pair', 'weapon'] });
  expect((await (await as('partner'))('GET', `/api/cases/${held.id}/timeline`)).text).not.toContain(secret);
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

test('whoever goes along is told, also when it is changed, when they are no longer meant, and when it is off; the case is named only to whoever works on it', async () => {
  const held = await aCase('排訪癸');
  const along = house().seats.worker2!.id;
  const told = async (who: string) => {
    const rows = (await (await as(who))('GET', '/api/notices?limit=200')).body.rows as unknown as {
      kind: string;
      ref: string | null;
      due: string | null;
      leadsTo: { id: string | null };
    }[];
    return rows.filter(({ kind }) => kind.startsWith('plan.')).map(({ kind, ref, due, leadsTo: { id } }) => ({ kind, ref, due, id }));
  };
  const before = (await told('worker2')).length;
  const news = async () => (await told('worker2')).toReversed().slice(before);
  const at = inHours(20);
  await done('worker', held, plan({ at, alongIds: [along] }));
  expect(await news()).toEqual([{ kind: 'plan.along', ref: null, due: at, id: null }]);
  const { id } = (await one('worker', held.id)).planned[0]!;
  const change = (more: object) => ({ ...plan({ at, alongIds: [along] }), type: 'changeVisit', planId: id, ...more });
  await done('worker', held, { type: 'addCollaborator', accountId: along, duty: '同行' });
  const later = inHours(30);
  await done('worker', held, change({ at: later }));
  await done('worker', held, change({ at: later, alongIds: [] }));
  await done('worker', held, change({ at: later }));
  await done('supervisor', held, { type: 'cancelVisit', planId: id, reason: 'weather' });
  const named = { ref: expect.stringMatching(/^VF-/), id: held.id };
  expect((await news()).slice(1)).toEqual([
    { kind: 'plan.changed', due: later, ...named },
    { kind: 'plan.without', due: null, ...named },
    { kind: 'plan.along', due: later, ...named },
    { kind: 'plan.cancelled', due: null, ...named },
  ]);
  // Whoever goes hears of it when somebody else calls it off.
  expect((await told('worker'))[0]).toMatchObject({ kind: 'plan.cancelled', id: held.id });
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
