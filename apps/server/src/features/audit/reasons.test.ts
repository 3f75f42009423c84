// What somebody typed as reason is read by the auditor of the county, each reading on record; nobody else reads it, the log holds no word of it, and it goes with its subject.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expunge } from '@anwang/store/erasure';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';
import { arrangeStory, type Story } from '../../testing/story.ts';
import { type Ask, startTestServer, type TestServer } from '../../testing/test-server.ts';

const why = { reporter: '要向通報老師確認地點', identifier: '與戶政核對證號', merge: '同一位家屬' };
let server: TestServer;
let everyone: Everyone;
let story: Story;
let auditor: Ask;

const reasonsSeen = async (ask: Ask): Promise<(string | null)[]> =>
  ((await ask('GET', '/api/audit?limit=200')).body.rows as unknown as { reason: string | null }[]).map((row) => row.reason);

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
  auditor = await server.as(everyone.seats['a.auditor']!);
  const screener = await server.as(everyone.seats['a.screener']!);
  const owner = await server.database.owner();
  const { rows } = await owner.query<{ id: string }>('select id from people.identifier where person_id = $1', [story.ids.personId]);
  const opened = await screener('POST', `/api/screening/reports/${story.ids.reportId}/reporter`, { reason: why.reporter });
  expect(opened.status, opened.text).toBe(200);
  const shown = await screener('POST', `/api/people/${story.ids.personId}/reveal`, {
    kind: 'identifier',
    id: rows[0]?.id,
    reason: why.identifier,
  });
  expect(shown.status, shown.text).toBe(200);
}, 180_000);
afterAll(() => server?.close());

test('the auditor reads them, and the reading is on record', async () => {
  expect(await reasonsSeen(auditor)).toEqual(expect.arrayContaining([why.reporter, why.identifier]));
  const owner = await server.database.owner();
  const { rows } = await owner.query(`select row_count from audit.entry where action = 'audit.readReason'`);
  expect(rows).toEqual([{ row_count: 2 }]);
});

test('the auditor of another county reads none, and the log holds no word of them', async () => {
  const elsewhere = await server.as(everyone.seats['b.auditor']!);
  expect((await reasonsSeen(elsewhere)).filter((reason) => reason !== null)).toEqual([]);
  const owner = await server.database.owner();
  const { rows } = await owner.query<{ text: string }>(
    `select to_jsonb(e)::text as text from audit.entry e union all select to_jsonb(r)::text from audit.reason r`,
  );
  for (const word of Object.values(why)) for (const row of rows) expect(row.text).not.toContain(word);
});

test('it goes with the subject, and the row of the log stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anwang-reasons-'));
  const before = (await reasonsSeen(auditor)).length;
  await expunge(
    server.database.targets.owner,
    server.database.ring,
    { personIds: [story.ids.personId ?? ''], orderRef: '1', legalBasis: 'test', orderedBy: everyone.seats['a.admin']!.id },
    join(folder, 'erasures.jsonl'),
  );
  rmSync(folder, { recursive: true, force: true });
  const after = await reasonsSeen(auditor);
  expect(after).not.toContain(why.identifier);
  expect(after.length).toBeGreaterThanOrEqual(before);
});
