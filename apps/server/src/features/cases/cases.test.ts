// A case over the API on a real database: accepted, visited, assessed, opened, planned, referred, closed, reopened; by who may, in the order that is allowed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instrumentAnswers } from '../../testing/answers.ts';
import { arrangePlaces, arrangeRoute, arrangeSeat, arrangeUnit, countyA, countyB, districtA, type Seat } from '../../testing/arrange.ts';
import { type Answer, type Ask, startTestServer, type TestServer } from '../../testing/test-server.ts';
import { referrals } from '../referrals/index.ts';
import { cases } from './index.ts';

let server: TestServer;
const seats: Record<string, Seat> = {};
let centre = '';
let school = '';
let dvsa = '';

const as = (name: string): Promise<Ask> => server.as(seats[name]!);

beforeAll(async () => {
  server = await startTestServer({}, { cases, referrals });
  const owner = await server.database.owner();
  await arrangePlaces(owner);
  const desk = await arrangeUnit(owner, countyA, 'desk', '派案中心');
  centre = await arrangeUnit(owner, countyA, 'familyServiceCentre', '甲中心');
  const other = await arrangeUnit(owner, countyA, 'familyServiceCentre', '乙中心');
  school = await arrangeUnit(owner, countyA, 'school', '甲國小');
  await arrangeRoute(owner, countyA, 'vulnerable-family', centre);
  dvsa = await arrangeUnit(owner, countyA, 'dvsaCentre', '家防中心');
  await arrangeRoute(owner, countyA, 'intimate-partner-violence', dvsa);
  const seat = async (name: string, unit: string, role: string, reach: string, reachId: string | null, county = countyA) => {
    seats[name] = await arrangeSeat(owner, { userName: `c.${name}`, county, unit, role, reach, reachId });
  };
  await seat('screener', desk, 'deskOfficer', 'county', countyA);
  await seat('reviewer', desk, 'deskReviewer', 'county', countyA);
  await seat('supervisor', centre, 'supervisor', 'unit', centre);
  await seat('worker', centre, 'leadWorker', 'unit', centre);
  await seat('worker2', centre, 'leadWorker', 'unit', centre);
  await seat('protector', dvsa, 'supervisor', 'unit', dvsa);
  await seat('protection', dvsa, 'leadWorker', 'unit', dvsa);
  await seat('elsewhere', other, 'supervisor', 'unit', other);
  await seat('partner', school, 'partner', 'unit', school);
  // A partner answers referrals to the own unit and reads what is shared with it: two grants.
  await owner.query(`insert into org."grant" (account_id, role, reach_kind, valid_from) values ($1, 'partner', 'shared', '2020-01-01')`, [
    seats.partner!.id,
  ]);
  await seat('foreign', centre, 'deskOfficer', 'county', countyB, countyB);
}, 120_000);
afterAll(() => server.close());

type Case = { id: string; version: number };

const family = (name: string) => ({ grounds: ['family-adversity'], persons: [{ role: 'subject', name, birthDate: '0800102' }] });
type Place = { programme: string; unit: () => string; supervisor: string; worker: string };
const familyCentre: Place = { programme: 'vulnerable-family', unit: () => centre, supervisor: 'supervisor', worker: 'worker' };

/** A report that has come to a unit and been accepted with a worker. */
async function aCase(name: string, what: object = family(name), place: Place = familyCentre): Promise<Case> {
  const sentIn = await server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    reporterKind: 'education',
    narrative: '家裡好幾天沒有開伙',
    ...what,
  });
  expect(sentIn.status, sentIn.text).toBe(200);
  const screener = await as('screener');
  const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
    id: string;
    title: string;
    version: number;
  }[];
  const row = rows.find((one) => one.title === name)!;
  const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
    version: row.version,
    outcome: 'accept',
    band: 'low',
    lines: [{ programme: place.programme, urgency: 'ordinary', unitId: place.unit() }],
    differsReason: '電話確認',
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
  const supervisor = await as(place.supervisor);
  const inbox = (await supervisor('GET', '/api/dispatch/inbox')).body.rows as unknown as { id: string; title: string; version: number }[];
  const sent = inbox.find((one) => one.title === name)!;
  const accepted = await supervisor('POST', `/api/dispatch/${sent.id}/accept`, {
    version: sent.version,
    workerId: seats[place.worker]!.id,
  });
  expect(accepted.status, accepted.text).toBe(200);
  return { id: String(accepted.body.caseId), version: 3 };
}

