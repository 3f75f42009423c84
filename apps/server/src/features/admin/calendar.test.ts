// The calendar belongs to the nation; a county adds the days on which it alone is closed. Who may say what, on the route and in the database.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';
import { arrangeSeat, countyA, countyB } from '../../testing/arrange.ts';
import type { Ask } from '../../testing/test-server.ts';

const office = adminOffice();

const holiday = { date: '2028-01-26', working: false, name: '春節', kind: 'holiday' };
const typhoon = { date: '2028-08-07', working: false, name: '颱風停班', kind: 'countyClosure' };
const days = (county: string | null, ...list: object[]) => ({ year: 2028, source: '公告', county, days: list });
const put = (ask: Ask, body: object) => ask('POST', '/api/admin/calendar', body);
const seen = async (ask: Ask) =>
  ((await ask('GET', '/api/admin/calendar?year=2028')).body.days as unknown as { date: string; county: string | null }[]).map(
    (day) => day.date,
  );

test('a county administrator closes the own county for a day, takes it back, and leaves the nation alone', async () => {
  const nation = await put(office.admin, days(null, holiday));
  expect([nation.status, nation.body.code]).toEqual([403, 'accessDenied']);
  expect((await put(office.admin, days(countyA, holiday))).status).toBe(422);
  expect((await put(office.admin, days(countyB, typhoon))).status).toBe(404);
  const own = await put(office.admin, days(countyA, typhoon));
  expect(own.status, own.text).toBe(200);
  expect(await seen(office.admin)).toEqual(['2028-08-07']);
  expect(await seen(await office.server.as(office.everyone.seats['b.admin']!))).toEqual([]);
  expect((await put(office.admin, days(countyA))).status).toBe(200);
  expect(await seen(office.admin)).toEqual([]);
});

test('the operation of the installation is not a county’s to give or to end, and imports for all', async () => {
  const owner = await office.server.database.owner();
  const seat = await arrangeSeat(owner, {
    userName: 'z.operator',
    county: countyA,
    unit: office.everyone.units.desk,
    role: 'sysAdmin',
    reach: 'none',
    reachId: null,
  });
  const partner = office.everyone.seats['a.partner']!;
  const given = await office.admin('PUT', `/api/admin/users/${partner.id}/grants`, {
    version: 1,
    grants: [{ role: 'sysAdmin', reach: 'none' }],
  });
  expect([given.status, given.body.fields]).toEqual([422, [{ path: 'grants.0.role', reason: 'unknown' }]]);
  const roles = (await office.admin('GET', '/api/admin/roles')).body.roles as unknown as { id: string }[];
  expect(roles.map((role) => role.id)).not.toContain('sysAdmin');
  const taken = await office.admin('PUT', `/api/admin/users/${seat.id}/grants`, { version: 1, grants: [] });
  expect(taken.status, taken.text).toBe(200);
  const operator = await office.server.as(seat);
  const done = await put(operator, days(null, holiday));
  expect(done.status, done.text).toBe(200);
  expect((await put(operator, days(null))).status).toBe(422);
  for (const name of ['a.admin', 'b.admin'])
    expect(await seen(await office.server.as(office.everyone.seats[name]!))).toEqual(['2028-01-26']);
});
