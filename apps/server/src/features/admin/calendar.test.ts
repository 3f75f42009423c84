// The calendar belongs to the nation; a county adds the days on which it alone is closed. Who may say what, on the route and in the database.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';
import { arrangeSeat, countyA, countyB } from '../../testing/arrange.ts';
import type { Ask } from '../../testing/test-server.ts';

const office = adminOffice();

const holiday = { date: '2028-01-26', working: false, name: '春節', kind: 'holiday' };
const typhoon = { date: '2028-08-07', working: false, name: '颱風停班', kind: 'countyClosure' };
const days = (county: string | null, ...list: object[]) => ({ year: 2028, source: '公告', county, days: list });
const versionOf = async (ask: Ask, county: string | null, year = 2028) => {
  const { versions } = (await ask('GET', `/api/admin/calendar?year=${year}`)).body as unknown as {
    versions: { nation: number; county: number };
  };
  return county === null ? versions.nation : versions.county;
};
const put = async (ask: Ask, body: { county: string | null }) =>
  ask('POST', '/api/admin/calendar', { version: await versionOf(ask, body.county), ...body });
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

test('two who replace one year at once: the first is written, the other is shown both sides, and no closure is lost', async () => {
  const flood = { date: '2029-06-11', working: false, name: '豪雨停班', kind: 'countyClosure' };
  const storm = { date: '2029-08-07', working: false, name: '颱風停班', kind: 'countyClosure' };
  const of = (county: string, version: number, ...list: object[]) => ({ year: 2029, source: '本府公告', county, version, days: list });
  const send = (body: object) => office.admin('POST', '/api/admin/calendar', body);
  // Another county’s year is another thing.
  const other = await office.server.as(office.everyone.seats['b.admin']!);
  expect((await other('POST', '/api/admin/calendar', of(countyB, 0, storm))).status).toBe(200);
  expect(await versionOf(office.admin, countyA, 2029)).toBe(0);

  const both = await Promise.all([send(of(countyA, 0, flood)), send(of(countyA, 0, storm))]);
  const [won, lost] = [...both].sort((a, b) => a.status - b.status);
  expect([won?.status, won?.body.version, lost?.status, lost?.body.code]).toEqual([200, 1, 409, 'versionConflict']);
  const { theirs, yours, current } = (lost?.body.facts ?? {}) as unknown as {
    theirs: { days: object[] };
    yours: { days: object[] };
    current: number;
  };
  expect(current).toBe(1);
  expect([theirs.days, yours.days].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toEqual([[flood], [storm]]);

  expect((await send(of(countyA, 1, flood, storm))).body).toMatchObject({ days: 2, version: 2 });
  expect((await send(of(countyA, 1))).body.code).toBe('versionConflict');
  expect((await send(of(countyA, 7, storm))).body.code).toBe('versionConflict');
  // A year that was emptied is still at a version of its own.
  expect((await send(of(countyA, 2))).body).toMatchObject({ days: 0, version: 3 });
  expect((await send(of(countyA, 0, storm))).body.code).toBe('versionConflict');
});
