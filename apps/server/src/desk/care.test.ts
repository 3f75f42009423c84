// What the desk must be careful about: relatives, new evidence, two at one report, the reporter, doubtful pairs, hidden contacts, clocks that run out.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../jobs/index.ts';
import { type DeskWorld, aReport as report, startDesk } from '../testing/desk-world.ts';
import type { Ask, TestServer } from '../testing/test-server.ts';

let world: DeskWorld;
let server: TestServer;
beforeAll(async () => {
  world = await startDesk();
  server = world.server;
}, 120_000);
afterAll(() => world?.close());

const as = (name: string): Promise<Ask> => world.as(name);

test('a relative of the family neither proposes nor reviews', async () => {
  await server.nobody(
    'POST',
    '/api/reports',
    report({ persons: [{ role: 'subject', name: '親戚案', nationalId: 'Y190000015', birthDate: '0800101' }] }),
  );
  const owner = await server.database.owner();
  const person = await owner.query<{ person_id: string; report_id: string }>(
    `select person_id, report_id from intake.report_person where person_id is not null order by id desc limit 1`,
  );
  await owner.query('update org.account set person_id = $2 where id = $1', [
    world.everyone.seats['a.reviewer2']!.id,
    person.rows[0]!.person_id,
  ]);
  const reportId = person.rows[0]!.report_id;
  const screener = await as('screener');
  const view = await screener('GET', `/api/screening/reports/${reportId}`);
  const proposed = await screener('POST', `/api/screening/reports/${reportId}/propose`, {
    version: view.body.version,
    outcome: 'notAccepted',
    reason: 'noHarm',
    band: 'low',
    differsReason: '查無',
  });
  expect(proposed.status, proposed.text).toBe(200);
  const decided = await (await as('reviewer2'))('POST', `/api/review/reports/${reportId}/decide`, {
    proposalId: proposed.body.proposalId,
    version: proposed.body.version,
    decision: 'confirmed',
  });
  expect(decided.body).toMatchObject({ code: 'conflictOfInterest', facts: { reason: 'relative' } });
});

test('new evidence of danger raises the band at once and moves the report up the queue', async () => {
  const sent = await server.nobody('POST', '/api/reports', report({ persons: [{ role: 'subject', name: '升級案' }] }));
  const screener = await as('screener');
  const rows = async () =>
    (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
      title: string;
      band: string;
      newEvidence: boolean;
      bandSource: string;
    }[];
  expect((await rows()).find((row) => row.title === '升級案')?.band).not.toBe('extreme');
  const added = await server.nobody('POST', '/api/receipts/additions', {
    number: sent.body.receipt,
    code: sent.body.code,
    text: '他拿刀',
    immediateDanger: true,
  });
  expect(added.status, added.text).toBe(200);
  expect((await rows())[0]).toMatchObject({ title: '升級案', band: 'extreme', bandSource: 'rule', newEvidence: true });
});

test('who has a report open is seen by the other', async () => {
  const [one, two] = [await as('screener'), await as('reviewer')];
  const [row] = (await one('GET', '/api/screening/queue')).body.rows as unknown as { id: string }[];
  await one('POST', `/api/screening/reports/${row!.id}/presence`, { doing: 'screening' });
  expect((await two('POST', `/api/screening/reports/${row!.id}/presence`, { doing: 'reading' })).body).toMatchObject({
    others: [{ doing: 'screening', name: '示範a.screener' }],
  });
  await one('DELETE', `/api/screening/reports/${row!.id}/presence`);
  expect((await two('POST', `/api/screening/reports/${row!.id}/presence`, { doing: 'reading' })).body).toEqual({ others: [] });
});

test('the reporter is opened by a reason and on record; never part of the report', async () => {
  const screener = await as('screener');
  const [row] = (await screener('GET', '/api/screening/queue')).body.rows as unknown as { id: string }[];
  const opened = await screener('POST', `/api/screening/reports/${row!.id}/reporter`, { reason: '需要補充資料' });
  expect(opened.body, opened.text).toMatchObject({ name: '林老師', phone: '0912345678' });
  const owner = await server.database.owner();
  const logged = await owner.query(`select count(*)::int as n from audit.entry where action = 'reporter.open' and $1 = any(ids)`, [
    row!.id,
  ]);
  expect(logged.rows).toEqual([{ n: 1 }]);
});

