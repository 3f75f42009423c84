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
  seats.hotline = await arrangeSeat(owner, { ...county, userName: 'a.hotline', unit: desk, role: 'hotlineOperator' });
  seats.screener = await arrangeSeat(owner, { ...county, userName: 'a.screener', unit: desk, role: 'deskOfficer' });
  seats.reviewer = await arrangeSeat(owner, { ...county, userName: 'a.reviewer', unit: desk, role: 'deskReviewer' });
  seats.reviewer2 = await arrangeSeat(owner, { ...county, userName: 'a.reviewer2', unit: desk, role: 'deskReviewer' });
  seats.arbiter = await arrangeSeat(owner, { ...county, userName: 'a.arbiter', unit: desk, role: 'arbiter' });
  seats.supervisor = await arrangeSeat(owner, {
    userName: 'a.supervisor',
    county: countyA,
    unit: centre,
    role: 'supervisor',
    reach: 'unit',
    reachId: centre,
  });
  seats.supervisor2 = await arrangeSeat(owner, {
    userName: 'a.supervisor2',
    county: countyA,
    unit: other,
    role: 'supervisor',
    reach: 'unit',
    reachId: other,
  });
  seats.foreign = await arrangeSeat(owner, {
    userName: 'b.screener',
    county: countyB,
    role: 'deskOfficer',
    reach: 'county',
    reachId: countyB,
  });
}, 120_000);
afterAll(async () => {
  expect(server.log.filter((line) => line.startsWith('intake.'))).toEqual([]);
  await server.close();
});

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
    const decision = { proposalId: proposed.body.proposalId, version: proposed.body.version, decision: 'confirmed' };
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

describe('a dispatch', () => {
  const newest = async (title: string) => {
    const rows = (await (await as('screener'))('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
      id: string;
      title: string;
      version: number;
    }[];
    return rows.find((row) => row.title === title)!;
  };
  const sendTo = async (title: string, unitId: string): Promise<void> => {
    await server.nobody('POST', '/api/reports', report({ persons: [{ role: 'subject', name: title }] }));
    const row = await newest(title);
    const screener = await as('screener');
    const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
      version: row.version,
      outcome: 'accept',
      band: 'high',
      lines: [{ programme: 'vulnerable-family', urgency: 'ordinary', unitId }],
      differsReason: '敘述較重',
    });
    expect(proposed.status, proposed.text).toBe(200);
    if (proposed.body.needsReview) {
      const decided = await (await as('reviewer'))('POST', `/api/review/reports/${row.id}/decide`, {
        proposalId: proposed.body.proposalId,
        version: proposed.body.version,
        decision: 'confirmed',
      });
      expect(decided.status, decided.text).toBe(200);
    }
  };
  const inbox = async (name: string) =>
    (await (await as(name))('GET', '/api/dispatch/inbox')).body.rows as unknown as {
      id: string;
      title: string;
      version: number;
      status: string;
      route: unknown;
    }[];

  test('explains its route, may be disputed once, and is redirected by the arbiter', async () => {
    await sendTo('爭議件', centre);
    const row = (await inbox('supervisor')).find((one) => one.title === '爭議件')!;
    const supervisor = await as('supervisor');
    const view = await supervisor('GET', `/api/dispatch/${row.id}`);
    expect(view.body, view.text).toMatchObject({
      mayDispute: true,
      route: { unitId: centre, reasons: [{ code: 'countyRoute' }, { code: 'onlyUnit' }] },
      narrative: expect.any(String),
    });
    expect(view.text).not.toContain('林老師');
    const disputed = await supervisor('POST', `/api/dispatch/${row.id}/dispute`, {
      version: row.version,
      reason: 'otherDistrict',
      note: '住在別區',
      betterUnitId: other,
    });
    expect(disputed.body, disputed.text).toMatchObject({ status: 'disputed', arbiterDue: expect.any(String) });
    const arbiter = await as('arbiter');
    const disputes = (await arbiter('GET', '/api/dispatch/disputes')).body.rows as unknown as {
      id: string;
      version: number;
      note: string;
    }[];
    expect(disputes[0]).toMatchObject({ id: row.id, note: '住在別區' });
    const decided = await arbiter('POST', `/api/dispatch/${row.id}/arbitrate`, {
      version: disputes[0]!.version,
      outcome: 'redirected',
      unitId: other,
      reason: '確為乙區',
    });
    expect(decided.body, decided.text).toMatchObject({ status: 'redirected', redirectedTo: expect.any(String) });
    const redirected = (await inbox('supervisor2')).find((one) => one.title === '爭議件')!;
    const again = await (await as('supervisor2'))('POST', `/api/dispatch/${redirected.id}/dispute`, {
      version: redirected.version,
      reason: 'otherDistrict',
      note: '仍非本區',
    });
    expect(again.body.code).toBe('disputeUsed');
  });

  test('is accepted by one of two who try at once', async () => {
    await sendTo('同時受案', centre);
    const row = (await inbox('supervisor')).find((one) => one.title === '同時受案')!;
    const supervisor = await as('supervisor');
    const answers = await Promise.all([1, 2].map(() => supervisor('POST', `/api/dispatch/${row.id}/accept`, { version: row.version })));
    expect(answers.map((answer) => answer.status).sort(), answers.map((answer) => answer.text).join()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'versionConflict',
      facts: { theirs: { status: 'accepted' } },
    });
  });
});

