// Bad input for every route, made from the route's own schema: never a 5xx, always application/problem+json, and a wrong field is named.
import { contract } from '@anwang/contract';
import { type WalkedRoute, walkRoutes } from '@anwang/contract/route';
import type { Action } from '@anwang/core/access';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { arrangeSeat, countyA, districtA, type Seat } from '../testing/arrange.ts';
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

/** What ends sessions, changes rights or passwords: asked by and about accounts that are there for this alone, so that the others stay signed in. */
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
const routes = walkRoutes(contract);

/** An administrator of the county whom nobody will miss. */
let spent = 0;
async function expendable(): Promise<Seat> {
  spent += 1;
  const owner = await server.database.owner();
  return arrangeSeat(owner, {
    userName: `a.spare${spent}`,
    county: countyA,
    unit: everyone.units.desk,
    role: 'countyAdmin',
    reach: 'county',
    reachId: countyA,
  });
}

async function caller(one: WalkedRoute): Promise<Ask> {
  const { access } = one.meta;
  if (access === 'public') return server.nobody;
  const own = Object.values(everyone.seats).filter((seat) => seat.userName.startsWith('a.'));
  const [seat] = access === 'signedIn' ? own : await seatsFor(server, own, access as Action, one.meta.purpose);
  if (!seat) throw new Error(`nobody may call ${one.name}`);
  return server.as(seat);
}

/** Sends an input the way a client would: path, query or body; beside a body that is a stream, the rest is in the query. */
function send(ask: Ask, one: WalkedRoute, input: unknown, { bytes, type }: Streamed): Promise<Answer> {
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
  const streamed = one.meta.body === 'stream';
  if (one.method !== 'GET' && !streamed)
    return ask(one.method, `/api${path}`, fields ?? input ?? undefined, { 'content-type': 'application/json' });
  const query = new URLSearchParams(
    Object.entries(fields ?? {}).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value.toWellFormed().slice(0, 500) : String(JSON.stringify(value)),
    ]),
  );
  if (streamed) return ask(one.method, `/api${path}?${query}`, Buffer.from(bytes), { 'content-type': type });
  return ask('GET', `/api${path}?${query}`);
}

/** A body that is a file, and what it says it is: often not the same. */
type Streamed = { readonly bytes: Uint8Array; readonly type: string };
const streams: fc.Arbitrary<Streamed> = fc.record({
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .constantFrom('%PDF-1.7\n', '\x89PNG\r\n\x1a\n', '<svg onload="alert(1)"/>', 'PK\x03\x04', '{"a":')
      .map((text) => Buffer.from(text, 'latin1')),
  ),
  type: fc.constantFrom('application/octet-stream', 'image/png', 'text/html', 'application/json', 'application/pdf'),
});

test.each(routes.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
  const ends = endsSessions.has(one.name);
  let ask = ends ? await server.as(await expendable()) : await caller(one);
  const about = ends ? [(await expendable()).id, (await expendable()).id] : ids;
  const schema = z.toJSONSchema(one.input, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  const fitting = arbitraryOf(schema, about);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fitting, spoilt(fitting)), streams, async (input, streamed) => {
      const answer = await send(ask, one, input, streamed);
      // Whoever has signed himself out goes on as the next.
      if (ends && (await ask('GET', '/api/session')).status === 401) ask = await server.as(await expendable());
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

test('no route is left out', () => {
  const named = new Set(routes.map((one) => one.name));
  expect([...endsSessions].filter((name) => !named.has(name))).toEqual([]);
  expect(routes.filter((one) => one.meta.body === 'stream').length).toBeGreaterThan(1);
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

test('a day of a report that lies ahead is named', async () => {
  const answer = await server.nobody('POST', '/api/reports', {
    county: countyA,
    narrative: '一件',
    occurredOn: '1990101',
    persons: [{ name: '陳' }, { name: '林', birthDate: '1990101' }],
  });
  expect(answer.body).toMatchObject({
    code: 'invalidInput',
    fields: [
      { path: 'occurredOn', reason: 'future' },
      { path: 'persons.1.birthDate', reason: 'future' },
    ],
  });
});
