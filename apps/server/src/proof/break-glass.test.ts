// Access in an emergency over the API: closed before, open for an hour with a reason, told to the supervisor, reviewed by somebody else, all of it in the log.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../jobs/index.ts';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { arrangeStory, type Story } from '../testing/story.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
}, 180_000);
afterAll(() => server?.close());

const as = (name: string) => server.as(everyone.seats[name]!);

test('opens one case for an hour, and is reviewed by somebody else', async () => {
  const worker = await as('a.otherworker');
  const path = `/api/cases/${story.ids.caseId}`;
  expect((await worker('GET', path)).status).toBe(404);
  const short = await worker('POST', '/api/breakglass', { targetKind: 'case', targetId: story.ids.caseId, reason: '急' });
  expect(short.body).toMatchObject({ code: 'invalidInput', fields: [{ path: 'reason' }] });
  const used = await worker('POST', '/api/breakglass', {
    targetKind: 'case',
    targetId: story.ids.caseId,
    reason: '案主在醫院急診，聯絡不上主責社工',
  });
  expect(used.status, used.text).toBe(200);
  const opened = await worker('GET', path);
  expect([opened.status, opened.body.number], opened.text).toEqual([200, expect.stringMatching(/^VF-/)]);
  // The whole of it: whose case it is, and every part.
  expect(opened.body, opened.text).toMatchObject({
    title: expect.any(String),
    parts: expect.arrayContaining(['members', 'timeline', 'files']),
  });
  // It says that it is an emergency and until when; it is not shared with anybody.
  expect(opened.body, opened.text).toMatchObject({
    myRole: 'emergency',
    shared: false,
    parts: expect.arrayContaining(['timeline', 'plan']),
  });
  expect(Date.parse(String(opened.body.emergencyUntil)) - Date.now()).toBeGreaterThan(3_000_000);

  const why = await worker('GET', `/api/why?kind=case&id=${story.ids.caseId}`);
  expect(why.body, why.text).toMatchObject({ allowed: true, basis: [{ role: 'breakGlass', reach: 'one' }] });

  const owner = await server.database.owner();
  const jobs = await owner.query<{ task: string }>(
    `select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
  );
  expect(jobs.rows.map((row) => row.task)).toContain('breakGlass.tell');
  const tell = jobsOf(server.house, () => undefined)['breakGlass.tell']!;
  await server.house.store.withActor(tell.actor, tell.purpose, { route: 'job', as: 'worker' }, (tx) =>
    tell.run(tx, { payload: { breakGlassId: used.body.id }, attempt: 1, lastAttempt: false }),
  );
  expect((await owner.query('select supervisor_told_at is not null as told from access.break_glass')).rows).toEqual([{ told: true }]);

  const own = await worker('POST', `/api/breakglass/${used.body.id}/review`, { outcome: 'justified', note: '自己說好' });
  expect(own.status).toBe(403);
  const supervisor = await as('a.other');
  const uses = await supervisor('GET', '/api/breakglass?open=true');
  expect(uses.body.rows, uses.text).toMatchObject([{ id: used.body.id, targetId: story.ids.caseId, reviewedAt: null }]);
  const reviewed = await supervisor('POST', `/api/breakglass/${used.body.id}/review`, { outcome: 'justified', note: '屬實' });
  expect(reviewed.body, reviewed.text).toMatchObject({ outcome: 'justified' });

  await owner.query(`update access.break_glass set started_at = now() - interval '2 hours', until = now() - interval '1 hour'`);
  expect((await worker('GET', path)).status).toBe(404);
});

test('the log says who opened it and why it could', async () => {
  const auditor = await as('a.auditor');
  const rows = (await auditor('GET', `/api/audit?caseId=${story.ids.caseId}`)).body.rows as unknown as {
    action: string;
    breakGlass: boolean;
    actorName: string;
    reason: string | null;
  }[];
  const use = rows.find((row) => row.action === 'breakglass.use' && row.breakGlass && row.actorName.includes('otherworker'));
  expect(use?.reason).toBe('案主在醫院急診，聯絡不上主責社工');
  const person = await auditor('GET', `/api/audit?personId=${story.ids.personId}`);
  expect((person.body.rows as unknown as unknown[]).length, person.text).toBeGreaterThan(3);
  const state = await auditor('GET', '/api/audit/state');
  expect(state.body, state.text).toMatchObject({ rows: expect.any(Number), unsealed: expect.any(Number) });
});

test('“why can I see this” names the role and what stays closed', async () => {
  const worker = await as('a.worker');
  const why = await worker('GET', `/api/why?kind=case&id=${story.ids.caseId}`);
  expect(why.body, why.text).toMatchObject({ allowed: true, basis: [{ role: 'leadWorker', reach: 'assigned' }] });
  expect((why.body.hidden as unknown as { en: string }[]).map((label) => label.en)).toContain('the identity of the reporter');
  expect((await (await as('b.screener'))('GET', `/api/why?kind=case&id=${story.ids.caseId}`)).status).toBe(404);
});

test('that it was not needed is told to the unit, the head and the auditor of the county, and not to others', async () => {
  const worker = await as('a.otherworker');
  const used = await worker('POST', '/api/breakglass', {
    targetKind: 'case',
    targetId: story.ids.caseId,
    reason: '想看看以前的同學現在如何',
  });
  expect(used.status, used.text).toBe(200);
  const supervisor = await as('a.other');
  const reviewed = await supervisor('POST', `/api/breakglass/${used.body.id}/review`, { outcome: 'notJustified', note: '沒有公務需要' });
  expect(reviewed.status, reviewed.text).toBe(200);
  const told = async (name: string) =>
    ((await (await as(name))('GET', '/api/notices?limit=200')).body.rows as unknown as { kind: string; leadsTo: { id: string } }[]).filter(
      ({ kind, leadsTo }) => kind.startsWith('breakGlass.') && leadsTo.id === used.body.id,
    );
  const kindsOf = async (name: string) => (await told(name)).map(({ kind }) => kind);
  expect(await kindsOf('a.otherworker')).toEqual(['breakGlass.reviewed']);
  for (const name of ['a.other', 'a.auditor']) expect(await kindsOf(name), name).toContain('breakGlass.notJustified');
  for (const name of ['a.supervisor', 'b.auditor', 'a.screener']) expect(await kindsOf(name), name).toEqual([]);
  const owner = await server.database.owner();
  const { rows } = await owner.query(`select to_post from system.notice where kind = 'breakGlass.notJustified' and break_glass_id = $1`, [
    used.body.id,
  ]);
  expect(rows.map((row) => String(row.to_post).split(':').slice(0, 2).join(':')).toSorted()).toEqual([
    'auditor:county',
    'director:county',
    'supervisor:unit',
  ]);
});
