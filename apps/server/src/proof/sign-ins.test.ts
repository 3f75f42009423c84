// A sign-in that ended, an account that was closed, rights that changed: in force at the next request, also where only the transaction checks them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countyA, districtA, password } from '../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
}, 120_000);
afterAll(() => server?.close());

describe('a sign-in', () => {
  test('that was ended is out at its next request, also where the transaction checks it', async () => {
    const seat = everyone.seats['a.reviewer']!;
    const ask = await server.as(seat);
    expect((await ask('GET', '/api/review/queue')).status).toBe(200);
    expect((await ask('GET', '/api/review/queue')).status).toBe(200);
    await server.house.auth.endSessions(seat.id);
    const after = await ask('GET', '/api/review/queue');
    expect([after.status, after.body.code]).toEqual([401, 'notSignedIn']);
  });

  test('says in the own list on what device it began', async () => {
    const seat = everyone.seats['a.analyst']!;
    await server.as(seat);
    const agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/132.0';
    const body = { userName: seat.userName, password };
    await server.nobody('POST', '/api/session/sign-in', body, { 'user-agent': agent });
    const ask = await server.as(seat);
    // A session that was made elsewhere (an outside provider) is named by the first page that asks who is signed in.
    await ask('GET', '/api/session', undefined, { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1' });
    const { sessions } = (await ask('GET', '/api/session/list')).body as unknown as { sessions: { device: string; current: boolean }[] };
    expect(sessions.find((each) => !each.current)?.device).toBe(agent);
    expect(sessions.find((each) => each.current)?.device).toMatch(/./);
  });

  test('that ran out or was left leaves its key for drafts to the next one of the same account; one that was ended leaves none', async () => {
    const seat = everyone.seats['a.screener']!;
    const owner = await server.database.owner();
    const run = (text: string) => owner.query(text, [seat.id]);
    const keysAtNextSignIn = async () => {
      const { headers } = await server.nobody('POST', '/api/session/sign-in', { userName: seat.userName, password });
      const cookie = [headers['set-cookie'] ?? []].flat().map((one) => String(one).split(';')[0]);
      const { body } = await server.nobody('GET', '/api/session/local-key', undefined, { cookie: cookie.join('; ') });
      return body as unknown as { account: string; key: string; earlier: string[] };
    };
    await server.as(seat);
    await server.house.auth.endSessions(seat.id);
    const { key } = await keysAtNextSignIn();
    expect((await keysAtNextSignIn()).earlier).toEqual([key]);
    await run(`update auth.session set "expiresAt" = now() - interval '1 hour' where "userId" = $1`);
    const next = await keysAtNextSignIn();
    expect(next).toMatchObject({ account: seat.id, earlier: expect.arrayContaining([key]) });
    expect(next.key).not.toBe(key);
    // Another account is given nothing of it.
    const other = await (await server.as(everyone.seats['a.hotline']!))('GET', '/api/session/local-key');
    expect(other.status).toBe(200);
    expect(other.text).not.toContain(key);
    // It is not kept for ever, and what its owner or an administrator ended opens nothing.
    await run(`update auth.session set "expiresAt" = now() - interval '15 days' where "userId" = $1`);
    expect((await keysAtNextSignIn()).earlier).toEqual([]);
    await server.house.auth.endSessions(seat.id);
    expect((await keysAtNextSignIn()).earlier).toEqual([]);
  });

  test('that was ended takes in no report, and matches none', async () => {
    const seat = everyone.seats['a.hotline']!;
    const ask = await server.as(seat);
    const taken = () =>
      ask('POST', '/api/intake/reports', {
        county: countyA,
        district: districtA,
        narrative: '專線',
        persons: [{ name: '陳怡君' }],
        channel: 'hotline113',
        reporterKind: 'citizen',
        grounds: ['child-neglect'],
      });
    const first = await taken();
    expect([first.status, (await taken()).status], first.text).toEqual([200, 200]);
    const owner = await server.database.owner();
    const count = async () =>
      (
        await owner.query(
          'select (select count(*) from intake.report)::int as reports, (select count(*) from system.later_job)::int as jobs',
        )
      ).rows;
    const before = await count();
    await server.house.auth.endSessions(seat.id);
    const after = await taken();
    expect([after.status, after.body.code]).toEqual([401, 'notSignedIn']);
    expect(await count()).toEqual(before);
    expect(before).toMatchObject([{ jobs: 0 }]);
  });

  test('whose grants changed acts by the new ones at its next request', async () => {
    const seat = everyone.seats['a.arbiter']!;
    const ask = await server.as(seat);
    expect((await ask('GET', '/api/dispatch/disputes')).status).toBe(200);
    const owner = await server.database.owner();
    await owner.query(`update org."grant" set valid_until = now() where account_id = $1`, [seat.id]);
    await owner.query('update org.account set version = version + 1 where id = $1', [seat.id]);
    const after = await ask('GET', '/api/dispatch/disputes');
    expect([after.status, after.body.code]).toEqual([403, 'accessDenied']);
  });

  test('of an account that was closed is out', async () => {
    const seat = everyone.seats['a.analyst']!;
    const ask = await server.as(seat);
    expect((await ask('GET', '/api/measures/periods')).status).toBe(200);
    const owner = await server.database.owner();
    await owner.query('update org.account set active = false where id = $1', [seat.id]);
    expect((await ask('GET', '/api/measures/periods')).status).toBe(401);
  });
});
