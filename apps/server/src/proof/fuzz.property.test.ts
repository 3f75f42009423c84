// Bad input for every route, made from the route's own schema: never a 5xx, always application/problem+json, and a wrong field is named.
import { contract } from '@anwang/contract';
import { type WalkedRoute, walkRoutes } from '@anwang/contract/route';
import type { Action } from '@anwang/core/access';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { countyA, districtA } from '../testing/arrange.ts';
import { arrangeEveryone, type Everyone, seatsFor } from '../testing/everyone.ts';
import { arbitraryOf, spoilt } from '../testing/json-arbitrary.ts';
import { type Answer, type Ask, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
const ids: string[] = [];
const rounds = 14;

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  ids.push(...Object.values(everyone.units), ...Object.values(everyone.seats).map((seat) => seat.id));
  await server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    narrative: '一件',
    persons: [{ name: '陳怡君', birthDate: '1130229' }],
  });
  const queue = await (await server.as(everyone.seats['a.screener']!))('GET', '/api/screening/queue');
  ids.push(...(queue.body.rows as unknown as { id: string }[]).map((row) => row.id));
}, 120_000);
afterAll(() => server?.close());

/** Sign-out and the like would end the session the test works with. */
const endsSessions = new Set([
  'session.signOut',
  'session.changePassword',
  'session.revoke',
  'session.totpStart',
  'session.totpConfirm',
  'admin.endSessions',
  'admin.resetPassword',
  'admin.changeUser',
  'admin.setGrants',
]);
const routes = walkRoutes(contract).filter((one) => one.meta.body === 'json' && !endsSessions.has(one.name));

async function caller(one: WalkedRoute): Promise<Ask> {
  const { access } = one.meta;
  if (access === 'public') return server.nobody;
  const own = Object.values(everyone.seats).filter((seat) => seat.userName.startsWith('a.'));
  const [seat] = access === 'signedIn' ? own : await seatsFor(server, own, access as Action, one.meta.purpose);
  if (!seat) throw new Error(`nobody may call ${one.name}`);
  return server.as(seat);
}

/** Sends an input the way a client would: path, query or body. */
function send(ask: Ask, one: WalkedRoute, input: unknown): Promise<Answer> {
  const fields = typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...(input as Record<string, unknown>) } : null;
  let path = one.path;
  for (const [whole, name = ''] of one.path.matchAll(/\{([^}]+)\}/g)) {
    const value = fields?.[name];
    path = path.replace(
      whole,
      encodeURIComponent((typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? 'x')).slice(0, 200)),
    );
    delete fields?.[name];
  }
  if (one.method !== 'GET') return ask(one.method, `/api${path}`, fields ?? input ?? undefined, { 'content-type': 'application/json' });
  const query = new URLSearchParams(
    Object.entries(fields ?? {}).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value.toWellFormed().slice(0, 500) : String(JSON.stringify(value)),
    ]),
  );
  return ask('GET', `/api${path}?${query}`);
}

test.each(routes.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
  const ask = await caller(one);
  const schema = z.toJSONSchema(one.input, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  const fitting = arbitraryOf(schema, ids);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fitting, spoilt(fitting)), async (input) => {
      const answer = await send(ask, one, input);
      expect(
        answer.status,
        `${one.name} ${JSON.stringify(input)}\n${answer.text}\n${server.log.filter((line) => line.includes('"level":50')).at(-1)}`,
      ).toBeLessThan(500);
      if (answer.status >= 400) {
        expect(answer.type).toContain('application/problem+json');
        expect(answer.body).toMatchObject({
          code: expect.any(String),
          status: answer.status,
          titles: { 'zh-TW': expect.any(String), en: expect.any(String) },
        });
      }
      if (answer.body.code === 'invalidInput') expect((answer.body.fields as unknown as unknown[]).length).toBeGreaterThan(0);
    }),
    { numRuns: rounds, seed: 20261122, endOnFailure: true },
  );
});

test('JSON that is none, addresses that are none, methods that are none', async () => {
  const broken = await server.app.inject({
    method: 'POST',
    url: '/api/reports',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'broken-json-1' },
    payload: '{"a":',
  });
  expect([broken.statusCode, broken.headers['content-type'], broken.json().code]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
    'bodyUnreadable',
  ]);
  const gone = await server.nobody('GET', '/api/nothing/here');
  expect([gone.status, gone.body.code]).toEqual([404, 'notFound']);
  const method = await server.nobody('DELETE', '/api/reports');
  expect([method.status, method.body.code]).toEqual([405, 'methodNotAllowed']);
  const xml = await server.app.inject({
    method: 'POST',
    url: '/api/reports',
    headers: { 'content-type': 'application/xml', 'idempotency-key': 'xml-12345' },
    payload: '<a/>',
  });
  expect([xml.statusCode, xml.json().code]).toEqual([415, 'mediaUnsupported']);
  const bad = await server.nobody('GET', '/api/people/%zz');
  expect(bad.status).toBeLessThan(500);
  const large = await server.app.inject({
    method: 'POST',
    url: '/api/reports',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'large-123' },
    payload: JSON.stringify({ narrative: 'x'.repeat(1_200_000) }),
  });
  expect([large.statusCode, large.json().code]).toEqual([413, 'bodyTooLarge']);
});

test('the wrong field is named by its path', async () => {
  const answer = await server.nobody('POST', '/api/reports', {
    county: countyA,
    narrative: '一件',
    occurredOn: '1130230',
    persons: [{ name: '陳', birthDate: '1120229' }],
  });
  expect(answer.body).toMatchObject({
    code: 'invalidInput',
    fields: expect.arrayContaining([
      { path: 'occurredOn', reason: 'dateImpossible' },
      { path: 'persons.0.birthDate', reason: 'dateImpossible' },
    ]),
  });
});
