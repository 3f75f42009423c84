// The administrator's lists: every unit and route once over several pages, those of a kind together; what a unit carries is a number even for whoever may read no case.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';

const office = adminOffice(true);

type Row = { id: string; kind: string; name: { zh: string }; openCases: number; programme: string; district: string | null };
async function pages(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await office.admin('GET', `/api/admin/${path}?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    expect(answer.status, answer.text).toBe(200);
    rows.push(...(answer.body.rows as unknown as Row[]));
    cursor = answer.body.next as unknown as string | null;
  }
  return rows;
}

test('units come by kind and name, each once, with the open cases they carry', async () => {
  const rows = await pages('units');
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  expect(rows.map((row) => row.id).sort()).toEqual(Object.values(office.everyone.units).sort());
  expect(rows.map((row) => `${row.kind} ${row.name.zh}`)).toEqual(rows.map((row) => `${row.kind} ${row.name.zh}`).sort());
  expect(rows.filter((row) => row.openCases > 0)).toMatchObject([{ id: office.everyone.units.centre, openCases: 1 }]);
  // A county's number is no other's to ask.
  const elsewhere = await office.server.as(office.everyone.seats['b.admin']!);
  expect((await elsewhere('GET', '/api/admin/units')).body.rows).toMatchObject([{ openCases: 0 }, { openCases: 0 }]);
});

test('a unit that carries an open case, or has yet to answer a dispatch, is not closed: nothing would lead to what it holds', async () => {
  const rows = (await office.admin('GET', '/api/admin/units?limit=50')).body.rows as unknown as (Row & {
    version: number;
    active: boolean;
  })[];
  const close = async (id: string) => {
    const { version, name } = rows.find((row) => row.id === id)!;
    const english = { zh: name.zh, en: 'x' };
    const answer = await office.admin('PUT', `/api/admin/units/${id}`, {
      version,
      name: english,
      capacity: null,
      active: false,
      districts: [],
    });
    return [answer.status, answer.body.fields];
  };
  expect(await close(office.everyone.units.centre)).toEqual([422, [{ path: 'active', reason: 'stillCarries:1' }]]);
  const owner = await office.server.database.owner();
  await owner.query(`update casework."case" set unit_id = $1`, [office.everyone.units.otherCentre]);
  await owner.query(`update intake.dispatch set status = 'sent', unit_id = $1`, [office.everyone.units.centre]);
  expect(await close(office.everyone.units.centre)).toEqual([422, [{ path: 'active', reason: expect.stringMatching(/^stillReceives:/) }]]);
  expect((await close(office.everyone.units.school))[0]).toBe(200);
});

test('routes come by programme and district, each once', async () => {
  const rows = await pages('routes');
  expect(rows.length).toBe(3);
  expect(rows.map((row) => row.programme)).toEqual(rows.map((row) => row.programme).sort());
});

test('a cursor that is not ours begins at the beginning', async () => {
  const whole = (await office.admin('GET', '/api/admin/units')).body.rows;
  for (const text of ['k:x', 'k:a\nb\nc', 'k:a\nb\n\n', 'nonsense']) {
    const answer = await office.admin('GET', `/api/admin/units?cursor=${Buffer.from(text).toString('base64url')}`);
    expect([answer.status, answer.body.rows]).toEqual([200, whole]);
    expect((await office.admin('GET', `/api/admin/routes?cursor=${Buffer.from(text).toString('base64url')}`)).status).toBe(200);
  }
});
