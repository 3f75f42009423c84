// A family's way through the house, told over the API with every reason that somebody types on the way, and then erased: no word of it is left in any column of any
// table, the server's log never had one, and the screens that spoke of it still answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expunge } from '@anwang/store/erasure';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { arrangeStory, type Story } from '../testing/story.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;
/** Typed by staff; `密件` and the names come with the story itself. */
const typed = ['緊急密理由甲', '更正密理由乙', '草稿密文字丙', '紀錄密文字丁'];

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
  const post = async (seat: string, path: string, body: object): Promise<void> => {
    const answer = await (await server.as(everyone.seats[seat]!))('POST', path, body);
    expect(answer.status, `${path} ${answer.text}`).toBe(200);
  };
  await post('a.otherworker', '/api/breakglass', { targetKind: 'case', targetId: story.ids.caseId, reason: `${typed[0]}：家屬有立即危險` });
  await post('a.worker', `/api/cases/${story.ids.caseId}/act`, { version: 3, command: { type: 'addNote', note: typed[3] } });
  const owner = await server.database.owner();
  const { rows } = await owner.query<{ id: string }>('select id from people.identifier where person_id = $1', [story.ids.personId]);
  await post('a.screener', `/api/people/${story.ids.personId}/reveal`, { kind: 'identifier', id: rows[0]?.id, reason: typed[1] });
}, 180_000);
afterAll(() => server?.close());

/** Tables with a row in which one of the words stands in the clear. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const owner = await server.database.owner();
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and schemaname not like 'graphile%'`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await owner.query(
      `select from ${name} x where exists (select from unnest($1::text[]) w where strpos(x::text, w) > 0) limit 1`,
      [words],
    );
    if (hit.rowCount) found.push(name);
  }
  return found.sort();
}

test('no word is left in a table, and none was in the log', async () => {
  const owner = await server.database.owner();
  const family = ['蘇密語', '蘇小密', '蔡對方'];
  const words = [...story.secrets.filter((word) => word !== '第三人'), ...typed];
  // Before: names in the index, the reason of the emergency in the clear.
  expect(await tablesWith(words)).toEqual(expect.arrayContaining(['people.person', 'access.break_glass']));
  const { rows } = await owner.query<{ id: string }>('select id from people.person where name = any($1)', [family]);
  expect(rows.length).toBeGreaterThanOrEqual(3);
  const folder = mkdtempSync(join(tmpdir(), 'anwang-erased-'));
  try {
    await expunge(
      server.database.targets.owner,
      server.database.ring,
      {
        personIds: rows.map((row) => row.id),
        orderRef: '少觀字第9號',
        legalBasis: '少事法83-1',
        orderedBy: everyone.seats['a.admin']!.id,
      },
      join(folder, 'erasures.jsonl'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(await tablesWith(words)).toEqual([]);
  const log = server.log.join('\n');
  expect(words.filter((word) => log.includes(word))).toEqual([]);
}, 120_000);

test('the screens that spoke of them answer without a fault', async () => {
  for (const [seat, path] of [
    ['a.screener', `/api/screening/reports/${story.own[0]}`],
    ['a.worker', `/api/cases/${story.ids.caseId}`],
    ['a.worker', `/api/cases/${story.ids.caseId}/timeline`],
    ['a.worker', `/api/people/${story.ids.personId}`],
    ['a.supervisor', '/api/cases'],
    ['a.auditor', '/api/audit?limit=200'],
  ] as const) {
    const answer = await (await server.as(everyone.seats[seat]!))('GET', path);
    expect(answer.status, `${path} ${answer.text}`).toBeLessThan(500);
    expect(answer.text).not.toContain('密');
  }
});
