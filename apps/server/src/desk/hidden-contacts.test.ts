// What a reporter wants hidden from the other side is hidden from all of it, whenever somebody is found to belong there, and wherever else it stands already.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../jobs/index.ts';
import { type DeskWorld, aReport as report, startDesk } from '../testing/desk-world.ts';
import type { Ask, TestServer } from '../testing/test-server.ts';

let world: DeskWorld;
let server: TestServer;
let screener: Ask;
beforeAll(async () => {
  world = await startDesk();
  server = world.server;
  screener = await world.as('screener');
}, 120_000);
afterAll(() => world?.close());

type Person = { id: string; role: string; name: string; personId: string };
const found = async (title: string): Promise<{ id: string; version: number; persons: Person[] }> => {
  const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as { id: string; title: string }[];
  const { id } = rows.find((row) => row.title === title)!;
  return (await screener('GET', `/api/screening/reports/${id}`)).body as unknown as { id: string; version: number; persons: Person[] };
};
const contactsOf = async (personId: string) => {
  const owner = await server.database.owner();
  const rows = await owner.query<{ kind: string; hidden: boolean; from: string[] }>(
    `select kind, hidden, hidden_from as "from" from people.contact where person_id = $1 order by kind, id`,
    [personId],
  );
  return rows.rows.map((row) => ({ ...row, from: [...row.from].sort() }));
};
const openKeys = async (personId: string) => {
  const owner = await server.database.owner();
  const rows = await owner.query<{ kind: string }>(
    `select kind from people.search_key where person_id = $1 and kind in ('phone', 'address') and not hidden order by kind`,
    [personId],
  );
  return rows.rows.map((row) => row.kind);
};

test('a second person of the other side, known later, is kept from the contacts as well', async () => {
  const persons = [
    { role: 'victim', name: '雙方藏者', birthDate: '0810103', nationalId: 'Y290000054', phones: ['0966000901'], contactsHidden: true },
    { role: 'respondent', name: '先知對方', birthDate: '0790103', nationalId: 'Y190000052' },
    { role: 'familyMember', name: '後知對方', birthDate: '0500103', nationalId: 'Y190000061' },
  ];
  await server.nobody('POST', '/api/reports', report({ persons }));
  const view = await found('雙方藏者');
  const [victim, first, second] = view.persons;
  expect(await contactsOf(victim!.personId)).toEqual([{ kind: 'phone', hidden: true, from: [first!.personId] }]);
  const assess = await screener('POST', `/api/screening/reports/${view.id}/assess`, {
    version: view.version,
    grounds: [],
    needs: [],
    immediateDanger: 'unknown',
    childrenInHome: 'unknown',
    persons: [{ id: second!.id, role: 'respondent' }],
  });
  expect(assess.status, assess.text).toBe(200);
  expect(await contactsOf(victim!.personId)).toEqual([{ kind: 'phone', hidden: true, from: [first!.personId, second!.personId].sort() }]);
});

test('what an earlier report put in openly is hidden with it, and finds nobody any more', async () => {
  const victim = { role: 'victim', name: '先公開者', birthDate: '0810104', nationalId: 'Y290000063' };
  const open = { phones: ['0966000902', '0966000903'], addresses: ['甲一區公開路八號三樓'] };
  await server.nobody('POST', '/api/reports', report({ persons: [{ ...victim, ...open }] }));
  const { persons: before } = await found('先公開者');
  const { personId } = before[0]!;
  expect((await contactsOf(personId)).map((row) => row.hidden)).toEqual([false, false, false]);
  expect(await openKeys(personId)).toEqual(['address', 'phone', 'phone']);
  const other = { role: 'respondent', name: '後來對方', birthDate: '0790104', nationalId: 'Y190000070' };
  // Written otherwise: full width, another form of the number of the house.
  const hidden = { phones: ['０９６６－０００－９０２'], addresses: ['甲一區公開路8號3樓'], contactsHidden: true };
  const sent = await server.nobody('POST', '/api/reports', report({ persons: [{ ...victim, ...hidden }, other] }));
  expect(sent.status, sent.text).toBe(200);
  const rows = await contactsOf(personId);
  const owner = await server.database.owner();
  const { rows: sides } = await owner.query<{ person_id: string }>(
    `select person_id from intake.report_person where role = 'respondent' and person_id is not null order by id desc limit 1`,
  );
  const from = [sides[0]!.person_id];
  expect(rows.filter((row) => row.hidden).map((row) => row.from)).toEqual([from, from, from, from]);
  expect(rows.filter((row) => !row.hidden)).toEqual([{ kind: 'phone', hidden: false, from: [] }]);
  expect(await openKeys(personId), 'the other telephone').toEqual(['phone']);
});

