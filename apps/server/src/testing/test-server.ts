// The real server on a database of its own, without a socket: requests are injected. Its clock can be set.
import { type Instant, instantFromMs } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildHouse } from '../build-house.ts';
import { handlers } from '../features/index.ts';
import type { House } from '../house.ts';
import { makeApp } from '../http/app.ts';
import type { AllHandlers } from '../http/handlers.ts';
import { readSettings } from '../settings.ts';
import { password, type Seat } from './arrange.ts';
import { oneSessionAtOnce } from './one-session-at-once.ts';

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: Record<string, never> & Record<string, unknown>;
  readonly headers: Record<string, unknown>;
  readonly text: string;
};
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

export type TestServer = {
  readonly database: TestDatabase;
  readonly app: FastifyInstance;
  readonly house: House;
  /** What the server wrote to its log. */
  readonly log: string[];
  setClock(at: Instant | null): void;
  /** Makes the login of a seat and signs it in. */
  as(seat: Seat): Promise<Ask>;
  readonly nobody: Ask;
  /** The cookies of a seat that is signed in. */
  cookieOf(seat: Seat): string;
  close(): Promise<void>;
};

const secret = 'test secret of at least forty-three characters';

/** Starts it. Limits are wide unless a test sets them. */
export async function startTestServer(environment: Record<string, string> = {}, replaced: Partial<AllHandlers> = {}): Promise<TestServer> {
  const database = await temporaryDatabase();
  const settings = readSettings({
    ANWANG_LIMIT_REPORTS: '100000',
    ANWANG_LIMIT_RECEIPTS: '100000',
    ANWANG_LIMIT_SIGN_IN: '100000',
    ANWANG_LIMIT_ACCOUNT: '100000',
    ...environment,
  });
  const log: string[] = [];
  let clock: Instant | null = null;
  const { house, close } = await buildHouse({
    store: oneSessionAtOnce(database.store),
    settings,
    origin: 'http://127.0.0.1:8080',
    secret,
    now: () => clock ?? instantFromMs(Date.now()),
    onError: (what, error) => log.push(`${what}: ${String(error)}`),
  });
  const app = await makeApp({
    house,
    handlers: { ...handlers, ...replaced },
    log: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    web: null,
  });
  let requests = 0;
  const ask =
    (cookie: string | null): Ask =>
    async (method, path, body, headers = {}) => {
      requests += 1;
      const reply = await app.inject({
        method: method as 'GET',
        url: path,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(method === 'GET' ? {} : { 'idempotency-key': `test-key-${requests}-${Math.random()}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const type = String(reply.headers['content-type'] ?? '');
      return { status: reply.statusCode, type, body: type.includes('json') ? reply.json() : {}, headers: reply.headers, text: reply.body };
    };
  const cookies = new Map<string, string>();
  return {
    database,
    app,
    house,
    log,
    setClock: (at) => {
      clock = at;
    },
    nobody: ask(null),
    cookieOf: (seat) => cookies.get(seat.id) ?? '',
    as: async (seat) => {
      if (!cookies.has(seat.id)) {
        await house.auth.provision({ id: seat.id, userName: seat.userName, name: seat.userName }, password);
        const reply = await app.inject({ method: 'POST', url: '/api/session/sign-in', payload: { userName: seat.userName, password } });
        if (reply.statusCode !== 200) throw new Error(`sign-in of ${seat.userName} failed: ${reply.body}`);
        cookies.set(
          seat.id,
          [reply.headers['set-cookie'] ?? []]
            .flat()
            .map((one) => one.split(';')[0])
            .join('; '),
        );
      }
      return ask(cookies.get(seat.id) ?? null);
    },
    close: async () => {
      await app.close();
      await close();
      await database.close();
    },
  };
}
