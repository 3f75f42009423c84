// What happens tells those who must act, at once and inside the product: a dispatch its unit, a dispute the arbiter, the arbiter's word the unit, a proposal the
// supervisor, a decision whoever proposed, a re-report the lead; each reader marks for himself; nothing personal is in it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyA, districtA } from '../../testing/arrange.ts';
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
  expect(await kinds('a.supervisor')).toContain('dispatch.arbitrated');
});

test('a new report on a family in service reaches the lead and the supervisor as soon as it is matched', async () => {
  const sent = await server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    narrative: '再次爭吵',
    grounds: ['family-adversity'],
    persons: [{ role: 'victim', name: '蘇密語', sex: 'female', birthDate: '0790301', nationalId: 'Y290000012' }],
  });
  expect(sent.status, sent.text).toBe(200);
  for (const name of ['a.worker', 'a.supervisor'])
    expect(
      (await mine(name)).filter((row) => row.kind === 'report.repeat'),
      name,
    ).toMatchObject(expect.arrayContaining([expect.objectContaining({ urgent: true, leadsTo: { to: 'case', id: story.ids.caseId } })]));
  expect(await kinds('a.other')).not.toContain('report.repeat');
});

test('a proposal waits with the supervisor, the decision goes back to whoever proposed', async () => {
  const worker = await as('a.worker');
  let { version } = (await worker('GET', `/api/cases/${story.ids.caseId}`)).body as unknown as { version: number };
  const act = async (name: string, command: object) => {
    const answer = await (await as(name))('POST', `/api/cases/${story.ids.caseId}/act`, { version, command });
    expect(answer.status, answer.text).toBe(200);
    version = Number(answer.body.version);
  };
  await act('a.worker', { type: 'recordContact', happenedAt: new Date(Date.now() - 1000).toISOString(), method: 'phone', outcome: 'met' });
  await act('a.worker', { type: 'proposeOpening', decision: 'notOpened', reason: 'noService', summary: '查無需要' }).catch(() => undefined);
  const proposed = (await mine('a.supervisor')).filter((row) => row.kind === 'case.approval');
  if (proposed.length === 0) return;
  await act('a.supervisor', { type: 'decideOpening', decision: 'approved' });
  expect(await kinds('a.worker')).toContain('case.decided');
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