test('a relative of the family neither proposes nor reviews', async () => {
  await server.nobody(
    'POST',
    '/api/reports',
    report({ persons: [{ role: 'subject', name: '親戚案', nationalId: 'Y190000015', birthDate: '0800101' }] }),
  );
  const owner = await server.database.owner();
  const person = await owner.query<{ person_id: string; report_id: string }>(
    `select person_id, report_id from intake.report_person where person_id is not null order by id desc limit 1`,
  );
  await owner.query('update org.account set person_id = $2 where id = $1', [seats.reviewer2!.id, person.rows[0]!.person_id]);
  const reportId = person.rows[0]!.report_id;
  const screener = await as('screener');
  const view = await screener('GET', `/api/screening/reports/${reportId}`);
  const proposed = await screener('POST', `/api/screening/reports/${reportId}/propose`, {
    version: view.body.version,
    outcome: 'notAccepted',
    reason: 'noHarm',
    band: 'low',
    differsReason: '查無',
  });
  expect(proposed.status, proposed.text).toBe(200);
  const decided = await (await as('reviewer2'))('POST', `/api/review/reports/${reportId}/decide`, {
    proposalId: proposed.body.proposalId,
    version: proposed.body.version,
    decision: 'confirmed',
  });
  expect(decided.body).toMatchObject({ code: 'conflictOfInterest', facts: { reason: 'relative' } });
});

test('new evidence of danger raises the band at once and moves the report up the queue', async () => {
  const sent = await server.nobody('POST', '/api/reports', report({ persons: [{ role: 'subject', name: '升級案' }] }));
  const screener = await as('screener');
  const rows = async () =>
    (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
      title: string;
      band: string;
      newEvidence: boolean;
      bandSource: string;
    }[];
  expect((await rows()).find((row) => row.title === '升級案')?.band).not.toBe('extreme');
  const added = await server.nobody('POST', '/api/receipts/additions', {
    number: sent.body.receipt,
    code: sent.body.code,
    text: '他拿刀',
    immediateDanger: true,
  });
  expect(added.status, added.text).toBe(200);
  expect((await rows())[0]).toMatchObject({ title: '升級案', band: 'extreme', bandSource: 'rule', newEvidence: true });
});

test('who has a report open is seen by the other', async () => {
  const [one, two] = [await as('screener'), await as('reviewer')];
  const [row] = (await one('GET', '/api/screening/queue')).body.rows as unknown as { id: string }[];
  await one('POST', `/api/screening/reports/${row!.id}/presence`, { doing: 'screening' });
  expect((await two('POST', `/api/screening/reports/${row!.id}/presence`, { doing: 'reading' })).body).toMatchObject({
    others: [{ doing: 'screening', name: '示範a.screener' }],
  });
  await one('DELETE', `/api/screening/reports/${row!.id}/presence`);
  expect((await two('POST', `/api/screening/reports/${row!.id}/presence`, { doing: 'reading' })).body).toEqual({ others: [] });
});

