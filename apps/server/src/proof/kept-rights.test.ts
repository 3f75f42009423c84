// A repeated write gives the first answer again only to somebody who may still see what it speaks of; what one may do next is told as of now.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { arrangeStory, type Story } from '../testing/story.ts';
import { type Ask, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;
let worker: Ask;
const headers = { 'idempotency-key': 'kept-rights-0001' };
const note = () => ({ version: 3, command: { type: 'addNote', note: '一段紀錄' } });

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
  worker = await server.as(everyone.seats['a.worker']!);
}, 180_000);
afterAll(() => server?.close());

test('what may be done next is that of the moment', async () => {
  const first = await worker('POST', `/api/cases/${story.ids.caseId}/act`, note(), headers);
  expect(first.status, first.text).toBe(200);
  expect(first.text).toContain('recordVisit');
  const owner = await server.database.owner();
  const supervisor = await server.as(everyone.seats['a.supervisor']!);
  const handed = await supervisor('POST', `/api/cases/${story.ids.caseId}/act`, {
    version: first.body.version,
    command: { type: 'addNote', note: '督導紀錄' },
  });
  expect(handed.status, handed.text).toBe(200);
  const again = await worker('POST', `/api/cases/${story.ids.caseId}/act`, note(), headers);
  expect(again.status, again.text).toBe(200);
  expect([again.body.version, again.body.eventId]).toEqual([first.body.version, first.body.eventId]);
  const events = await owner.query(`select count(*)::int as n from casework.event where case_id = $1 and type = 'noteAdded'`, [
    story.ids.caseId,
  ]);
  expect(events.rows).toEqual([{ n: 2 }]);
});

test('whoever has lost the case does not get the answer about it', async () => {
  const owner = await server.database.owner();
  await owner.query(`update casework.assignment set until = now() where case_id = $1 and account_id = $2`, [
    story.ids.caseId,
    everyone.seats['a.worker']!.id,
  ]);
  const lost = await worker('POST', `/api/cases/${story.ids.caseId}/act`, note(), headers);
  expect([lost.status, lost.body.code]).toEqual([404, 'notFound']);
  await owner.query(`update casework.assignment set until = null where case_id = $1 and account_id = $2`, [
    story.ids.caseId,
    everyone.seats['a.worker']!.id,
  ]);
  expect((await worker('POST', `/api/cases/${story.ids.caseId}/act`, note(), headers)).status).toBe(200);
});

test('an act that the account may no longer do is refused before anything kept is read', async () => {
  const owner = await server.database.owner();
  await owner.query(`update org."grant" set valid_until = now() where account_id = $1; `, [everyone.seats['a.worker']!.id]);
  await owner.query(`update org.account set version = version + 1 where id = $1`, [everyone.seats['a.worker']!.id]);
  const refused = await worker('POST', `/api/cases/${story.ids.caseId}/act`, note(), headers);
  expect(refused.status).toBe(403);
});
