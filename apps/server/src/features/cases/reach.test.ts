// Whom a case is there for, what of it is shared, and what is hidden from the other side, over the API on a real database.
import { describe, expect, test } from 'vitest';
import { instrumentAnswers, safetyAnswers } from '../../testing/answers.ts';
import { caseHouse, now } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

describe('a case and those who reach it', () => {
  test('is not there for another unit, another county, a worker who is not on it; nor for nobody', async () => {
    const one = await aCase('隱密件');
    for (const who of ['elsewhere', 'worker2', 'foreign', 'partner']) {
      const seen = await (await as(who))('GET', `/api/cases/${one.id}`);
      expect([who, [403, 404].includes(seen.status)]).toEqual([who, true]);
      const tried = await act(who, { ...one }, { type: 'addNote', note: '看不到' });
      expect([who, [403, 404].includes(tried.status)]).toEqual([who, true]);
    }
    expect((await house().server.nobody('GET', `/api/cases/${one.id}`)).status).toBe(401);
  });

  test('whoever leads it is told who could help, and only whoever assigns how many cases each has', async () => {
    const one = await aCase('協力件');
    const workersFor = async (who: string) => {
      const answer = await (await as(who))('GET', `/api/cases/${one.id}/workers`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body.workers as unknown as { id: string; own: boolean; openCases: number | null }[];
    };
    const seen = await workersFor('worker');
    expect(seen.find((each) => each.id === house().seats.partner!.id)).toMatchObject({ own: false, openCases: null });
    expect((await workersFor('supervisor')).find((each) => each.id === house().seats.worker!.id)?.openCases).toBeGreaterThan(0);
    expect((await (await as('worker2'))('GET', `/api/cases/${one.id}/workers`)).status).toBe(404);
  });

  test('a referral that was taken and cannot be done comes back, says whom to ask, and is open no more', async () => {
    const one = await aCase('退回件');
    await done('worker', one, {
      type: 'sendReferral',
      toUnitId: house().school,
      need: 'school',
      fields: ['needs'],
      message: '請協助',
      callback: '07-1234567 分機 12',
    });
    const partner = await as('partner');
    const { id, name } = (
      (await partner('GET', '/api/referrals?status=sent')).body.rows as unknown as { id: string; name: string | null }[]
    )[0]!;
    expect(name, 'a name that was not sent is in no list').toBeNull();
    const seen = await partner('GET', `/api/referrals/${id}`);
    expect(seen.body, seen.text).toMatchObject({ sentBy: expect.any(String), callback: '07-1234567 分機 12' });
    await partner('POST', `/api/referrals/${id}/answer`, { version: 1, answer: 'accepted', note: '承辦' });
    const back = await partner('POST', `/api/referrals/${id}/answer`, { version: 2, answer: 'returned', note: '已轉學' });
    expect(back.body, back.text).toMatchObject({ status: 'returned' });
    const timeline = await (await as('worker'))('GET', `/api/cases/${one.id}/timeline`);
    expect((timeline.body.rows as unknown as { type: string }[])[0]?.type).toBe('referralReturned');
  });

  test('shares only the parts that were shared, for as long as they are', async () => {
    const one = await aCase('共享件');
    await done('worker', one, { type: 'addNote', note: '只有我們知道的事' });
    await done('worker', one, {
      type: 'grantShare',
      toUnitId: house().school,
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
    // Nobody of the unit must first say for what, also who helps in other cases.
    const listed = (await (await as('liaison'))('GET', '/api/cases?view=shared')).body.rows as unknown as { id: string }[];
    expect(listed.map((row) => row.id)).toContain(one.id);
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
    expect((await act('worker', one, { type: 'handOverLead', workerId: house().seats.worker2!.id, reason: 'leave' })).status).not.toBe(200);
    await done('supervisor', one, { type: 'handOverLead', workerId: house().seats.worker2!.id, reason: 'leave' });
    expect((await (await as('worker'))('GET', `/api/cases/${one.id}`)).status).toBe(404);
    await done('worker2', one, { type: 'raiseRisk', band: 'high', reason: '新證據' });
    const worklist = await (await as('worker2'))('GET', '/api/worklist');
    expect(worklist.body, worklist.text).toMatchObject({
      more: false,
      load: { whose: 'own', high: 1 },
      due: expect.arrayContaining([expect.objectContaining({ caseId: one.id })]),
    });
    const ofUnit = await (await as('supervisor'))('GET', '/api/worklist');
    // The supervisor leads no case; the unit has this one at least.
    expect(ofUnit.body, ofUnit.text).toMatchObject({ load: { whose: 'unit', high: expect.toSatisfy((n: number) => n >= 1) } });
    const team = ofUnit.body.team as unknown as { accountId: string; open: number; pressing: number }[];
    const second = team.find((each) => each.accountId === house().seats.worker2!.id)!;
    expect(second.pressing).toBe(1);
    const theirs = await (await as('supervisor'))('GET', `/api/cases?view=unit&leadId=${second.accountId}`);
    expect(theirs.body.rows, 'the number opens its cases').toHaveLength(second.open);
    expect(worklist.body.team).toEqual([]);
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
    const one = await aCase('王小美', { grounds: ['ipv-physical'], persons }, 'dvsa');
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
    await done('protection', one, { type: 'draftPlan', summary: '安全計畫', reviewOn: null, answers: safetyAnswers });
    const close = { type: 'proposeClosure', closureCode: 'riskLowered', summary: '結案', residualRisk: 'low' };
    expect((await act('protection', one, close)).body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'retested' } });
    await done('protection', one, { ...tipvda('N'), moment: 'review' });
    expect((await act('protection', one, close)).body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'retested' } });
    await done('protector', one, { type: 'raiseRisk', band: 'medium', reason: '網絡會議決議解除列管' });
    await done('protection', one, close);
  });
});