test('the reporter is opened by a reason and on record; never part of the report', async () => {
  const screener = await as('screener');
  const [row] = (await screener('GET', '/api/screening/queue')).body.rows as unknown as { id: string }[];
  const opened = await screener('POST', `/api/screening/reports/${row!.id}/reporter`, { reason: '需要補充資料' });
  expect(opened.body, opened.text).toMatchObject({ name: '林老師', phone: '0912345678' });
  const owner = await server.database.owner();
  const logged = await owner.query(`select count(*)::int as n from audit.entry where action = 'reporter.open' and $1 = any(ids)`, [
    row!.id,
  ]);
  expect(logged.rows).toEqual([{ n: 1 }]);
});

test('a doubtful pair is confirmed, undone, and everything follows there and back', async () => {
  const person = { role: 'subject', name: '葉比對', birthDate: '0820707', phones: ['0922000333'] };
  await server.nobody('POST', '/api/reports', report({ persons: [person] }));
  await server.nobody('POST', '/api/reports', report({ persons: [{ ...person, name: '葉筆對' }] }));
  const steward = await as('screener');
  const pairs = (await steward('GET', '/api/matching/candidates')).body.rows as unknown as {
    linkId: string;
    version: number;
    personId: string;
    reportId: string;
    sentence: { zh: string };
    given: { name: string };
  }[];
  const pair = pairs.find((one) => one.given.name === '葉筆對')!;
  expect(pair.sentence.zh).toContain('姓名同音');
  expect(pair.sentence.zh).toContain('生日相同');
  const before = await steward('GET', `/api/screening/reports/${pair.reportId}`);
  expect(before.body.persons).toMatchObject([{ match: 'candidates', personId: null }]);
  const confirmed = await steward('POST', `/api/matching/links/${pair.linkId}/confirm`, { version: pair.version });
  expect(confirmed.body, confirmed.text).toMatchObject({ state: 'confirmed', personId: pair.personId });
  expect((await steward('GET', `/api/screening/reports/${pair.reportId}`)).body.persons).toMatchObject([
    { match: 'confirmed', personId: pair.personId },
  ]);
  const stale = await steward('POST', `/api/matching/links/${pair.linkId}/undo`, { version: pair.version, reason: '認錯人' });
  expect(stale.body.code).toBe('versionConflict');
  const undone = await steward('POST', `/api/matching/links/${pair.linkId}/undo`, { version: confirmed.body.version, reason: '認錯人' });
  expect(undone.body, undone.text).toMatchObject({ state: 'undone' });
  const after = (await steward('GET', `/api/screening/reports/${pair.reportId}`)).body.persons as unknown as {
    personId: string | null;
  }[];
  expect(after[0]?.personId).not.toBe(pair.personId);
});

test('contacts that must stay hidden are in no view with the other side, and are opened from the person alone', async () => {
  const persons = [
    {
      role: 'victim',
      name: '藏址者',
      birthDate: '0810101',
      nationalId: 'Y290000021',
      phones: ['0966000777'],
      addresses: ['甲一區藏身路九號'],
      contactsHidden: true,
    },
    { role: 'respondent', name: '尋址者', birthDate: '0790101', nationalId: 'Y190000031' },
  ];
  await server.nobody('POST', '/api/reports', report({ persons }));
  const screener = await as('screener');
  const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as { id: string; title: string }[];
  const row = rows.find((one) => one.title === '藏址者')!;
  const view = await screener('GET', `/api/screening/reports/${row.id}`);
  const family = await screener('GET', `/api/screening/reports/${row.id}/family`);
  for (const answer of [view, family]) for (const secret of ['藏身路', '0966000777']) expect(answer.text).not.toContain(secret);
  const [victim] = view.body.persons as unknown as { personId: string; contactsHidden: boolean }[];
  expect(victim?.contactsHidden).toBe(true);
  expect(victim?.personId, view.text).not.toBeNull();
  const file = await screener('GET', `/api/people/${victim!.personId}`);
  const contacts = file.body.contacts as unknown as { id: string; kind: string; value: string | null; protected: boolean }[];
  expect(
    contacts.filter((one) => one.protected).map((one) => [one.kind, one.value]),
    file.text,
  ).toEqual(
    expect.arrayContaining([
      ['phone', null],
      ['residenceAddress', null],
    ]),
  );
  const opened = await screener('POST', `/api/people/${victim!.personId}/reveal`, {
    kind: 'contact',
    id: contacts.find((one) => one.kind === 'phone')!.id,
    reason: '安全聯繫',
  });
  expect(opened.body).toEqual({ value: '0966000777' });
});
