// Two administrators change one unit, one account, one route: the first is written, the second is shown both sides.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';

const office = adminOffice();

test('of two changes based on the same version one wins', async () => {
  const owner = await office.server.database.owner();
  const seat = office.everyone.seats['a.partner']!;
  const route = (await owner.query<{ id: string }>('select id from org.route limit 1')).rows[0]?.id;
  const changes: [string, object][] = [
    [
      `/api/admin/units/${office.everyone.units.school}`,
      { name: { zh: '改名國小', en: 'Renamed' }, capacity: null, active: true, districts: [] },
    ],
    [`/api/admin/users/${seat.id}`, { name: '改名', title: null, unitId: seat.unit, active: true }],
    [`/api/admin/routes/${route}`, { priority: 7, note: null, active: true }],
  ];
  for (const [path, body] of changes) {
    const first = await office.admin('PUT', path, { ...body, version: 1 });
    expect([first.status, first.body.version], `${path} ${first.text}`).toEqual([200, 2]);
    const second = await office.admin('PUT', path, { ...body, version: 1 });
    expect([second.status, second.body.code], `${path} ${second.text}`).toEqual([409, 'versionConflict']);
    // Either side under the same names: what the one screen shows of both.
    const { theirs, yours } = second.body.facts as unknown as { theirs: object; yours: object };
    expect(Object.keys(theirs)).toEqual(expect.arrayContaining(Object.keys(yours)));
  }
  const rights = { grants: [{ role: 'partner', reach: 'shared' }], version: 1 };
  const lost = await office.admin('PUT', `/api/admin/users/${seat.id}/grants`, rights);
  expect(lost.body.facts).toMatchObject({
    theirs: { grants: [{ role: 'partner', reachKind: 'unit' }] },
    yours: { grants: [{ role: 'partner', reachKind: 'shared' }] },
  });
});

test('two open units of one name are refused, by field', async () => {
  const unit = { kind: 'school', name: { zh: '同名國小', en: 'Twin' }, capacity: null, districts: [] };
  const made = await office.admin('POST', '/api/admin/units', unit);
  expect(made.status, made.text).toBe(200);
  const twin = await office.admin('POST', '/api/admin/units', unit);
  expect([twin.status, twin.body.fields]).toEqual([422, [{ path: 'name.zh', reason: 'taken' }]]);
  const path = `/api/admin/units/${made.body.id}`;
  const closed = await office.admin('PUT', path, { ...unit, active: false, version: made.body.version });
  expect(closed.status, closed.text).toBe(200);
  expect((await office.admin('POST', '/api/admin/units', unit)).status).toBe(200);
  const reopened = await office.admin('PUT', path, { ...unit, active: true, version: closed.body.version });
  expect([reopened.status, reopened.body.fields]).toEqual([422, [{ path: 'name.zh', reason: 'taken' }]]);
});

test('a route that is open is not made again over what stands in it; a closed one is opened', async () => {
  const route = { programme: 'vulnerable-family', district: null, unitId: office.everyone.units.school, priority: 5, note: '先問學校' };
  const made = await office.admin('POST', '/api/admin/routes', route);
  expect(made.status, made.text).toBe(200);
  const twin = await office.admin('POST', '/api/admin/routes', { ...route, priority: 99, note: null });
  expect([twin.status, twin.body.fields]).toEqual([422, [{ path: 'unitId', reason: 'routeThere' }]]);
  const id = made.body.id;
  await office.admin('PUT', `/api/admin/routes/${id}`, { version: made.body.version, priority: 5, note: null, active: false });
  const again = await office.admin('POST', '/api/admin/routes', { ...route, priority: 7 });
  expect([again.status, again.body.id]).toEqual([200, id]);
});
