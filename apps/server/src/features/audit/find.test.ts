// The auditor asks by name, identity number, case number and account, not by ids; each search is on record, and no address or telephone leads anywhere.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';
import { arrangeStory, type Story } from '../../testing/story.ts';
import { type Ask, startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;
let auditor: Ask;
beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
  auditor = await server.as(everyone.seats['a.auditor']!);
}, 180_000);
afterAll(() => server?.close());

type Found = { people: { id: string; name: string }[]; things: { kind: string; id: string; number: string }[]; accounts: { id: string }[] };
const find = async (ask: Ask, text: string) => {
  const answer = await ask('POST', '/api/audit/find', { text });
  return { status: answer.status, text: answer.text, ...(answer.body as unknown as Found) };
};

test('people by name and number, a case by its number, an account by its name', async () => {
  const owner = await server.database.owner();
  const { rows } = await owner.query<{ number: string }>('select number from casework."case" where id = $1', [story.ids.caseId]);
  for (const text of ['蘇密語', 'Y290000012']) {
    const found = await find(auditor, text);
    expect([text, found.status, found.people?.map((one) => one.id)]).toEqual([text, 200, [story.ids.personId]]);
    expect(Object.keys(found.people[0] ?? {}).sort()).toEqual(['birthDate', 'birthPrecision', 'id', 'name']);
  }
  expect((await find(auditor, rows[0]?.number ?? '')).things).toEqual([{ kind: 'case', id: story.ids.caseId, number: rows[0]?.number }]);
  expect((await find(auditor, 'a.worker')).accounts).toMatchObject([{ id: story.ids.accountId }]);
  const log = await auditor('GET', '/api/audit?route=audit.find&limit=50');
  const seen = log.body.rows as unknown as { action: string; objects: { id: string }[] }[];
  expect(seen.filter((row) => row.action === 'person.search' && row.objects.some((one) => one.id === story.ids.personId))).toHaveLength(2);
});

test('things of the log are said by their numbers', async () => {
  const log = await auditor('GET', `/api/audit?caseId=${story.ids.caseId}`);
  const rows = log.body.rows as unknown as { objects: { kind: string; id: string; number: string | null }[] }[];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows)
    expect(row.objects.find((one) => one.id === story.ids.caseId)).toMatchObject({ kind: 'case', number: expect.stringMatching(/^VF-/) });
});

test('no telephone or address leads to anybody, and no auditor to another county', async () => {
  expect((await find(auditor, '0911222333')).status).toBe(422);
  expect((await find(auditor, '甲一區密祕街七號')).text).not.toContain(String(story.ids.personId));
  const elsewhere = await server.as(everyone.seats['b.auditor']!);
  for (const text of ['蘇密語', 'Y290000012', 'a.worker']) {
    const found = await find(elsewhere, text);
    for (const secret of [...story.secrets, ...story.own]) expect(found.text, text).not.toContain(secret);
    expect(found.accounts ?? []).toEqual([]);
  }
  // The log is asked; no file is opened with it.
  expect((await auditor('GET', `/api/people/${story.ids.personId}`)).status).toBe(403);
  expect((await auditor('POST', '/api/people/search', { text: '蘇密語' })).status).toBe(403);
});

test('the openings of the vault are a list of their own', async () => {
  const screener = await server.as(everyone.seats['a.screener']!);
  const opened = await screener('POST', `/api/screening/reports/${story.ids.reportId}/reporter`, { reason: '確認通報地點' });
  expect(opened.status, opened.text).toBe(200);
  const log = await auditor('GET', '/api/audit?action=reporter.open');
  expect(log.body.rows).toMatchObject([
    { actorId: everyone.seats['a.screener']!.id, reason: '確認通報地點', objects: [{ kind: 'report', id: story.ids.reportId }] },
  ]);
});
