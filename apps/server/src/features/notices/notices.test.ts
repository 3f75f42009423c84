// What happens tells those who must act, at once and inside the product: a dispatch its unit, a dispute the arbiter, the arbiter's word the unit, a proposal the
// supervisor, a decision whoever proposed, a re-report the lead; each reader marks for himself; nothing personal is in it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyA } from '../../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';
import { arrangeStory, type Story } from '../../testing/story.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
}, 180_000);
afterAll(() => server?.close());

const as = (name: string) => server.as(everyone.seats[name]!);
type Row = { id: string; kind: string; urgent: boolean; ref: string | null; leadsTo: { to: string; id: string | null }; read: boolean };
const mine = async (name: string): Promise<Row[]> => {
  const answer = await (await as(name))('GET', '/api/notices?limit=200');
  expect(answer.status, answer.text).toBe(200);
  for (const secret of story.secrets) expect(answer.text).not.toContain(secret);
  return answer.body.rows as unknown as Row[];
};
const kinds = async (name: string) => (await mine(name)).map((row) => row.kind);

test('the unit of a dispatch and the worker of a new case are told; other units and counties are not', async () => {
  expect(await kinds('a.supervisor')).toContain('dispatch.sent');
  expect(await mine('a.worker')).toMatchObject([
    { kind: 'case.assigned', leadsTo: { to: 'case', id: story.ids.caseId }, ref: expect.stringMatching(/^VF-/) },
  ]);
  for (const name of ['a.other', 'a.partner', 'b.supervisor', 'b.worker']) expect(await mine(name)).toEqual([]);
});

test('a dispute goes to the arbiter, the word of the arbiter to the unit', async () => {
  const supervisor = await as('a.supervisor');
  const confirmed = { ...story.bodies['review.decide'], decision: 'confirmed', reason: null };
  const decided = await (await as('a.reviewer'))('POST', `/api/review/reports/${story.own[2]}/decide`, confirmed);
  expect(decided.status, decided.text).toBe(200);
  const [row] = (await supervisor('GET', '/api/dispatch/inbox')).body.rows as unknown as { id: string; version: number }[];
  const body = { version: row!.version, reason: 'otherDistrict', note: '非本區' };
  expect((await supervisor('POST', `/api/dispatch/${row!.id}/dispute`, body)).status).toBe(200);
  expect(await mine('a.arbiter')).toMatchObject([{ kind: 'dispatch.disputed', urgent: true, leadsTo: { to: 'arbitration' } }]);
  expect(await mine('b.arbiter')).toEqual([]);
  const word = await (await as('a.arbiter'))('POST', `/api/dispatch/${row!.id}/arbitrate`, {
    version: row!.version + 1,
    outcome: 'upheld',
    reason: '屬本區',
  });
  expect(word.status, word.text).toBe(200);
  const [told] = (await mine('a.supervisor')).filter((each) => each.kind === 'dispatch.arbitrated');
  expect(told, 'which of them it was').toMatchObject({ ref: expect.stringMatching(/^115-|^\d/), leadsTo: { to: 'inbox' } });
});

test('a new report on a family in service reaches the lead and the supervisor as soon as it is known to be them, by number or by a person', async () => {
  const repeats = async (name: string) => (await mine(name)).filter((row) => row.kind === 'report.repeat');
  const screener = await as('a.screener');
  expect(await repeats('a.worker'), 'a doubtful pair changes nothing').toEqual([]);
  const family = await screener('GET', `/api/screening/reports/${story.ids.reportId}/family`);
  const pair = (family.body.candidates as unknown as { linkId: string; personId: string; version: number }[]).find(
    (one) => one.personId === story.ids.personId,
  );
  const confirmed = await screener('POST', `/api/matching/links/${pair!.linkId}/confirm`, { version: pair!.version });
  expect(confirmed.status, confirmed.text).toBe(200);
  for (const name of ['a.worker', 'a.supervisor'])
    expect(await repeats(name), name).toMatchObject([{ urgent: true, leadsTo: { to: 'case', id: story.ids.caseId } }]);
  for (const name of ['a.other', 'a.otherworker', 'b.worker']) expect(await repeats(name), name).toEqual([]);
});

test('a proposal waits with the supervisor, the decision goes back to whoever proposed', async () => {
  const worker = await as('a.worker');
  let version = Number((await worker('GET', `/api/cases/${story.ids.caseId}`)).body.version);
  const act = async (name: string, command: object) => {
    const answer = await (await as(name))('POST', `/api/cases/${story.ids.caseId}/act`, { version, command });
    expect(answer.status, answer.text).toBe(200);
    version = Number(answer.body.version);
  };
  await act('a.worker', {
    type: 'recordVisit',
    happenedAt: new Date(Date.now() - 1000).toISOString(),
    method: 'homeVisit',
    outcome: 'met',
  });
  await act('a.worker', { type: 'proposeOpening', decision: 'notOpened', reason: 'noFactor', summary: '查無需要' });
  expect(await kinds('a.supervisor')).toContain('case.approval');
  await act('a.supervisor', { type: 'decideOpening', decision: 'approved' });
  expect(await kinds('a.worker')).toContain('case.decided');
  expect(await kinds('a.supervisor')).not.toContain('case.decided');
});

test('reading marks for the reader alone', async () => {
  const worker = await as('a.worker');
  const before = (await worker('GET', '/api/notices/count')).body as unknown as { unread: number };
  const [first] = await mine('a.worker');
  expect((await worker('POST', '/api/notices/read', { ids: [first!.id] })).body).toEqual({ read: 1 });
  expect((await worker('GET', '/api/notices/count')).body).toMatchObject({ unread: before.unread - 1 });
  expect((await worker('GET', '/api/notices?unread=true')).text).not.toContain(first!.id);
  const other = (await mine('a.supervisor'))[0]!;
  expect((await worker('POST', '/api/notices/read', { ids: [other.id] })).body, 'not mine to read').toEqual({ read: 0 });
  expect((await worker('POST', '/api/notices/read', { ids: null })).status).toBe(200);
  expect((await worker('GET', '/api/notices/count')).body).toEqual({ unread: 0, urgent: 0 });
  expect((await mine('a.supervisor')).some((row) => !row.read)).toBe(true);
});

test('what is urgent is counted though more than a hundred others wait', async () => {
  const owner = await server.database.owner();
  const to = everyone.seats['a.worker']!.id;
  await owner.query(
    `insert into system.notice (to_account, county, kind, once) select $1, $2, case when n = 150 then 'breakGlass.used' else 'case.assigned' end, 'many ' || n from generate_series(1, 150) n`,
    [to, countyA],
  );
  expect((await (await as('a.worker'))('GET', '/api/notices/count')).body).toEqual({ unread: 100, urgent: 1 });
});
