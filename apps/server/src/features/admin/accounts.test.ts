// Accounts as an administrator keeps them: rights are refused at the row and field that is wrong, the own unit is a reach, rights that were bound to the unit go with the
// account, and nobody closes the own account or changes the own rights.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';
import { password } from '../../testing/arrange.ts';

const office = adminOffice();

const newcomer = (userName: string, more: object) => ({ userName, name: '新同仁', password: 'given-by-the-office', ...more });
const unitRole = { role: 'leadWorker', reach: 'unit', reachId: null, until: null };
type Row = { id: string; version: number; grants: { role: string; reachId: string | null }[] };
async function find(userName: string): Promise<Row> {
  const answer = await office.admin('GET', `/api/admin/users?text=${userName}`);
  return (answer.body.rows as unknown as Row[])[0]!;
}

test.each([
  [{ role: '' }, 'role', 'minLength:1'],
  [{ role: 'sealer' }, 'role', 'unknown'],
  [{ reach: 'county' }, 'reach', 'notAllowed'],
  [{ reachId: '0190a099-0000-7000-8000-000000000099' }, 'reachId', 'unknownUnit'],
  [{ until: '2020-01-01T00:00:00Z' }, 'until', 'past'],
])('a right that cannot be given is refused at its row and field: %j', async (wrong, field, reason) => {
  const grants = [unitRole, { ...unitRole, ...wrong }];
  const unitId = office.everyone.units.centre;
  const made = await office.admin('POST', '/api/admin/users', newcomer('a.wrong', { unitId, grants }));
  expect([made.status, made.body.fields]).toEqual([422, [{ path: `grants.1.${field}`, reason }]]);
  const { id } = office.everyone.seats['a.otherworker']!;
  const changed = await office.admin('PUT', `/api/admin/users/${id}/grants`, { version: 1, grants });
  expect([changed.status, changed.body.fields]).toEqual([422, [{ path: `grants.1.${field}`, reason }]]);
});

test('a reach of the own unit is the unit of the account, and is asked for where there is none', async () => {
  const homeless = await office.admin('POST', '/api/admin/users', newcomer('a.homeless', { grants: [unitRole] }));
  expect([homeless.status, homeless.body.fields]).toEqual([422, [{ path: 'grants.0.reachId', reason: 'missing' }]]);
  const made = await office.admin(
    'POST',
    '/api/admin/users',
    newcomer('a.own', { unitId: office.everyone.units.centre, grants: [unitRole] }),
  );
  expect(made.status, made.text).toBe(200);
  expect((await find('a.own')).grants).toMatchObject([{ role: 'leadWorker', reachId: office.everyone.units.centre }]);
});

test('rights bound to the former unit go with the account to its new one; others stay, and without a unit they are in the way', async () => {
  const grants = [unitRole, { ...unitRole, role: 'supervisor', reachId: office.everyone.units.dvsa }];
  await office.admin('POST', '/api/admin/users', newcomer('a.mover', { unitId: office.everyone.units.centre, grants }));
  const before = await find('a.mover');
  const change = { version: before.version, name: '新同仁', title: null, active: true };
  const moved = await office.admin('PUT', `/api/admin/users/${before.id}`, { ...change, unitId: office.everyone.units.otherCentre });
  expect(moved.status, moved.text).toBe(200);
  const after = await find('a.mover');
  expect(after.grants.map(({ role, reachId }) => [role, reachId]).sort()).toEqual([
    ['leadWorker', office.everyone.units.otherCentre],
    ['supervisor', office.everyone.units.dvsa],
  ]);
  const none = await office.admin('PUT', `/api/admin/users/${before.id}`, { ...change, version: after.version, unitId: null });
  expect([none.status, none.body.fields]).toEqual([422, [{ path: 'unitId', reason: 'rightsNeedUnit' }]]);
});

test('an account whose sign-in was never made, because the server was killed just then, is mended by a new password', async () => {
  const seat = office.everyone.seats['a.hotline']!;
  const given = await office.admin('POST', `/api/admin/users/${seat.id}/password`, { password: 'given-by-the-office' });
  expect(given.status, given.text).toBe(200);
  const entered = await office.server.nobody('POST', '/api/session/sign-in', { userName: seat.userName, password: 'given-by-the-office' });
  expect(entered.body.state, entered.text).toBe('newPassword');
});

test('the own account is closed, given rights or a password by somebody else', async () => {
  const { id, unit } = office.everyone.seats['a.admin']!;
  const tries: [string, string, object][] = [
    ['PUT', '', { version: 1, name: '我', title: null, unitId: unit, active: false }],
    ['PUT', '/grants', { version: 1, grants: [] }],
    ['POST', '/password', { password: 'another long password' }],
  ];
  for (const [method, path, body] of tries) {
    const answer = await office.admin(method, `/api/admin/users/${id}${path}`, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 409, 'ownAccount']);
  }
  expect((await office.admin('GET', '/api/session')).status).toBe(200);
});

test('whoever works under an account that is closed is told so, nobody else; opened again, the old sign-in is over', async () => {
  const seat = office.everyone.seats['a.otherworker']!;
  const worker = await office.server.as(seat);
  const save = (active: boolean, version: number) =>
    office.admin('PUT', `/api/admin/users/${seat.id}`, { version, name: '停用的人', title: null, unitId: seat.unit, active });
  const closed = await save(false, (await find(seat.userName)).version);
  expect(closed.status, closed.text).toBe(200);
  const told = await worker('PUT', '/api/drafts/cases.note', { body: { note: '打到一半' } });
  expect([told.status, told.body.code]).toEqual([401, 'accountClosed']);
  expect((await office.server.nobody('GET', '/api/session')).body.code).toBe('notSignedIn');
  const entered = await office.server.nobody('POST', '/api/session/sign-in', { userName: seat.userName, password });
  expect(entered.body.code).toBe('signInFailed');
  expect((await save(true, Number(closed.body.version))).status).toBe(200);
  expect((await worker('GET', '/api/session')).body.code).toBe('notSignedIn');
});
