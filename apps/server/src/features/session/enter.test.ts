// Coming in: an office shares one address, and whoever comes by a provider is on record like whoever gives a password.
import { expect, test } from 'vitest';
import { arrangePlaces, arrangeSeat, countyA, password } from '../../testing/arrange.ts';
import { startTestServer } from '../../testing/test-server.ts';
import { land } from './enter.ts';
import { session } from './index.ts';

const seatOf = (userName: string) => ({ userName, county: countyA, role: 'screener' as const, reach: 'county' as const, reachId: countyA });

test('colleagues behind one address come in one after the other; only what fails there counts', async () => {
  const server = await startTestServer({ ANWANG_LIMIT_SIGN_IN: '3' });
  try {
    const owner = await server.database.owner();
    await arrangePlaces(owner);
    for (let i = 0; i < 5; i++) await server.as(await arrangeSeat(owner, seatOf(`a.colleague${i}`)));
    const wrong = async () => (await server.nobody('POST', '/api/session/sign-in', { userName: 'a.colleague0', password: 'x' })).status;
    expect([await wrong(), await wrong(), await wrong(), await wrong()]).toEqual([401, 401, 401, 429]);
  } finally {
    await server.close();
  }
});

test('the auditor sees whose name was tried in vain, also of an account that is closed; a name that nobody has is nobody', async () => {
  const server = await startTestServer();
  try {
    const owner = await server.database.owner();
    await arrangePlaces(owner);
    const [seat, closed] = [await arrangeSeat(owner, seatOf('a.screener')), await arrangeSeat(owner, seatOf('a.closed'))];
    for (const each of [seat, closed]) await server.as(each);
    await owner.query('update org.account set active = false where id = $1', [closed.id]);
    const auditor = await server.as(await arrangeSeat(owner, { ...seatOf('a.auditor'), role: 'auditor' }));
    for (const userName of ['A.Screener', 'a.closed', 'a.nobody'])
      expect((await server.nobody('POST', '/api/session/sign-in', { userName, password: 'x' })).body.code).toBe('signInFailed');
    const seen = await auditor('GET', '/api/audit?action=session.refused');
    const rows = seen.body.rows as unknown as { objects: { kind: string; id: string }[] }[];
    expect(
      rows.map((row) => row.objects.map(({ kind, id }) => [kind, id])),
      seen.text,
    ).toEqual([[['actor', closed.id]], [['actor', seat.id]]]);
  } finally {
    await server.close();
  }
});

test('who comes in by a provider is on record, and so is that somebody did not', async () => {
  let cookies: string[] = [];
  const back: typeof session.oidcCallback = (_input, call) => land({ location: '/cases', cookies }, call);
  const server = await startTestServer({}, { session: { ...session, oidcCallback: back } });
  try {
    const owner = await server.database.owner();
    await arrangePlaces(owner);
    const seat = await arrangeSeat(owner, seatOf('a.screener'));
    await server.as(seat);
    const given = await server.nobody('POST', '/api/session/sign-in', { userName: 'a.screener', password });
    expect((await server.nobody('GET', '/api/session/oidc/county/callback?code=a&state=b')).status).toBe(302);
    cookies = [given.headers['set-cookie'] ?? []].flat().map(String);
    const reply = await server.nobody('GET', '/api/session/oidc/county/callback?code=a&state=b');
    expect([reply.status, reply.headers.location]).toEqual([302, '/cases']);
    const { rows } = await owner.query<{ action: string; actor: boolean }>(
      `select action, actor_id = $1 as actor from audit.entry where route = 'session.oidcCallback' order by id`,
      [seat.id],
    );
    expect(rows).toEqual([
      { action: 'session.refused', actor: false },
      { action: 'session.opened', actor: true },
    ]);
  } finally {
    await server.close();
  }
});
