// A report that is another county's to handle comes to that county's desk: with its words, its people, its files, its reporter and the reporter's receipt. The
// desk that handed it on keeps its own decision and sees nothing of what follows.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyA, countyB } from '../testing/arrange.ts';
import { type DeskWorld, aReport as report, startDesk } from '../testing/desk-world.ts';
import type { Ask, TestServer } from '../testing/test-server.ts';
import { matchInSession } from './match-filed.ts';

let world: DeskWorld;
let server: TestServer;
let screener: Ask;
let foreign: Ask;
beforeAll(async () => {
  world = await startDesk();
  server = world.server;
  screener = await world.as('screener');
  foreign = await world.as('foreign');
}, 120_000);
afterAll(() => world?.close());

const matchInSessionOf = (reportId: string) =>
  server.house.store.withActor(server.house.system.matcher, 'screening', { route: 'job', as: 'worker' }, (tx) =>
    matchInSession(server.house, tx, reportId),
  );

type Row = { id: string; title: string; number: string };
const inQueue = async (ask: Ask, title: string) =>
  ((await ask('GET', '/api/screening/queue?limit=200')).body.rows as unknown as Row[]).find((row) => row.title === title);
const refusal = (version: unknown, more: object = {}) => ({
  version,
  outcome: 'notAccepted',
  reason: 'otherCounty',
  toCounty: countyB,
  band: 'medium',
  differsReason: '案家住在他縣',
  note: '已先以電話告知對方派案中心',
  ...more,
});

test('closed here by a second person, it waits at the other desk; receipt, additions and reporter have gone along', async () => {
  const sent = await server.nobody(
    'POST',
    '/api/reports',
    report({
      narrative: '移轉敘述，孩子額頭有傷。',
      persons: [{ role: 'subject', name: '移轉者', nationalId: 'Y290000081' }],
      wantsReply: true,
    }),
  );
  const receipt = { number: sent.body.receipt ?? sent.body.number, code: sent.body.code };
  const row = (await inQueue(screener, '移轉者'))!;
  await screener('POST', `/api/reports/${row.id}/additions`, { text: '補充：住在他縣外婆家' });
  const attached = await server.app.inject({
    method: 'POST',
    url: `/api/receipts/${receipt.number}/files?name=a.png`,
    headers: { 'receipt-code': String(receipt.code), 'idempotency-key': 'hand-on-file', 'content-type': 'application/octet-stream' },
    payload: await sharp({ create: { width: 4, height: 4, channels: 3, background: '#888' } })
      .png()
      .toBuffer(),
  });
  expect(attached.statusCode, attached.body).toBe(200);
  const view = await screener('GET', `/api/screening/reports/${row.id}`);
  const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, refusal(view.body.version));
  expect(proposed.body, proposed.text).toMatchObject({ needsReview: true });
  expect(await inQueue(foreign, '移轉者'), 'one person alone hands nothing on').toBeUndefined();
  expect((await screener('GET', `/api/screening/reports/${row.id}`)).body).toMatchObject({
    proposal: { toCounty: countyB },
    handedTo: null,
  });
  const decided = await (await world.as('reviewer'))('POST', `/api/review/reports/${row.id}/decide`, {
    proposalId: proposed.body.proposalId,
    version: proposed.body.version,
    decision: 'confirmed',
  });
  expect(decided.status, decided.text).toBe(200);

  const there = (await inQueue(foreign, '移轉者'))!;
  expect(there.id).not.toBe(row.id);
  const other = await foreign('GET', `/api/screening/reports/${there.id}`);
  expect(other.body, other.text).toMatchObject({
    county: countyB,
    status: 'received',
    narrative: '移轉敘述，孩子額頭有傷。',
    handedFrom: { number: view.body.number, receivedAt: view.body.receivedAt },
    persons: [{ name: '移轉者' }],
    files: [{ name: expect.stringMatching(/^a/), type: 'image/png' }],
  });
  const { additions, clocks } = other.body as unknown as { additions: { text: string }[]; clocks: { rule: string }[] };
  expect(additions.map((each) => each.text).sort()).toEqual(['已先以電話告知對方派案中心', '補充：住在他縣外婆家'].sort());
  expect(clocks.length).toBe(2);
  const opened = await foreign('POST', `/api/screening/reports/${there.id}/reporter`, { reason: '聯繫通報人' });
  expect(opened.text, 'whoever reported can be asked').toContain('林老師');

  const here = await screener('GET', `/api/screening/reports/${row.id}`);
  expect(here.body).toMatchObject({ status: 'closedAtDesk', handedTo: { number: there.number }, additions: [], files: [] });
  expect((await screener('GET', `/api/screening/reports/${there.id}`)).status).toBe(404);
  expect((await foreign('GET', `/api/screening/reports/${row.id}`)).status).toBe(404);
  const status = await server.nobody('POST', '/api/receipts/status', receipt);
  expect(status.body, status.text).toMatchObject({
    state: 'received',
    receivedAt: view.body.receivedAt,
    handedTo: { zh: expect.any(String) },
  });
  const owner = await server.database.owner();
  const job = await owner.query<{ n: number }>('select count(*)::int as n from graphile_worker.jobs where key = $1', [`match:${there.id}`]);
  expect(job.rows[0]!.n, 'it is matched there like every report').toBe(1);
  await matchInSessionOf(there.id);
  expect((await foreign('GET', `/api/screening/reports/${there.id}`)).body, 'where it comes from is no earlier report').toMatchObject({
    priorReports: 0,
    persons: [{ name: '移轉者', personId: expect.any(String) }],
  });
});

test('a county is named for that reason alone, never the own, and never one that is not there', async () => {
  await server.nobody('POST', '/api/reports', report({ persons: [{ role: 'subject', name: '不移轉者' }] }));
  const { id } = (await inQueue(screener, '不移轉者'))!;
  const { version } = (await screener('GET', `/api/screening/reports/${id}`)).body;
  for (const wrong of [{ reason: 'noHarm' }, { toCounty: countyA }, { toCounty: '99999' }]) {
    const answer = await screener('POST', `/api/screening/reports/${id}/propose`, refusal(version, wrong));
    expect(answer.body, answer.text).toMatchObject({ code: 'invalidInput', fields: [{ path: 'toCounty', reason: 'notAllowed' }] });
  }
  const nowhere = await screener('POST', `/api/screening/reports/${id}/propose`, refusal(version, { toCounty: null }));
  expect(nowhere.status, nowhere.text).toBe(200);
});

test('nobody hands on by hand what no desk has closed, or what is out of reach', async () => {
  await server.nobody('POST', '/api/reports', report({ persons: [{ role: 'subject', name: '直呼者' }] }));
  const { id } = (await inQueue(screener, '直呼者'))!;
  for (const name of ['a.screener', 'a.worker', 'b.screener']) {
    const call = server.house.store.withActor({ id: world.everyone.seats[name]!.id }, 'screening', { route: 'test' }, (tx) =>
      tx.run(`select intake.hand_on($1::uuid, $2, gen_random_uuid(), 'x', now(), now(), now(), 'x')`, [id, countyB]),
    );
    await expect(call, name).rejects.toThrow(/handed on/);
  }
});