test('a doubtful pair is confirmed, undone, and everything follows there and back', async () => {
  const person = { role: 'subject', name: '葉比對', birthDate: '0820707', phones: ['0922000333'] };
  await server.nobody('POST', '/api/reports', report({ persons: [person] }));
  await server.nobody('POST', '/api/reports', report({ persons: [{ ...person, name: '葉筆對' }] }));
  const steward = await as('screener');
  const pairs = (await steward('GET', '/api/matching/candidates')).body.rows as unknown as {
    linkId: string;
    version: number;
    personId: string;
    reportId: string;
    sentence: { zh: string };
    given: { name: string };
  }[];
  const pair = pairs.find((one) => one.given.name === '葉筆對')!;
  expect(pair.sentence.zh).toContain('姓名同音');
  expect(pair.sentence.zh).toContain('生日相同');
  const before = await steward('GET', `/api/screening/reports/${pair.reportId}`);
  expect(before.body.persons).toMatchObject([{ match: 'candidates', personId: null }]);
  const confirmed = await steward('POST', `/api/matching/links/${pair.linkId}/confirm`, { version: pair.version });
  expect(confirmed.body, confirmed.text).toMatchObject({ state: 'confirmed', personId: pair.personId });
  expect((await steward('GET', `/api/screening/reports/${pair.reportId}`)).body.persons).toMatchObject([
    { match: 'confirmed', personId: pair.personId },
  ]);
  const stale = await steward('POST', `/api/matching/links/${pair.linkId}/undo`, { version: pair.version, reason: '認錯人' });
  expect(stale.body.code).toBe('versionConflict');
  const undone = await steward('POST', `/api/matching/links/${pair.linkId}/undo`, { version: confirmed.body.version, reason: '認錯人' });
  expect(undone.body, undone.text).toMatchObject({ state: 'undone' });
  const after = (await steward('GET', `/api/screening/reports/${pair.reportId}`)).body.persons as unknown as {
    personId: string | null;
  }[];
  expect(after[0]?.personId).not.toBe(pair.personId);
});

test('contacts that must stay hidden are in no view with the other side, and are opened from the person alone', async () => {
  const persons = [
    {
      role: 'victim',
      name: '藏址者',
      birthDate: '0810101',
      nationalId: 'Y290000021',
      phones: ['0966000777'],
      addresses: ['甲一區藏身路九號'],
      contactsHidden: true,
    },
    { role: 'respondent', name: '尋址者', birthDate: '0790101', nationalId: 'Y190000031' },
  ];
  await server.nobody('POST', '/api/reports', report({ persons }));
  const screener = await as('screener');
  const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as { id: string; title: string }[];
  const row = rows.find((one) => one.title === '藏址者')!;
  const view = await screener('GET', `/api/screening/reports/${row.id}`);
  const family = await screener('GET', `/api/screening/reports/${row.id}/family`);
  for (const answer of [view, family]) for (const secret of ['藏身路', '0966000777']) expect(answer.text).not.toContain(secret);
  const [victim] = view.body.persons as unknown as { personId: string; contactsHidden: boolean }[];
  expect(victim?.contactsHidden).toBe(true);
  expect(victim?.personId, view.text).not.toBeNull();
  const file = await screener('GET', `/api/people/${victim!.personId}`);
  const contacts = file.body.contacts as unknown as { id: string; kind: string; value: string | null; protected: boolean }[];
  expect(
    contacts.filter((one) => one.protected).map((one) => [one.kind, one.value]),
    file.text,
  ).toEqual(
    expect.arrayContaining([
      ['phone', null],
      ['residenceAddress', null],
    ]),
  );
  const opened = await screener('POST', `/api/people/${victim!.personId}/reveal`, {
    kind: 'contact',
    id: contacts.find((one) => one.kind === 'phone')!.id,
    reason: '安全聯繫',
  });
  expect(opened.body).toEqual({ value: '0966000777' });
});

