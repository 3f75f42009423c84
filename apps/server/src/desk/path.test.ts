// The desk's path on a real database: a report from the public, its receipt, matching, the queue, proposal, second person, dispatch, dispute, arbitration.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrangePlaces, arrangeRoute, arrangeSeat, arrangeUnit, countyA, countyB, districtA, type Seat } from '../testing/arrange.ts';
import { type Ask, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
const seats: Record<string, Seat> = {};
let centre = '';
let other = '';

beforeAll(async () => {
  server = await startTestServer();
  const owner = await server.database.owner();
  await arrangePlaces(owner);
  const desk = await arrangeUnit(owner, countyA, 'desk', '派案中心');
  centre = await arrangeUnit(owner, countyA, 'familyServiceCentre', '甲中心');
  other = await arrangeUnit(owner, countyA, 'familyServiceCentre', '乙中心');
  const dvsa = await arrangeUnit(owner, countyA, 'dvsaCentre', '家防中心');
  for (const programme of ['vulnerable-family']) await arrangeRoute(owner, countyA, programme, centre);
  for (const programme of ['child-protection', 'intimate-partner-violence']) await arrangeRoute(owner, countyA, programme, dvsa);
  const county = { county: countyA, reach: 'county', reachId: countyA };
  seats['hotline'] = await arrangeSeat(owner, { ...county, userName: 'a.hotline', unit: desk, role: 'hotlineOperator' });
  seats['screener'] = await arrangeSeat(owner, { ...county, userName: 'a.screener', unit: desk, role: 'deskOfficer' });
  seats['reviewer'] = await arrangeSeat(owner, { ...county, userName: 'a.reviewer', unit: desk, role: 'deskReviewer' });
  seats['reviewer2'] = await arrangeSeat(owner, { ...county, userName: 'a.reviewer2', unit: desk, role: 'deskReviewer' });
  seats['arbiter'] = await arrangeSeat(owner, { ...county, userName: 'a.arbiter', unit: desk, role: 'arbiter' });
  seats['supervisor'] = await arrangeSeat(owner, {
    userName: 'a.supervisor',
    county: countyA,
    unit: centre,
    role: 'supervisor',
    reach: 'unit',
    reachId: centre,
  });
  seats['foreign'] = await arrangeSeat(owner, {
    userName: 'b.screener',
    county: countyB,
    role: 'deskOfficer',
    reach: 'county',
    reachId: countyB,
  });
}, 120_000);
afterAll(() => server?.close());

const as = (name: string): Promise<Ask> => server.as(seats[name]!);

const report = (more: object = {}) => ({
  county: countyA,
  district: districtA,
  reporterKind: 'education',
  reporter: { name: '林老師', phone: '0912345678' },
  narrative: '孩子說昨天晚上沒有吃飯。',
  grounds: ['family-adversity'],
  persons: [{ role: 'subject', name: '陳小宇', sex: 'male', birthDate: '1080314', addresses: ['甲一區中山路1號'] }],
  ...more,
});

describe('a report from the public', () => {
  test('gets a receipt whose code opens the status and nothing else', async () => {
    const sent = await server.nobody('POST', '/api/reports', report());
    expect(sent.body, sent.text).toMatchObject({ receipt: expect.stringMatching(/^99901-\d{3}-\d{4}-\d{4}$/) });
    expect(sent.status).toBe(200);
    const { receipt, code } = sent.body as unknown as { receipt: string; code: string };
    const status = await server.nobody('POST', '/api/receipts/status', { number: receipt, code });
    expect(status.body, status.text).toMatchObject({ state: 'received', additions: [] });
    const wrong = await server.nobody('POST', '/api/receipts/status', { number: receipt, code: 'AAAA-AAAA-AAAA-AAAA-AAAA' });
    expect(wrong.status).toBe(404);
    const added = await server.nobody('POST', '/api/receipts/additions', { number: receipt, code, text: '今天又沒來上學' });
    expect(added.status, added.text).toBe(200);
    expect((await server.nobody('POST', '/api/receipts/status', { number: receipt, code })).body).toMatchObject({
      additions: [{ kind: 'text' }],
    });
  });
});

describe('the desk', () => {
  test('screens, reviews and dispatches; nobody reviews the own proposal', async () => {
    await server.nobody(
      'POST',
      '/api/reports',
      report({ narrative: '第二件', persons: [{ role: 'subject', name: '王大明', birthDate: '1000101', nationalId: 'A123456789' }] }),
    );
    const screener = await as('screener');
    const queue = await screener('GET', '/api/screening/queue');
    expect(queue.status, queue.text).toBe(200);
    const rows = queue.body.rows as unknown as { id: string; title: string; version: number }[];
    const row = rows.find((one) => one.title === '王大明');
    expect(row).toBeDefined();
    const view = await screener('GET', `/api/screening/reports/${row!.id}`);
    expect(view.status, view.text).toBe(200);
    expect(view.text).not.toContain('林老師');
    const suggestion = view.body.suggestion as unknown as {
      outcome: string;
      band: string;
      lines: { programme: string; urgency: string; grade: string | null; route: { unitId: string } }[];
    };
    expect(suggestion.lines.map((line) => line.programme)).toContain('vulnerable-family');
    const family = await screener('GET', `/api/screening/reports/${row!.id}/family`);
    expect(family.status, family.text).toBe(200);
    const counts = await screener('GET', '/api/screening/counts');
    expect(counts.status, counts.text).toBe(200);
    const foreign = await as('foreign');
    expect((await foreign('GET', `/api/screening/reports/${row!.id}`)).status).toBe(404);

    const lines = suggestion.lines.map((line) => ({
      programme: line.programme,
      urgency: line.urgency,
      grade: line.grade,
      unitId: line.route.unitId,
    }));
    const proposed = await screener('POST', `/api/screening/reports/${row!.id}/propose`, {
      version: view.body.version,
      outcome: suggestion.outcome,
      band: suggestion.band,
      lines,
    });
    expect(proposed.status, proposed.text).toBe(200);
  });

  test('not accepting needs a coded reason and a second person; of two reviewers one wins, the other gets both sides', async () => {
    await server.nobody('POST', '/api/reports', report({ narrative: '第三件', persons: [{ role: 'subject', name: '李不受' }] }));
    const screener = await as('screener');
    const rows = (await screener('GET', '/api/screening/queue')).body.rows as unknown as { id: string; title: string; version: number }[];
    const row = rows.find((one) => one.title === '李不受')!;
    const body = { version: row.version, outcome: 'notAccepted', band: 'low', differsReason: '重複' };
    expect((await screener('POST', `/api/screening/reports/${row.id}/propose`, body)).body).toMatchObject({ code: 'reasonCodeNeeded' });
    const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, { ...body, reason: 'duplicate' });
    expect(proposed.body, proposed.text).toMatchObject({ needsReview: true, reviewRule: { code: 'not-accepted' } });
    const decision = { proposalId: proposed.body['proposalId'], version: proposed.body['version'], decision: 'confirmed' };
    const [one, two] = await Promise.all([as('reviewer'), as('reviewer2')]);
    const answers = await Promise.all([
      one('POST', `/api/review/reports/${row.id}/decide`, decision),
      two('POST', `/api/review/reports/${row.id}/decide`, decision),
    ]);
    expect(answers.map((answer) => answer.status).sort(), answers.map((answer) => answer.text).join()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409)!;
    expect(lost.body).toMatchObject({
      code: 'versionConflict',
      facts: { theirs: { status: 'closedAtDesk', review: { decision: 'confirmed' } }, yours: { decision: 'confirmed' } },
    });
  });
});
