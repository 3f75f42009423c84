// The administrator's lists: every unit and route once over several pages, those of a kind together; what a unit carries is a number even for whoever may read no case.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';
import { arrangeStory } from '../../testing/story.ts';
import { type Ask, startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let admin: Ask;
beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  await arrangeStory(server, everyone);
  admin = await server.as(everyone.seats['a.admin']!);
}, 180_000);
afterAll(() => server?.close());

type Row = { id: string; kind: string; name: { zh: string }; openCases: number; programme: string; district: string | null };
async function pages(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await admin('GET', `/api/admin/${path}?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    expect(answer.status, answer.text).toBe(200);
    rows.push(...(answer.body.rows as unknown as Row[]));
    cursor = answer.body.next as unknown as string | null;
  }
  return rows;
}

test('units come by kind and name, each once, with the open cases they carry', async () => {
  const rows = await pages('units');
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  expect(rows.map((row) => row.id).sort()).toEqual(Object.values(everyone.units).sort());
  expect(rows.map((row) => `${row.kind} ${row.name.zh}`)).toEqual(rows.map((row) => `${row.kind} ${row.name.zh}`).sort());
  expect(rows.filter((row) => row.openCases > 0)).toMatchObject([{ id: everyone.units.centre, openCases: 1 }]);
  // A county's number is no other's to ask.
  const elsewhere = await server.as(everyone.seats['b.admin']!);
  expect((await elsewhere('GET', '/api/admin/units')).body.rows).toMatchObject([{ openCases: 0 }, { openCases: 0 }]);
});

test('a unit that carries an open case, or has yet to answer a dispatch, is not closed: nothing would lead to what it holds', async () => {
  const rows = (await admin('GET', '/api/admin/units?limit=50')).body.rows as unknown as (Row & { version: number; active: boolean })[];
  const close = async (id: string) => {
    const { version, name } = rows.find((row) => row.id === id)!;
    const english = { zh: name.zh, en: 'x' };
    const answer = await admin('PUT', `/api/admin/units/${id}`, { version, name: english, capacity: null, active: false, districts: [] });
    return [answer.status, answer.body.fields];
  };
  expect(await close(everyone.units.centre)).toEqual([422, [{ path: 'active', reason: 'stillCarries:1' }]]);
  const owner = await server.database.owner();
  await owner.query(`update casework."case" set unit_id = $1`, [everyone.units.otherCentre]);
  await owner.query(`update intake.dispatch set status = 'sent', unit_id = $1`, [everyone.units.centre]);
  expect(await close(everyone.units.centre)).toEqual([422, [{ path: 'active', reason: expect.stringMatching(/^stillReceives:/) }]]);
  expect((await close(everyone.units.school))[0]).toBe(200);
});

test('routes come by programme and district, each once', async () => {
  const rows = await pages('routes');
  expect(rows.length).toBe(3);
  expect(rows.map((row) => row.programme)).toEqual(rows.map((row) => row.programme).sort());
});

test('a cursor that is not ours begins at the beginning', async () => {
  const whole = (await admin('GET', '/api/admin/units')).body.rows;
  for (const text of ['k:x', 'k:a\nb\nc', 'k:a\nb\n\n', 'nonsense']) {
    const answer = await admin('GET', `/api/admin/units?cursor=${Buffer.from(text).toString('base64url')}`);
    expect([answer.status, answer.body.rows]).toEqual([200, whole]);
    expect((await admin('GET', `/api/admin/routes?cursor=${Buffer.from(text).toString('base64url')}`)).status).toBe(200);
  }
});

test('an account that leads open cases, or is the only supervisor of a unit that has some, is neither closed nor moved away: its work is handed on first', async () => {
  const change = async (name: string, more: object) => {
    const seat = everyone.seats[name]!;
    const rows = (await admin('GET', `/api/admin/users?limit=50&text=${name}`)).body.rows as unknown as { id: string; version: number }[];
    const { version } = rows.find((row) => row.id === seat.id)!;
    const answer = await admin('PUT', `/api/admin/users/${seat.id}`, {
      version,
      name: '改',
      title: null,
      unitId: seat.unit,
      active: true,
      ...more,
    });
    return [answer.status, answer.body.fields ?? null];
  };
  expect(await change('a.worker', { active: false })).toEqual([422, [{ path: 'active', reason: 'stillLeads:1' }]]);
  expect(await change('a.worker', { unitId: everyone.units.otherCentre })).toEqual([422, [{ path: 'unitId', reason: 'stillLeads:1' }]]);
  expect(await change('a.worker', {})).toEqual([200, null]);
  // The case lies with the other centre by now (the test above).
  expect(await change('a.other', { active: false })).toEqual([422, [{ path: 'active', reason: 'lastSupervisor:1' }]]);
  // Whoever carries nothing is closed, and stays closed when changed again.
  expect(await change('a.otherworker', { active: false })).toEqual([200, null]);
  expect(await change('a.otherworker', { active: false, title: '離職' })).toEqual([200, null]);
  // What an account of another county carries is nobody's here to ask.
  const owner = await server.database.owner();
  const { rows } = await owner.query('select * from org.account_burden($1)', [everyone.seats['a.worker']!.id]);
  expect(rows).toEqual([]);
});
