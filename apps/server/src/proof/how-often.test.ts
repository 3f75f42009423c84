// How often one may ask: a receipt code guessed, one address that reports and signs in, one account that sends files.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countyA, districtA } from '../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
}, 120_000);
afterAll(() => server?.close());

const report = (narrative: string) => ({ county: countyA, district: districtA, narrative, persons: [{ name: '陳怡君' }] });

describe('how often', () => {
  test('a receipt code may be guessed: five times, then the receipt is locked; the right code too must wait', async () => {
    const sent = await server.nobody('POST', '/api/reports', report('猜'));
    const number = sent.body.receipt;
    const codes: unknown[] = [];
    for (let i = 0; i < 6; i++)
      codes.push((await server.nobody('POST', '/api/receipts/status', { number, code: 'AAAA-AAAA-AAAA-AAAA-AAAA' })).body.code);
    expect(codes).toEqual(['receiptUnknown', 'receiptUnknown', 'receiptUnknown', 'receiptUnknown', 'receiptUnknown', 'receiptLocked']);
    expect((await server.nobody('POST', '/api/receipts/status', { number, code: sent.body.code })).body.code).toBe('receiptLocked');
  });

  test('one address may report and sign in', async () => {
    const small = await startTestServer({ ANWANG_LIMIT_REPORTS: '2', ANWANG_LIMIT_SIGN_IN: '3' });
    try {
      const codes: unknown[] = [];
      for (let i = 0; i < 3; i++) codes.push((await small.nobody('POST', '/api/reports', report('多'))).status);
      expect(codes).toEqual([422, 422, 429]);
      const tries: unknown[] = [];
      for (let i = 0; i < 4; i++)
        tries.push((await small.nobody('POST', '/api/session/sign-in', { userName: 'nobody', password: 'x' })).status);
      expect(tries).toEqual([401, 401, 401, 429]);
    } finally {
      await small.close();
    }
  });

  test('an account may send files, however many its office sends', async () => {
    await server.nobody('POST', '/api/reports', report('附件'));
    const screener = await server.as(everyone.seats['a.screener']!);
    const [row] = (await screener('GET', '/api/screening/queue')).body.rows as unknown as { id: string }[];
    const send = async (who: string) => {
      const reply = await server.app.inject({
        method: 'POST',
        url: `/api/files?ownerKind=report&ownerId=${row?.id}&name=a.js`,
        headers: {
          cookie: server.cookieOf(everyone.seats[who]!),
          'idempotency-key': `many-${Math.random()}`,
          'content-type': 'application/octet-stream',
        },
        payload: Buffer.from('alert(1)'),
      });
      return reply.statusCode;
    };
    await server.as(everyone.seats['a.reviewer']!);
    const codes = [];
    for (let i = 0; i < 62; i++) codes.push(await send('a.screener'));
    expect(codes.at(-1)).toBe(429);
    expect(await send('a.reviewer')).not.toBe(429);
  });
});
