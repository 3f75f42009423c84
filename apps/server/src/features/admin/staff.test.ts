// Many units and accounts at once: a rehearsal names every fault and writes nothing, the real thing writes all or nothing, and a repeated request gives the same first passwords.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';
import { password } from '../../testing/arrange.ts';

const office = adminOffice();
const unit = (zh: string, more: object = {}) => ({ kind: 'familyServiceCentre', name: { zh, en: `Centre ${zh}` }, ...more });
const worker = { role: 'leadWorker', reach: 'unit', until: null };
const user = (userName: string, unitName: string | null, more: object = {}) => ({
  userName,
  name: '新同仁',
  unit: unitName,
  grants: [worker],
  ...more,
});
const send = (body: object, key: string = crypto.randomUUID()) =>
  office.admin('POST', '/api/admin/staff', body, { 'idempotency-key': key });
const count = async (): Promise<number[]> => {
  const owner = await office.server.database.owner();
  const { rows } = await owner.query<{ u: number; a: number }>(
    'select (select count(*)::int from org.unit) u, (select count(*)::int from org.account) a',
  );
  return [rows[0]!.u, rows[0]!.a];
};

test('every row that is wrong is named, by rehearsal and for real, and nothing is written', async () => {
  const before = await count();
  const body = {
    units: [unit('甲中心'), unit('丙中心', { districts: ['99902010'] }), unit('丁中心')],
    users: [
      user('a.worker', '甲中心'),
      user('n.one', '沒有這個中心'),
      user('n.two', '丁中心', { grants: [worker, { role: 'leadWorker', reach: 'county', until: null }] }),
      user('n.three', null),
      user('n.four', '丁中心'),
      user('n.four', '丁中心'),
    ],
  };
  const faults = [
    { path: 'units.0.name.zh', reason: 'taken' },
    { path: 'units.1.districts.0', reason: 'unknownDistrict' },
    { path: 'users.0.userName', reason: 'taken' },
    { path: 'users.1.unit', reason: 'unknownUnit' },
    { path: 'users.2.grants.1.reach', reason: 'notAllowed' },
    { path: 'users.3.grants.0.reachId', reason: 'missing' },
    { path: 'users.5.userName', reason: 'taken' },
  ];
  for (const rehearsal of [true, false]) {
    const answer = await send({ ...body, rehearsal });
    expect([answer.status, answer.body.fields], answer.text).toEqual([422, faults]);
  }
  expect(await count()).toEqual(before);
});

test('what is right is rehearsed without a trace, then written whole; the accounts choose their own passwords', async () => {
  const before = await count();
  const body = {
    units: [unit('戊中心', { districts: ['99901010'], telephone: '07-000-0000' })],
    users: [user('n.five', '戊中心'), user('n.six', '甲中心')],
  };
  const tried = await send({ ...body, rehearsal: true });
  expect([tried.status, tried.body], tried.text).toEqual([200, { units: 1, users: 2, written: false, passwords: [] }]);
  expect(await count()).toEqual(before);
  const key = crypto.randomUUID();
  const written = await send({ ...body, rehearsal: false }, key);
  expect([written.status, written.body.units, written.body.users, written.body.written], written.text).toEqual([200, 1, 2, true]);
  expect(await count()).toEqual([before[0]! + 1, before[1]! + 2]);
  const passwords = written.body.passwords as unknown as { userName: string; password: string }[];
  const owner = await office.server.database.owner();
  // The line broke, or the server was killed, with one login made: asking again makes what is missing and leaves what is there.
  const hashes = async () =>
    (
      await owner.query(
        `select a.password from auth.account a join auth."user" u on u.id = a."userId" where u.username like 'n.%' order by u.username`,
      )
    ).rows;
  const [five0] = await hashes();
  await owner.query(`delete from auth."user" where username = 'n.six'`);
  expect((await send({ ...body, rehearsal: false }, key)).body.passwords).toEqual(passwords);
  expect((await hashes()).length).toBe(2);
  expect((await hashes())[0]).toEqual(five0);
  const { rows } = await owner.query<{ text: string }>('select to_jsonb(i)::text as text from system.idempotency i');
  for (const row of rows) for (const one of passwords) expect(row.text).not.toContain(one.password);
  const given = { userName: 'n.five', given: passwords[0]!.password, next: password };
  expect((await office.server.nobody('POST', '/api/session/first-password', given)).body.state).toBe('signedIn');
  const [five] = (await office.admin('GET', '/api/admin/users?text=n.five')).body.rows as unknown as {
    unitName: { zh: string };
    grants: object[];
  }[];
  expect(five).toMatchObject({ unitName: { zh: '戊中心' }, grants: [{ role: 'leadWorker', reach: 'unit' }] });
});

test('the own national ID comes with the account: a wrong one is named at its row and stands in no answer, a right one keeps its holder from their family and is read by nobody else', async () => {
  const wrong = {
    units: [],
    users: [user('n.seven', '甲中心', { ownNumber: 'Y190000024' }), user('n.eight', '甲中心', { ownNumber: 'A12' })],
  };
  const refused = await send({ ...wrong, rehearsal: true });
  expect([refused.status, refused.body.fields], refused.text).toEqual([
    422,
    [
      { path: 'users.0.ownNumber', reason: 'idNumberCheckDigit' },
      { path: 'users.1.ownNumber', reason: 'idNumberMalformed' },
    ],
  ]);
  expect(refused.text).not.toMatch(/Y190000024|A12/);
  const right = { units: [], users: [user('n.nine', '甲中心', { ownNumber: 'ｙ190000016' })] };
  expect((await send({ ...right, rehearsal: true })).status).toBe(200);
  const owner = await office.server.database.owner();
  const kept = async () =>
    (await owner.query(`select n.sealed from access.own_number n join org.account a on a.id = n.account_id where a.username = 'n.nine'`))
      .rows;
  expect(await kept()).toEqual([]);
  const written = await send({ ...right, rehearsal: false });
  expect(written.status, written.text).toBe(200);
  expect(written.text).not.toContain('190000016');
  expect((await kept()).length).toBeGreaterThan(0);
  const { rows } = await owner.query<{ text: string }>(`select string_agg(to_jsonb(i)::text, ' ') as text from system.idempotency i`);
  expect(rows[0]!.text).not.toContain('190000016');
});
