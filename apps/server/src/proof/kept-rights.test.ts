// A repeated write gives the first answer again only to somebody who may still see what it speaks of; what one may do next is told as of now.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyB } from '../testing/arrange.ts';
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

test('a merge names its persons in the body alone: whoever has lost one of them does not get the answer', async () => {
  const owner = await server.database.owner();
  const [one, two] = ['01000000-0000-7000-8000-000000000011', '01000000-0000-7000-8000-000000000012'];
  await owner.query(
    `insert into people.person (id, county, name, birth_date, birth_precision, demo)
       select x.id, p.county, x.name, '2019-03-14', 'day', p.demo from (select county, demo from people.person limit 1) p, (values ($1::uuid, '王一'), ($2::uuid, '王二')) x(id, name)`,
    [one, two],
  );
  const steward = await server.as(everyone.seats['a.steward']!);
  const merge = () =>
    steward(
      'POST',
      '/api/matching/merge',
      { personId: two, otherId: one, version: 1, otherVersion: 1, reason: '同一人' },
      { 'idempotency-key': 'kept-merge-0001' },
    );
  const first = await merge();
  expect(first.status, first.text).toBe(200);
  expect((await merge()).body).toEqual(first.body);
  await owner.query('update people.person set county = $2 where id = $1', [one, countyB]);
  const lost = await merge();
  expect([lost.status, lost.body.code], lost.text).toEqual([404, 'notFound']);
  await owner.query('update people.person set county = (select county from people.person where id = $2) where id = $1', [one, two]);
  expect((await merge()).body).toEqual(first.body);
});
