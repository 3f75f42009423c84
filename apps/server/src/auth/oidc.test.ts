// OpenID Connect against a real provider (oidc-provider) on loopback: the whole dance with PKCE, state and nonce, and who may not come in.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Auth, openAuth } from './index.ts';

const origin = 'http://127.0.0.1:9';
const id = '0190a000-0000-7000-8000-000000000002';
let db: TestDatabase;
let server: Server;
let issuer: string;
let auth: Auth;
/** Who is signed in at the provider right now. */
let subject = 'sub-1';
const names: Record<string, string> = { 'sub-1': 'kh.worker.2', 'sub-2': 'stranger' };

function startProvider(): Promise<void> {
  server = createServer();
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: 'anwang',
            client_secret: 'c'.repeat(40),
            redirect_uris: [`${origin}/api/session/oidc/county/callback`],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        findAccount: (_context, sub) => ({
          accountId: sub,
          claims: () => ({ sub, preferred_username: names[sub], email: `${sub}@example.test` }),
        }),
        claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email'] },
        conformIdTokenClaims: false,
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
        cookies: { keys: ['test'] },
        pkce: { required: () => true },
        // The person has signed in at the provider and agreed: no screens in this test.
        loadExistingGrant: async (context) => {
          const grant = new context.oidc.provider.Grant({ clientId: 'anwang', accountId: subject });
          grant.addOIDCScope('openid profile email');
          await grant.save();
          return grant;
        },
      });
      const answer = provider.callback();
      server.on('request', async (request, response) => {
        const uid = /^\/interaction\/(.+)$/.exec(request.url ?? '')?.[1];
        if (!uid) return answer(request, response);
        await provider.interactionFinished(request, response, { login: { accountId: subject } }, { mergeWithLastSubmission: false });
      });
      ready();
    });
  });
}

/** Walks redirects at the provider like a browser with its own cookies, until it is sent back to us; the address it is sent to. */
async function atProvider(start: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (name) jar.set(name, value ?? '');
    }
    const next = new URL(response.headers.get('location') ?? 'about:blank', url);
    if (next.origin === origin) return next;
    expect(next.origin, await response.text()).toBe(issuer);
    url = next.href;
  }
  throw new Error('the provider never sent the browser back');
}

const cookieOf = (cookies: readonly string[]): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

beforeAll(async () => {
  [db] = await Promise.all([temporaryDatabase(), startProvider()]);
  const owner = await db.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en, demo) values ('99999', 'TW-XXX', '示範縣', 'Demo County', true)`);
  await owner.query(`insert into org.account (id, county, username, name) values ($1, '99999', 'kh.worker.2', '李承恩')`, [id]);
  auth = await openAuth({
    target: db.targets.auth,
    settings: {
      origin,
      secret: 's'.repeat(43),
      sessionHours: 10,
      providers: [{ id: 'county', name: '縣市單一簽入', issuer, clientId: 'anwang', clientSecret: 'c'.repeat(40) }],
    },
  });
  await auth.provision({ id, userName: 'kh.worker.2', name: '李承恩' }, null);
});
afterAll(async () => {
  await auth?.close();
  await new Promise((closed) => server.close(closed));
  await db?.close();
});

async function come(as: string, tamper: (query: Record<string, string>) => void = () => undefined) {
  subject = as;
  const begun = await auth.oidcStart('county', '/cases?view=mine');
  if (!begun) throw new Error('the provider was not found');
  expect(new URL(begun.url).searchParams.get('code_challenge_method')).toBe('S256');
  const back = await atProvider(begun.url);
  expect(back.pathname).toBe('/api/session/oidc/county/callback');
  const query = Object.fromEntries(back.searchParams);
  tamper(query);
  const landed = await auth.oidcCallback('county', query, cookieOf(begun.cookies));
  return { landed, session: await auth.sessionOf(cookieOf(landed.cookies)) };
}

test('an account comes in through the provider and lands where it wanted to go', async () => {
  const { landed, session } = await come('sub-1');
  expect(landed.location).toBe('/cases?view=mine');
  expect(session).toMatchObject({ accountId: id, userName: 'kh.worker.2' });
});

test('coming again finds the same account by its subject, whatever it is called now', async () => {
  names['sub-1'] = 'renamed.at.provider';
  expect((await come('sub-1')).session).toMatchObject({ accountId: id });
  names['sub-1'] = 'kh.worker.2';
});

test('someone the provider knows and we do not is turned away, and no account is made', async () => {
  const { landed, session } = await come('sub-2');
  expect(landed.location).toBe('/sign-in?problem=signInFailed');
  expect(session).toBeNull();
  const owner = await db.owner();
  expect((await owner.query('select count(*)::int as n from auth."user"')).rows[0]).toEqual({ n: 1 });
});

test('a changed state, a stolen code and a callback without a beginning lead to the sign-in page', async () => {
  const changed = await come('sub-1', (query) => {
    query.state = `${query.state}x`;
  });
  expect(changed.landed.location).toBe('/sign-in?problem=signInFailed');
  const forged = await come('sub-1', (query) => {
    query.code = 'forged';
  });
  expect([forged.landed.location, forged.session]).toEqual(['/sign-in?problem=signInFailed', null]);
  expect((await auth.oidcCallback('county', { state: 'none', code: 'none' }, undefined)).location).toBe('/sign-in?problem=signInFailed');
});
