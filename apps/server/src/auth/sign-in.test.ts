// Sign-in against the real library and a real database: password, second factor, revocation; no door of the library is open.
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { totp } from '@anwang/testkit/sign-in';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Auth, openAuth } from './index.ts';

let db: TestDatabase;
let auth: Auth;
const settings = { origin: 'http://127.0.0.1:9', secret: 's'.repeat(43), sessionHours: 10, providers: [] };
const id = '0190a000-0000-7000-8000-000000000001';

beforeAll(async () => {
  db = await temporaryDatabase();
  auth = await openAuth({ target: db.targets.auth, settings });
  const owner = await db.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en, demo) values ('99999', 'TW-XXX', '示範縣', 'Demo County', true)`);
  await owner.query(`insert into org.account (id, county, username, name) values ($1, '99999', 'kh.worker.1', '王郁婷')`, [id]);
  await auth.provision({ id, userName: 'Kh.Worker.1', name: '王郁婷' }, 'correct horse battery');
});
afterAll(async () => {
  await auth?.close();
  await db?.close();
});

const cookieOf = (cookies: readonly string[]): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

test('a password signs in, whatever the case of the user name; a wrong one and an unknown name do not', async () => {
  const right = await auth.signIn('kh.worker.1', 'correct horse battery');
  expect(right).toMatchObject({ state: 'signedIn', accountId: id });
  expect(await auth.sessionOf(cookieOf(right.cookies))).toMatchObject({ accountId: id, userName: 'kh.worker.1', accountVersion: 1 });
  expect(right.cookies.join()).toMatch(/HttpOnly/i);
  expect(await auth.signIn('kh.worker.1', 'wrong')).toMatchObject({ state: 'failed' });
  expect(await auth.signIn('nobody', 'correct horse battery')).toMatchObject({ state: 'failed' });
});

test('a cookie that was not signed by us is no session', async () => {
  const { cookies } = await auth.signIn('kh.worker.1', 'correct horse battery');
  const cookie = cookieOf(cookies);
  expect(await auth.sessionOf(cookie)).not.toBeNull();
  expect(await auth.sessionOf(cookie.replace(/=(.)/, (_, first: string) => `=${first === 'A' ? 'B' : 'A'}`))).toBeNull();
  expect(await auth.sessionOf('anwang.session_token=%E0%A4%A')).toBeNull();
  expect(await auth.sessionOf(undefined)).toBeNull();
});

test('an ended session, a changed password and a closed account are out at the next request', async () => {
  const first = cookieOf((await auth.signIn('kh.worker.1', 'correct horse battery')).cookies);
  const second = cookieOf((await auth.signIn('kh.worker.1', 'correct horse battery')).cookies);
  const ended = await auth.sessionOf(second);
  expect(await auth.endSession(id, ended?.id ?? '')).toBe(true);
  expect(await auth.endSession(id, ended?.id ?? '')).toBe(false);
  expect(await auth.sessionOf(second)).toBeNull();

  const third = cookieOf((await auth.signIn('kh.worker.1', 'correct horse battery')).cookies);
  expect(await auth.changePassword(third, 'wrong', 'a longer new password')).toMatchObject({ ok: false });
  const changed = await auth.changePassword(first, 'correct horse battery', 'a longer new password');
  expect(changed.ok).toBe(true);
  expect([await auth.sessionOf(first), await auth.sessionOf(third)]).toEqual([null, null]);
  expect(await auth.listSessions(id)).toHaveLength(1);

  const owner = await db.owner();
  await owner.query('update org.account set active = false where id = $1', [id]);
  expect(await auth.sessionOf(cookieOf(changed.cookies))).toBeNull();
  await owner.query('update org.account set active = true where id = $1', [id]);
  await auth.givePassword(id, 'given by the office');
  expect(await auth.listSessions(id)).toEqual([]);
});

test('a password that an administrator gave opens nothing but the choice of an own one', async () => {
  const asked = await auth.signIn('KH.worker.1', 'given by the office');
  expect(asked).toEqual({ state: 'newPassword', accountId: id, cookies: [] });
  expect(await auth.listSessions(id)).toEqual([]);
  expect(await auth.signIn('kh.worker.1', 'wrong')).toMatchObject({ state: 'failed' });
  expect(await auth.chooseFirstPassword('kh.worker.1', 'wrong', 'correct horse battery')).toMatchObject({ state: 'failed' });
  const chosen = await auth.chooseFirstPassword('kh.worker.1', 'given by the office', 'correct horse battery');
  expect(chosen).toMatchObject({ state: 'signedIn', accountId: id });
  expect(await auth.sessionOf(cookieOf(chosen.cookies))).toMatchObject({ accountId: id });
  expect(await auth.signIn('kh.worker.1', 'given by the office')).toMatchObject({ state: 'failed' });
  // An own password cannot be replaced this way.
  expect(await auth.chooseFirstPassword('kh.worker.1', 'correct horse battery', 'another long password')).toMatchObject({
    state: 'failed',
  });
  expect(await auth.signIn('kh.worker.1', 'correct horse battery')).toMatchObject({ state: 'signedIn' });
});

test('with the second factor on, the password alone opens nothing', async () => {
  const cookie = cookieOf((await auth.signIn('kh.worker.1', 'correct horse battery')).cookies);
  const begun = await auth.totpStart(cookie, 'correct horse battery');
  expect(begun?.backupCodes.length).toBeGreaterThan(5);
  expect(await auth.hasSecondFactor(id)).toBe(false);
  const confirmed = await auth.totpConfirm(cookie, totp(begun?.uri ?? '', Date.now()));
  expect(confirmed.ok).toBe(true);
  expect(await auth.hasSecondFactor(id)).toBe(true);

  const half = await auth.signIn('kh.worker.1', 'correct horse battery');
  expect(half.state).toBe('secondFactor');
  expect(await auth.sessionOf(cookieOf(half.cookies))).toBeNull();
  expect(await auth.secondFactor('000000', 'totp', cookieOf(half.cookies))).toMatchObject({ state: 'failed' });
  expect(await auth.secondFactor(totp(begun?.uri ?? '', Date.now()), 'totp', cookieOf(half.cookies))).toMatchObject({
    state: 'signedIn',
    accountId: id,
  });
  const again = await auth.signIn('kh.worker.1', 'correct horse battery');
  expect(await auth.secondFactor(begun?.backupCodes[0] ?? '', 'backup', cookieOf(again.cookies))).toMatchObject({ state: 'signedIn' });
});

test('nobody can sign up, and an unknown provider leads nowhere', async () => {
  expect(await auth.oidcStart('nowhere', '/')).toBeNull();
  const before = await db.owner().then((owner) => owner.query('select count(*)::int as n from auth."user"'));
  expect(before.rows[0]).toEqual({ n: 1 });
});