test('whom the index knows by this report alone has not been found in it', async () => {
  const person = { role: 'subject', name: '初次見', nationalId: 'Y290000045', birthDate: '0830101' };
  const screener = await as('screener');
  const matches = async () => {
    const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
      id: string;
      title: string;
      receivedAt: string;
    }[];
    const own = rows.filter((row) => row.title === '初次見').sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    const views = await Promise.all(own.map((row) => screener('GET', `/api/screening/reports/${row.id}`)));
    return views.flatMap((view) =>
      (view.body.persons as unknown as { match: string; personId: string }[]).map((each) => [each.match, each.personId]),
    );
  };
  await server.nobody('POST', '/api/reports', report({ persons: [person] }));
  const [first] = await matches();
  expect(first).toEqual(['new', expect.any(String)]);
  await server.nobody('POST', '/api/reports', report({ persons: [person] }));
  expect(await matches()).toEqual([first, ['confirmed', first?.[1]]]);
});

test('who the other side is may be found out at the desk, and contacts are hidden from then on', async () => {
  const victim = {
    role: 'subject',
    name: '補角色者',
    birthDate: '0810102',
    nationalId: 'Y290000030',
    phones: ['0966000888'],
    contactsHidden: true,
  };
  const other = { role: 'familyMember', name: '原報家人', birthDate: '0790102', nationalId: 'Y190000040' };
  await server.nobody('POST', '/api/reports', report({ persons: [victim, other] }));
  const screener = await as('screener');
  const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as { id: string; title: string }[];
  const { id } = rows.find((one) => one.title === '補角色者')!;
  type Person = { id: string; role: string; personId: string; phones: string[] };
  const view = async () =>
    (await screener('GET', `/api/screening/reports/${id}`)).body as unknown as { version: number; persons: Person[] };
  const before = await view();
  const [first, second] = before.persons;
  expect(before.persons.map((each) => each.personId)).not.toContain(null);
  const assess = (persons: object[], version = before.version) =>
    screener('POST', `/api/screening/reports/${id}/assess`, {
      version,
      grounds: [],
      needs: [],
      immediateDanger: 'unknown',
      childrenInHome: 'unknown',
      persons,
    });
  expect((await assess([{ id: first!.personId, role: 'respondent' }])).body.fields).toEqual([
    { path: 'persons.0.id', reason: 'unknownPerson' },
  ]);
  expect((await assess([{ id: first!.id, role: 'respondent' }])).body.fields).toEqual([{ path: 'persons', reason: 'noSubject' }]);
  const done = await assess([{ id: second!.id, role: 'respondent' }]);
  expect(done.status, done.text).toBe(200);
  expect((await view()).persons.map((each) => [each.role, each.phones])).toEqual([
    ['subject', []],
    ['respondent', []],
  ]);
  const file = await screener('GET', `/api/people/${first!.personId}`);
  expect((file.body.contacts as unknown as { kind: string; protected: boolean }[]).filter((one) => one.protected)).toMatchObject([
    { kind: 'phone' },
  ]);
});

test('a clock of the desk that runs out is escalated by the job, once for each step', async () => {
  await server.nobody('POST', '/api/reports', report({ persons: [{ role: 'subject', name: '逾時案' }] }));
  const owner = await server.database.owner();
  await owner.query(
    `update intake.clock set started_at = now() - interval '30 hours', due_at = now() - interval '25 hours' where stopped_at is null`,
  );
  const job = jobsOf(server.house, () => undefined)['clocks.sweep']!;
  const sweep = () =>
    server.house.store.withActor(job.actor, job.purpose, { route: 'job', as: 'worker' }, (tx) =>
      job.run(tx, { payload: {}, attempt: 1, lastAttempt: false }),
    );
  const told = async () =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from system.outbox where topic = 'deskClock'`)).rows[0]!.n;
  await sweep();
  const first = await told();
  expect(first).toBeGreaterThan(1);
  await sweep();
  expect(await told()).toBe(first);
});