test('whoever a person finds to be the victim has the contacts hidden from then on, and they go along when that is taken back', async () => {
  const job = jobsOf(server.house, () => undefined)['intake.hide']!;
  const hide = (reportId: string) =>
    server.house.store.withActor(job.actor, job.purpose, { route: 'job', as: 'worker' }, (tx) =>
      job.run(tx, { payload: { reportId }, attempt: 1, lastAttempt: false }),
    );
  const known = { role: 'subject', name: '待確認者', birthDate: '0810105', nationalId: 'Y290000072', phones: ['0966000904'] };
  await server.nobody('POST', '/api/reports', report({ persons: [known] }));
  const { personId } = (await found('待確認者')).persons[0]!;
  const victim = { role: 'victim', name: '待確認者', birthDate: '0810105', phones: ['0966000904'], contactsHidden: true };
  const other = { role: 'respondent', name: '再來對方', birthDate: '0790105', nationalId: 'Y190000089' };
  await server.nobody('POST', '/api/reports', report({ persons: [victim, other] }));
  const owner = await server.database.owner();
  const { rows } = await owner.query<{ report_id: string; person_id: string | null }>(
    `select report_id, person_id from intake.report_person where role = 'victim' order by id desc limit 1`,
  );
  const { report_id: reportId, person_id: nobodyYet } = rows[0]!;
  expect(nobodyYet).toBeNull();
  const pairs = (await screener('GET', `/api/matching/candidates?reportId=${reportId}`)).body.rows as unknown as {
    linkId: string;
    version: number;
  }[];
  const confirmed = await screener('POST', `/api/matching/links/${pairs[0]!.linkId}/confirm`, { version: pairs[0]!.version });
  expect(confirmed.body, confirmed.text).toMatchObject({ personId });
  const before = async () => {
    const kept = await owner.query<{ n: number }>('select prior_reports as n from intake.report where id = $1', [reportId]);
    return [(await screener('GET', `/api/screening/reports/${reportId}`)).body.priorReports, kept.rows[0]!.n];
  };
  expect(await before(), 'the screen says at once that somebody was reported before').toEqual([1, 0]);
  const waiting = await owner.query<{ n: number }>(`select count(*)::int as n from graphile_worker.jobs where key = $1`, [
    `hide:${reportId}`,
  ]);
  expect(waiting.rows[0]!.n).toBe(1);
  await hide(reportId);
  expect(await before()).toEqual([1, 1]);
  const shown = (list: Awaited<ReturnType<typeof contactsOf>>) => list.map((row) => [row.kind, row.hidden, row.from.length]);
  expect(shown(await contactsOf(personId)), 'the row of this report, and what stood').toEqual([
    ['phone', true, 1],
    ['phone', true, 1],
  ]);
  const undone = await screener('POST', `/api/matching/links/${pairs[0]!.linkId}/undo`, {
    version: confirmed.body.version,
    reason: '同名不同人',
  });
  expect(undone.status, undone.text).toBe(200);
  await hide(reportId);
  expect(await before()).toEqual([0, 0]);
  const { rows: now } = await owner.query<{ person_id: string }>(
    `select person_id from intake.report_person where report_id = $1 and role = 'victim'`,
    [reportId],
  );
  expect(now[0]!.person_id).not.toBe(personId);
  expect(shown(await contactsOf(now[0]!.person_id))).toEqual([['phone', true, 1]]);
  expect(shown(await contactsOf(personId)), 'what was hidden stays until a person shows it').toEqual([['phone', true, 1]]);
});