async function act(who: string, one: Case, command: object, headers?: Record<string, string>): Promise<Answer> {
  const answer = await (await as(who))('POST', `/api/cases/${one.id}/act`, { version: one.version, command }, headers);
  if (answer.status === 200) one.version = Number(answer.body.version);
  return answer;
}

async function done(who: string, one: Case, command: object): Promise<Answer> {
  const answer = await act(who, one, command);
  expect(answer.status, `${JSON.stringify(command)} ${answer.text}`).toBe(200);
  return answer;
}

const now = () => new Date().toISOString();
const visit = (outcome = 'met') => ({ type: 'recordVisit', happenedAt: now(), method: 'homeVisit', outcome, note: '屋內整潔，冰箱空的' });
const assess = (moment: string, points: string) => ({
  type: 'completeAssessment',
  instrument: 'vf-vulnerability',
  instrumentVersion: '1',
  moment,
  answers: instrumentAnswers('vf-vulnerability', points),
  happenedAt: now(),
});

describe('a case', () => {
  test('goes its whole way', async () => {
    const one = await aCase('全程件');
    const list = await (await as('worker'))('GET', '/api/cases?view=mine');
    expect(list.status, list.text).toBe(200);
    expect((list.body.rows as unknown as { id: string }[]).map((row) => row.id)).toContain(one.id);
    const opened = await (await as('worker'))('GET', `/api/cases/${one.id}`);
    expect(opened.status, opened.text).toBe(200);
    expect(opened.body).toMatchObject({ stage: 'firstVisit', status: 'assigned', myRole: 'lead', title: '全程件家庭' });
    expect((opened.body.clocks as unknown as { rule: string; mark: string }[]).find((clock) => clock.rule === 'vf-visit')?.mark).toBe('V');

    expect(
      (await act('worker', one, { type: 'proposeOpening', decision: 'open', reason: 'severalNeeds', summary: '報告' })).body,
    ).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'visited-or-tried' } });
    await done('worker', one, visit('notMet'));
    await done('worker', one, visit());
    await done('worker', one, assess('pre', '1'));
    const proposed = await done('worker', one, { type: 'proposeOpening', decision: 'open', reason: 'severalNeeds', summary: '四項報告' });
    expect(proposed.body).toMatchObject({ status: 'openReview' });
    expect((await act('worker', one, { type: 'decideOpening', decision: 'approved' })).status).toBe(409);
    await done('supervisor', one, { type: 'decideOpening', decision: 'approved' });
    await done('worker', one, { type: 'draftPlan', summary: '家庭服務計畫', reviewOn: null });
    await done('worker', one, { type: 'setGoal', need: 'economy', goal: '三個月內收入穩定' });
    const workspace = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body as unknown as {
      goals: { id: string; goal: string }[];
      members: { personId: string }[];
      plan: { summary: string };
    };
    expect(workspace.plan.summary).toBe('家庭服務計畫');
    const goalId = workspace.goals[0]!.id;
    await done('worker', one, { type: 'setGoal', goalId, need: 'economy', goal: '半年內收入穩定', dueOn: '2027-03-31' });
    await done('worker', one, {
      type: 'recordService',
      service: 'livingAllowance',
      happenedAt: now(),
      goalId,
      provider: '社會局',
      note: '協助申請',
    });
    await done('worker', one, { type: 'addCollaborator', accountId: seats.worker2!.id, duty: '照顧服務' });
    await done('worker2', one, { type: 'addNote', note: '協力紀錄' });

    await done('worker', one, { type: 'sendReferral', toUnitId: school, need: 'school', fields: ['name', 'needs'], message: '請協助就學' });
    expect(
      (await act('worker', one, { type: 'proposeClosure', closureCode: 'goalAchieved', summary: '結案', residualRisk: 'low' })).body,
    ).toMatchObject({ code: 'actionNotAllowed' });
    const partner = await as('partner');
    const sent = (await partner('GET', '/api/referrals')).body.rows as unknown as {
      id: string;
      version: number;
      programmeLabel: { zh: string };
    }[];
    expect(sent[0]?.programmeLabel.zh).toBe('脆弱家庭');
    const shown = await partner('GET', `/api/referrals/${sent[0]!.id}`);
    expect(shown.body, shown.text).toMatchObject({
      message: '請協助就學',
      fields: expect.arrayContaining([{ field: 'name', label: expect.anything(), value: expect.any(String) }]),
    });
    const answered = await partner('POST', `/api/referrals/${sent[0]!.id}/answer`, { version: 1, answer: 'accepted', note: '好' });
    expect(answered.body, answered.text).toMatchObject({ status: 'accepted', version: 2 });
    expect(
      (
        await partner('POST', `/api/referrals/${sent[0]!.id}/answer`, {
          version: 2,
          answer: 'completed',
          note: '已入學',
          outcome: 'enrolled',
        })
      ).status,
    ).toBe(200);
    one.version += 2;

    await done('worker', one, { type: 'reviewGoal', goalId, status: 'achieved' });
    expect(
      (await act('worker', one, { type: 'proposeClosure', closureCode: 'goalAchieved', summary: '結案', residualRisk: 'low' })).body,
    ).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'post-test' } });
    await done('worker', one, assess('post', '0'));
    expect(
      (await act('worker', one, { type: 'proposeClosure', closureCode: 'lostContact', summary: '結案', residualRisk: 'low' })).body,
    ).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'codeRequirement' } });
    await done('worker', one, { type: 'proposeClosure', closureCode: 'goalAchieved', summary: '結案摘要', residualRisk: 'low' });
    const closed = await done('supervisor', one, { type: 'decideClosure', decision: 'approved' });
    expect(closed.body).toMatchObject({ status: 'closed' });
    expect((await act('worker', one, { type: 'addNote', note: '已結案' })).body).toMatchObject({ code: 'caseClosed' });
    const timeline = await (await as('supervisor'))('GET', `/api/cases/${one.id}/timeline?limit=200`);
    expect(timeline.text).toContain('結案摘要');
    await done('supervisor', one, { type: 'reopen', reason: 'newReport', note: '再通報' });
    const again = await (await as('worker'))('GET', `/api/cases/${one.id}`);
    expect(again.body).toMatchObject({ status: 'assessing', closedAt: null });
  }, 60_000);

  test('shows a stale write both sides, and refuses what never happened yet', async () => {
    const one = await aCase('衝突件');
    const stale = { ...one };
    await done('worker', one, { type: 'addNote', note: '第一人' });
    const lost = await act('worker', stale, { type: 'addNote', note: '第二人' });
    expect(lost.status).toBe(409);
    expect(lost.body).toMatchObject({ code: 'versionConflict', facts: { theirs: [{ type: 'noteAdded' }], yours: { type: 'addNote' } } });
    const future = await act('worker', one, { ...visit(), happenedAt: '2099-01-01T00:00:00.000Z' });
    expect(future.body).toMatchObject({ code: 'eventInvalid', facts: { path: 'happenedAt', reason: 'future' } });
    expect(
      (
        await act('worker', one, {
          type: 'completeAssessment',
          instrument: 'tipvda-1',
          instrumentVersion: '1',
          moment: 'pre',
          answers: {},
          happenedAt: now(),
        })
      ).body,
    ).toMatchObject({ code: 'instrumentUnknown' });
    expect((await act('worker', one, { ...assess('pre', '1'), answers: { 'v1-debt': '9' } })).body).toMatchObject({
      code: 'answersInvalid',
    });
  });

  test('is edited by one of two who plan at once; the other gets both sides and the same key gives the first answer again', async () => {
    const one = await aCase('同時件');
    await done('worker', one, visit());
    await done('worker', one, assess('pre', '1'));
    await done('worker', one, { type: 'proposeOpening', decision: 'open', reason: 'severalNeeds', summary: '報告' });
    await done('supervisor', one, { type: 'decideOpening', decision: 'approved' });
    const plan = (summary: string) => ({ version: one.version, command: { type: 'draftPlan', summary, reviewOn: null } });
    const [worker, supervisor] = await Promise.all([as('worker'), as('supervisor')]);
    const key = { 'idempotency-key': 'plan-of-the-worker' };
    const answers = await Promise.all([
      worker('POST', `/api/cases/${one.id}/act`, plan('主責的計畫'), key),
      supervisor('POST', `/api/cases/${one.id}/act`, plan('督導的計畫')),
    ]);
    expect(answers.map((answer) => answer.status).sort(), answers.map((answer) => answer.text).join()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409);
    expect(lost?.body).toMatchObject({
      code: 'versionConflict',
      facts: { theirs: [{ type: 'planDrafted' }], yours: { type: 'draftPlan' } },
    });
    const again = await worker('POST', `/api/cases/${one.id}/act`, plan('主責的計畫'), key);
    expect([again.status, again.body.version]).toEqual([answers[0]?.status, answers[0]?.body.version]);
    const events = (await worker('GET', `/api/cases/${one.id}/timeline?type=planDrafted`)).body.rows as unknown as unknown[];
    expect(events).toHaveLength(1);
  });

  test('is not there for another unit, another county, a worker who is not on it; nor for nobody', async () => {
    const one = await aCase('隱密件');
    for (const who of ['elsewhere', 'worker2', 'foreign', 'partner']) {
      const seen = await (await as(who))('GET', `/api/cases/${one.id}`);
      expect([who, [403, 404].includes(seen.status)]).toEqual([who, true]);
      const tried = await act(who, { ...one }, { type: 'addNote', note: '看不到' });
      expect([who, [403, 404].includes(tried.status)]).toEqual([who, true]);
    }
    expect((await server.nobody('GET', `/api/cases/${one.id}`)).status).toBe(401);
  });

  test('shares only the parts that were shared, for as long as they are', async () => {
    const one = await aCase('共享件');
    await done('worker', one, { type: 'addNote', note: '只有我們知道的事' });
    await done('worker', one, {
      type: 'grantShare',
      toUnitId: school,
      parts: ['summary'],
      purpose: 'jointService',
      legalBasis: '兒少權法54',
      until: '2030-12-31',
    });
    const partner = await as('partner');
    const seen = await partner('GET', `/api/cases/${one.id}`);
    expect(seen.status, seen.text).toBe(200);
    expect(seen.body).toMatchObject({ myRole: 'shared', parts: ['summary'], title: null, members: [], goals: [], allowed: [] });
    expect(seen.text).not.toContain('只有我們知道的事');
    expect(seen.text).not.toContain('共享件');
    const shares = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body.shares as unknown as { id: string }[];
    await done('worker', one, { type: 'endShare', shareId: shares[0]!.id });
    expect((await partner('GET', `/api/cases/${one.id}`)).status).toBe(404);
  });

  test('pauses and resumes a clock, hands over the lead, raises the risk', async () => {
    const one = await aCase('時限件');
    await done('supervisor', one, { type: 'pauseClock', rule: 'vf-visit', reason: 'hospital' });
    const paused = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body.clocks as unknown as {
      rule: string;
      pausedAt: string | null;
    }[];
    expect(paused.find((clock) => clock.rule === 'vf-visit')?.pausedAt).not.toBeNull();
    await done('supervisor', one, { type: 'resumeClock', rule: 'vf-visit' });
    expect((await act('worker', one, { type: 'handOverLead', workerId: seats.worker2!.id, reason: 'leave' })).status).not.toBe(200);
    await done('supervisor', one, { type: 'handOverLead', workerId: seats.worker2!.id, reason: 'leave' });
    expect((await (await as('worker'))('GET', `/api/cases/${one.id}`)).status).toBe(404);
    await done('worker2', one, { type: 'raiseRisk', band: 'high', reason: '新證據' });
    const worklist = await (await as('worker2'))('GET', '/api/worklist');
    expect(worklist.body, worklist.text).toMatchObject({
      load: { whose: 'own', high: 1 },
      due: expect.arrayContaining([expect.objectContaining({ caseId: one.id })]),
    });
    const ofUnit = await (await as('supervisor'))('GET', '/api/worklist');
    // The supervisor leads no case; the unit has this one at least.
    expect(ofUnit.body, ofUnit.text).toMatchObject({ load: { whose: 'unit', high: expect.toSatisfy((n: number) => n >= 1) } });
    const views = await (await as('supervisor'))('GET', '/api/cases/views');
    expect(views.status, views.text).toBe(200);
    const workers = await (await as('supervisor'))('GET', `/api/cases/${one.id}/workers`);
    expect((workers.body.workers as unknown as { name: string }[]).length, workers.text).toBeGreaterThan(1);
    const family = await (await as('worker2'))('GET', `/api/cases/${one.id}/family`);
    expect(family.status, family.text).toBe(200);
  });

  test('of partner violence lists by TIPVDA, hides the victim’s contact from the other, and delists only by a person after a retest', async () => {
    const persons = [
      { role: 'victim', name: '王小美', sex: 'female', birthDate: '0800304', nationalId: 'Y290000017', phones: ['0987123450'] },
      { role: 'respondent', name: '李大偉', sex: 'male', birthDate: '0790506', nationalId: 'Y190000015' },
    ];
    const one = await aCase(
      '王小美',
      { grounds: ['ipv-physical'], persons },
      { programme: 'intimate-partner-violence', unit: () => dvsa, supervisor: 'protector', worker: 'protection' },
    );
    const worker = await as('protection');
    const workspace = await worker('GET', `/api/cases/${one.id}`);
    expect(workspace.body, workspace.text).toMatchObject({ side: 'victim', stage: 'assigned' });
    const members = workspace.body.members as unknown as { personId: string; role: string }[];
    const [victim, respondent] = ['subject', 'respondent'].map((role) => members.find((member) => member.role === role)?.personId ?? '');
    await done('protection', one, { type: 'recordContact', happenedAt: now(), method: 'phone', outcome: 'met' });
    const tipvda = (code: string) => ({
      type: 'completeAssessment',
      instrument: 'tipvda-1',
      instrumentVersion: '1',
      moment: 'intake',
      answers: instrumentAnswers('tipvda-1', code),
      happenedAt: now(),
    });
    await done('protection', one, tipvda('Y'));
    expect((await worker('GET', `/api/cases/${one.id}`)).body).toMatchObject({ assessments: [{ band: 'high', score: 15 }] });

    const file = await worker('GET', `/api/people/${victim}`);
    const contacts = file.body.contacts as unknown as { id: string; kind: string; protected: boolean; version: number }[];
    const phone = contacts.find((contact) => contact.kind === 'phone');
    expect(phone, file.text).toBeDefined();
    const shielding = { version: phone!.version, from: [respondent], reason: '保護令', reviewOn: '2027-06-30' };
    const hidden = await worker('POST', `/api/people/${victim}/contacts/${phone!.id}/shield`, shielding);
    expect(hidden.status, hidden.text).toBe(200);
    const picture = await worker('GET', `/api/cases/${one.id}/family`);
    expect(picture.status, picture.text).toBe(200);
    expect(picture.text).not.toContain('0987123450');
    await done('protection', one, { type: 'proposeOpening', decision: 'open', reason: 'highDanger', summary: '高危機' });
    await done('protector', one, { type: 'decideOpening', decision: 'approved' });
    await done('protection', one, { type: 'draftPlan', summary: '安全計畫', reviewOn: null });
    const close = { type: 'proposeClosure', closureCode: 'riskLowered', summary: '結案', residualRisk: 'low' };
    expect((await act('protection', one, close)).body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'retested' } });
    await done('protection', one, { ...tipvda('N'), moment: 'review' });
    expect((await act('protection', one, close)).body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'retested' } });
    await done('protector', one, { type: 'raiseRisk', band: 'medium', reason: '網絡會議決議解除列管' });
    await done('protection', one, close);
  });
});
