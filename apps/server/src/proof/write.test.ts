// Writes: repeated keys, stale versions, rare characters, files that lie, and how often one may ask.

import { wipe } from '@anwang/store/erasure';
import { claimKey } from '@anwang/store/idempotency';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countyA, districtA } from '../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { type Ask, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let screener: Ask;

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  screener = await server.as(everyone.seats['a.screener']!);
}, 120_000);
afterAll(() => server?.close());

const report = (narrative: string, more: object = {}) => ({
  county: countyA,
  district: districtA,
  narrative,
  persons: [{ name: '陳怡君', ...more }],
});
const newest = async (): Promise<{ id: string; title: string; version: number }> => {
  const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
    id: string;
    title: string;
    version: number;
  }[];
  return rows.sort((a, b) => b.id.localeCompare(a.id))[0]!;
};

describe('a key', () => {
  test('gives the first answer again, for the same body only', async () => {
    const headers = { 'idempotency-key': 'same-key-0001' };
    const first = await server.nobody('POST', '/api/reports', report('一件'), headers);
    const again = await server.nobody('POST', '/api/reports', report('一件'), headers);
    expect(again.body, again.text).toEqual(first.body);
    const other = await server.nobody('POST', '/api/reports', report('另一件'), headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyMismatch']);
    const owner = await server.database.owner();
    expect((await owner.query('select count(*)::int as n from intake.report')).rows).toEqual([{ n: 1 }]);
  });

  test('keeps no receipt code that could be read', async () => {
    const owner = await server.database.owner();
    const sent = await server.nobody('POST', '/api/reports', report('密碼'));
    const code = String(sent.body.code);
    const kept = await owner.query<{ key: string; route: string; actor_id: string; answer: Buffer }>(
      'select * from system.idempotency order by created_at desc limit 1',
    );
    const { key, route, actor_id: actor } = kept.rows[0]!;
    const opened = await server.house.store.withActor({ id: actor }, 'public', { route }, async (tx) => {
      const row = await tx.selectFrom('system.idempotency').select('body_digest').where('key', '=', key).executeTakeFirstOrThrow();
      return JSON.stringify(await claimKey(tx, { key, digest: row.body_digest }));
    });
    expect(opened).toContain('receipt');
    expect(opened).not.toContain(code);
    expect(code.replaceAll('-', '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
  });

  test('used twice at the same moment does the work once', async () => {
    const headers = { 'idempotency-key': 'twice-at-once-1' };
    const answers = await Promise.all([1, 2, 3].map(() => server.nobody('POST', '/api/reports', report('同時'), headers)));
    expect(new Set(answers.map((answer) => answer.text)).size, answers.map((answer) => answer.text).join()).toBe(1);
    expect(answers[0]?.status).toBe(200);
  });

  test('used twice at the same moment on a thing that the first changes gives both the first answer, no conflict with oneself', async () => {
    await server.nobody('POST', '/api/reports', report('雙擊'));
    const row = await newest();
    const body = { version: row.version, grounds: ['family-adversity'], needs: [], immediateDanger: 'no', childrenInHome: 'no' };
    const headers = { 'idempotency-key': 'twice-at-once-2' };
    const answers = await Promise.all([1, 2, 3].map(() => screener('POST', `/api/screening/reports/${row.id}/assess`, body, headers)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  });

  test('whose answer went with an erasure says so and does the work no second time; with another body it is a mismatch as before', async () => {
    const owner = await server.database.owner();
    const headers = { 'idempotency-key': 'erased-key-0001' };
    const first = await server.nobody('POST', '/api/reports', report('將被遺忘'), headers);
    expect(first.status, first.text).toBe(200);
    const count = async () => (await owner.query('select count(*)::int as n from intake.report')).rows;
    const before = await count();
    // Every order forgets the kept answers, whomever it is about.
    await wipe(owner, { personIds: [], subjectIds: [], recordIds: [], reportIds: [], caseIds: [], names: [], undecided: [] });
    const again = await server.nobody('POST', '/api/reports', report('將被遺忘'), headers);
    expect([again.status, again.type, again.body.code]).toEqual([410, 'application/problem+json; charset=utf-8', 'erased']);
    expect(again.text).not.toContain(String(first.body.receipt));
    const other = await server.nobody('POST', '/api/reports', report('另一件'), headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyMismatch']);
    expect(await count()).toEqual(before);
  });

  test('is asked for', async () => {
    const answer = await server.nobody('POST', '/api/reports', report('無鍵'), { 'idempotency-key': '' });
    expect(answer.body.code).toBe('idempotencyKeyNeeded');
  });
});

test('a stale version gives both sides and changes nothing', async () => {
  await server.nobody('POST', '/api/reports', report('版本'));
  const row = await newest();
  const body = { version: row.version, grounds: ['family-adversity'], needs: [], immediateDanger: 'no', childrenInHome: 'no' };
  const first = await screener('POST', `/api/screening/reports/${row.id}/assess`, body);
  expect(first.status, first.text).toBe(200);
  const second = await screener('POST', `/api/screening/reports/${row.id}/assess`, body);
  expect(second.body).toMatchObject({
    code: 'versionConflict',
    facts: { based: row.version, theirs: { status: 'screening' }, yours: { grounds: ['family-adversity'] } },
  });
});

describe('text', () => {
  test('keeps rare characters, folds digits, drops what nobody sees', async () => {
    const sent = await server.nobody(
      'POST',
      '/api/reports',
      report('𠮷田的孩子\u200b', { name: '𠮷\u200b田○明', birthDate: '１１３０２２９', nationalId: 'Ａ１２３４５６７８９' }),
    );
    expect(sent.status, sent.text).toBe(200);
    const row = await newest();
    const view = await screener('GET', `/api/screening/reports/${row.id}`);
    expect(view.body).toMatchObject({
      narrative: '𠮷田的孩子',
      persons: [{ name: '𠮷田○明', birthDate: '2024-02-29', identifierGiven: true }],
    });
  });
});

describe('a file', () => {
  const send = async (name: string, bytes: Buffer) => {
    const row = await newest();
    const reply = await server.app.inject({
      method: 'POST',
      url: `/api/files?ownerKind=report&ownerId=${row.id}&name=${encodeURIComponent(name)}`,
      headers: {
        cookie: server.cookieOf(everyone.seats['a.screener']!),
        'idempotency-key': `file-${Math.random()}`,
        'content-type': 'application/octet-stream',
      },
      payload: bytes,
    });
    return { status: reply.statusCode, body: reply.json() };
  };
  const picture = (): Promise<Buffer> =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } })
      .withExif({ IFD0: { Copyright: 'secret place', Model: 'camera-of-somebody' } })
      .jpeg()
      .toBuffer();

  test('that is a picture comes back without its metadata, as a download', async () => {
    const original = await picture();
    expect(original.toString('latin1')).toContain('secret place');
    const kept = await send('傷勢.jpg', original);
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    const got = await server.app.inject({
      method: 'GET',
      url: `/api/files/${kept.body.id}`,
      headers: { cookie: server.cookieOf(everyone.seats['a.screener']!) },
    });
    expect([got.statusCode, got.headers['content-type'], got.headers['x-content-type-options']]).toEqual([200, 'image/jpeg', 'nosniff']);
    expect(got.headers['content-disposition']).toMatch(/^attachment/);
    expect(got.headers['content-security-policy']).toContain('sandbox');
    expect(got.rawPayload.toString('latin1')).not.toContain('secret place');
    expect((await sharp(got.rawPayload).metadata()).width).toBe(8);
    const owner = await server.database.owner();
    const sealed = await owner.query<{ id: string }>('select original_of as id from files.file where id = $1', [kept.body.id]);
    const asked = await server.app.inject({
      method: 'GET',
      url: `/api/files/${sealed.rows[0]?.id}`,
      headers: { cookie: server.cookieOf(everyone.seats['a.screener']!) },
    });
    expect(asked.statusCode).toBe(200);
    expect(asked.rawPayload.equals(got.rawPayload)).toBe(true);
  });

  test.each([
    ['program.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 1)]), 'typeForbidden'],
    ['page.txt', Buffer.from('<html><script>alert(1)</script></html>'), 'typeForbidden'],
    ['letter.pdf', Buffer.from('只是文字'), 'typeMismatch'],
    ['script.js', Buffer.from('alert(1)'), 'typeMismatch'],
    ['empty.txt', Buffer.alloc(0), 'incomplete'],
    ['broken.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 1, 1, 1]), 'typeMismatch'],
  ])('%s that lies is refused', async (name, bytes, reason) => {
    const answer = await send(name, bytes);
    expect([answer.status, answer.body.code, answer.body.facts?.reason]).toEqual([422, 'fileRejected', reason]);
  });

  test('that is a picture under a name of text is refused', async () => {
    expect((await send('photo.pdf', await picture())).body).toMatchObject({ code: 'fileRejected', facts: { reason: 'typeMismatch' } });
  });

  test('of a reporter comes in by receipt and code, and is seen by the desk, never by the reporter', async () => {
    const sent = await server.nobody('POST', '/api/reports', report('附檔'));
    const upload = async (code: string) =>
      server.app.inject({
        method: 'POST',
        url: `/api/receipts/${sent.body.receipt}/files?name=${encodeURIComponent('照片.jpg')}`,
        headers: { 'receipt-code': code, 'idempotency-key': `public-file-${code}`, 'content-type': 'application/octet-stream' },
        payload: await picture(),
      });
    expect((await upload('AAAA-AAAA-AAAA-AAAA-AAAA')).statusCode).toBe(404);
    const kept = await upload(String(sent.body.code));
    expect(kept.statusCode, kept.body).toBe(200);
    expect((await server.nobody('GET', `/api/files/${kept.json().id}`)).status).toBe(401);
    const row = await newest();
    const view = await screener('GET', `/api/screening/reports/${row.id}`);
    expect(view.body.files, view.text).toMatchObject([{ id: kept.json().id, name: '照片.jpg', type: 'image/jpeg' }]);
    const status = await server.nobody('POST', '/api/receipts/status', { number: sent.body.receipt, code: sent.body.code });
    expect(status.body).toMatchObject({ additions: [{ kind: 'file' }] });
  });

  test('whose transaction lost a race is not taken for an empty one, and comes in when it is sent again', async () => {
    const owner = await server.database.owner();
    // The first asking fails as a deadlock does; a sequence does not go back with its transaction.
    await owner.query(`create sequence files.asked; grant usage on sequence files.asked to public;
      create function files.lose() returns trigger language plpgsql as $$ begin
        if nextval('files.asked') = 1 then raise exception 'lost' using errcode = '40P01'; end if; return new; end $$;
      create trigger lose before insert on files.piece for each row execute function files.lose()`);
    try {
      const lost = await send('長照評估.txt', Buffer.from('評估全文'));
      expect([lost.status, lost.body.code]).toEqual([503, 'unavailable']);
      const kept = await send('長照評估.txt', Buffer.from('評估全文'));
      expect(kept.body, JSON.stringify(kept.body)).toMatchObject({ bytes: Buffer.byteLength('評估全文') });
    } finally {
      await owner.query('drop trigger lose on files.piece; drop function files.lose(); drop sequence files.asked');
    }
  });

  test('that is too large is refused, and half of it is not kept', async () => {
    const answer = await send('big.txt', Buffer.alloc(25 * 1024 * 1024 + 1, 0x61));
    expect(answer.body).toMatchObject({ code: 'fileRejected', facts: { reason: 'tooLarge' } });
    const owner = await server.database.owner();
    expect((await owner.query(`select count(*)::int as n from files.file where state <> 'whole'`)).rows).toEqual([{ n: 0 }]);
  });
});

test('another site cannot write with our cookie', async () => {
  const answer = await screener('POST', '/api/session/sign-out', {}, { 'sec-fetch-site': 'cross-site' });
  expect(answer.body).toMatchObject({ code: 'accessDenied', facts: { reason: 'crossSite' } });
});

test('the log of the server speaks of routes, not of people', () => {
  const log = server.log.join('\n');
  for (const word of ['陳怡君', '𠮷田', 'A123456789', 'AAAA-AAAA', '127.0.0.1']) expect(log).not.toContain(word);
  expect(log).toContain('/api/screening/reports/:reportId');
});
