import { randomUUID } from 'node:crypto';
import type { DeadlineContext } from '@anwang/core/cases';
import { must } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { type Instant, officeCalendar, taipei } from '@anwang/core/time';
import { findProgramme, programmeFor } from '@anwang/packs';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActors } from '../access/index.ts';
import { listNotices } from '../notices/index.ts';
import type { Tx } from '../session/index.ts';
import {
  answerReferral,
  appendEvents,
  assignmentConflict,
  compareProjection,
  countViews,
  createCase,
  createCases,
  dueClocks,
  type EventDraft,
  escalateCaseClocks,
  findCase,
  listCases,
  listReferrals,
  lockCase,
  type NewCase,
  pendingApprovals,
  readEvents,
  rebuildCase,
  staleVersion,
} from './index.ts';

const county = '64000';
const district = '64000030';
const at = (text: string) => `${text}:00.000Z` as Instant;
const now = at('2026-11-22T04:00');
const context: DeadlineContext = { now, zone: taipei, calendar: officeCalendar };
const ids = {
  centre: randomUUID(),
  school: randomUUID(),
  supervisor: randomUUID(),
  worker: randomUUID(),
  other: randomUUID(),
  partner: randomUUID(),
};

let db: TestDatabase;
let owner: Client;
let programme: Programme;

const as = <T>(
  account: string,
  purpose: 'casework' | 'supervision' | 'dispatch' | 'network' | 'self' | 'system',
  work: (tx: Tx) => Promise<T>,
) => db.store.withActor({ id: account, county }, purpose, { route: 'test' }, work);

async function account(id: string, name: string, unit: string, role: string, reach: string): Promise<void> {
  await owner.query('insert into org.account (id, county, unit_id, username, name) values ($1, $2, $3, $4, $4)', [id, county, unit, name]);
  await owner.query(`insert into org.grant (account_id, role, reach_kind, reach_id, valid_from) values ($1, $2, $3, $4, '2020-01-01')`, [
    id,
    role,
    reach,
    reach === 'unit' ? unit : null,
  ]);
}

async function aReport(): Promise<{ report: string; dispatch: string; person: string }> {
  const [report, dispatch, person] = [randomUUID(), randomUUID(), randomUUID()];
  await owner.query(
    `insert into intake.report (id, number, county, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version, demo)
     values ($1, $3, $2, 'ecare', 'police', $1, 'medium', 'rule', now(), now(), now(), '1', true)`,
    [report, county, `115-1120-${report.slice(0, 8)}`],
  );
  await owner.query(
    `insert into intake.dispatch (id, report_id, county, programme, unit_id, urgency, band, sent_by, accept_due) values ($1, $2, $3, 'vulnerable-family', $4, 'ordinary', 'medium', $5, now())`,
    [dispatch, report, county, ids.centre, ids.supervisor],
  );
  await owner.query(`insert into people.person (id, county, sex, demo) values ($1, $2, 'female', true)`, [person, county]);
  return { report, dispatch, person };
}

async function newCase(later: readonly EventDraft[] = []): Promise<NewCase> {
  const { report, dispatch, person } = await aReport();
  return {
    programme,
    county,
    district,
    unit: ids.centre,
    band: 'medium',
    report,
    dispatch,
    receivedAt: at('2026-11-20T01:00'),
    sentAt: at('2026-11-20T05:00'),
    members: [{ person, role: 'subject', relation: null, side: 'family' }],
    needs: ['VF1'],
    grade: null,
    class: null,
    subjectPersonId: person,
    householdId: null,
    title: '測試家庭',
    supervisorId: ids.supervisor,
    demo: true,
    later,
  };
}

const accepted: EventDraft = { type: 'caseAccepted', happenedAt: at('2026-11-20T06:00'), facts: { unit: '' } };
const accept = (): EventDraft => ({ ...accepted, facts: { unit: ids.centre } });
const assign = (worker: string): EventDraft => ({
  type: 'workerAssigned',
  happenedAt: at('2026-11-20T07:00'),
  facts: { worker, unit: ids.centre },
});
const visit = (when: string, outcome: 'met' | 'notMet' = 'met'): EventDraft => ({
  type: 'visitRecorded',
  happenedAt: at(when),
  facts: { method: 'homeVisit', faceToFace: true, outcome, persons: [], minutes: 30, safe: true },
  personal: { text: '紀錄：屋內整潔' },
});

const open = (account: string, purpose: 'casework' | 'supervision', caseId: string, drafts: readonly EventDraft[], packages = {}) =>
  as(account, purpose, async (tx) =>
    appendEvents(tx, must(await lockCase(tx, caseId, findProgramme, context)), drafts, context, { packages }),
  );

const agree = (caseId: string) => as(systemActors.seeder.id, 'system', (tx) => compareProjection(tx, caseId, programme, context));

beforeAll(async () => {
  db = await temporaryDatabase();
  owner = await db.owner();
  const national = programmeFor('vulnerable-family', county);
  if (national === null) throw new Error('no programme');
  programme = national;
  await owner.query(`insert into org.county (id, iso, name_zh, name_en, demo) values ($1, 'TW-KHH', '高雄市', 'Kaohsiung', true)`, [
    county,
  ]);
  await owner.query(`insert into org.district (id, county, name_zh, name_en) values ($1, $2, '前鎮區', 'Qianzhen')`, [district, county]);
  await owner.query(
    `insert into org.unit (id, county, kind, name_zh, name_en) values ($1, $3, 'familyServiceCentre', '中心', 'Centre'), ($2, $3, 'school', '學校', 'School')`,
    [ids.centre, ids.school, county],
  );
  await account(ids.supervisor, 'supervisor', ids.centre, 'supervisor', 'unit');
  await account(ids.worker, 'worker', ids.centre, 'leadWorker', 'unit');
  await account(ids.other, 'other', ids.centre, 'leadWorker', 'unit');
  await account(ids.partner, 'partner', ids.school, 'partner', 'unit');
});
afterAll(() => db.close());

describe('a case in PostgreSQL', () => {
  it('is created by accepting, with number, clocks and members, and its projection agrees with its events', async () => {
    const made = await as(ids.supervisor, 'dispatch', async (tx) => createCase(tx, await newCase([accept()]), context));
    expect(made.number).toMatch(/^VF-115-11-\d{4}$/);
    const row = await as(ids.supervisor, 'supervision', (tx) => findCase(tx, made.caseId));
    expect(row).toMatchObject({ status: 'accepted', version: 2, title: '測試家庭', next_rule: 'assign-lead', side: 'family', district });
    expect(await agree(made.caseId)).toEqual([]);
  });

  it('goes through its life by the people who may, and agrees after every step', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const proposal = randomUUID();
    const closing = randomUUID();
    const goal = randomUUID();
    const share = randomUUID();
    const steps: readonly (readonly [string, 'casework' | 'supervision', EventDraft])[] = [
      [ids.worker, 'casework', visit('2026-11-21T02:00', 'notMet')],
      [ids.worker, 'casework', visit('2026-11-21T03:00')],
      [
        ids.worker,
        'casework',
        {
          type: 'assessmentCompleted',
          happenedAt: at('2026-11-21T04:00'),
          facts: {
            assessment: randomUUID(),
            instrument: 'vf-vulnerability',
            version: '1',
            moment: 'pre',
            person: null,
            score: 12,
            band: 'medium',
            override: null,
            triggers: [],
          },
          personal: { answers: { 'v1-debt': '2' } },
        },
      ],
      [
        ids.worker,
        'casework',
        {
          type: 'openingProposed',
          happenedAt: at('2026-11-21T05:00'),
          facts: { proposal, outcome: 'open', reasons: ['severalNeeds'] },
          personal: { text: '報告' },
        },
      ],
      [
        ids.supervisor,
        'supervision',
        {
          type: 'openingDecided',
          happenedAt: at('2026-11-21T06:00'),
          facts: { proposal, approved: true, outcome: 'open', reasons: ['severalNeeds'] },
        },
      ],
      [
        ids.worker,
        'casework',
        {
          type: 'planDrafted',
          happenedAt: at('2026-11-21T07:00'),
          facts: { plan: randomUUID(), level: 'medium', reviewOn: null },
          personal: { text: '計畫' },
        },
      ],
      [
        ids.worker,
        'casework',
        { type: 'goalSet', happenedAt: at('2026-11-21T07:10'), facts: { goal, need: 'economy', priority: 1, dueOn: null, services: [] } },
      ],
      [
        ids.worker,
        'casework',
        { type: 'collaboratorAdded', happenedAt: at('2026-11-21T07:20'), facts: { account: ids.other, unit: ids.centre, duty: 'care' } },
      ],
      [
        ids.worker,
        'casework',
        {
          type: 'shareGranted',
          happenedAt: at('2026-11-21T07:30'),
          facts: {
            share,
            unit: ids.school,
            account: null,
            parts: ['summary'],
            purpose: 'network',
            legalBasis: '兒少權法54',
            until: at('2027-01-01T00:00'),
          },
        },
      ],
      [ids.worker, 'casework', { type: 'goalReviewed', happenedAt: at('2026-11-21T08:00'), facts: { goal, status: 'achieved' } }],
      [
        ids.supervisor,
        'supervision',
        { type: 'clockPaused', happenedAt: at('2026-11-21T08:10'), facts: { clock: 'visit-rhythm', reason: 'hospital' } },
      ],
      [ids.supervisor, 'supervision', { type: 'clockResumed', happenedAt: at('2026-11-21T08:20'), facts: { clock: 'visit-rhythm' } }],
      [ids.worker, 'casework', { type: 'shareEnded', happenedAt: at('2026-11-21T08:30'), facts: { share } }],
      [
        ids.worker,
        'casework',
        {
          type: 'closureProposed',
          happenedAt: at('2026-11-21T09:00'),
          facts: { proposal: closing, reason: 'goalAchieved', residualRisk: 'low', followUpOn: null },
        },
      ],
      [
        ids.supervisor,
        'supervision',
        {
          type: 'closureDecided',
          happenedAt: at('2026-11-21T10:00'),
          facts: { proposal: closing, approved: true, reason: 'goalAchieved' },
        },
      ],
      [
        ids.supervisor,
        'supervision',
        { type: 'caseReopened', happenedAt: at('2026-11-21T11:00'), facts: { reason: 'newReport', report: null } },
      ],
    ];
    for (const [actor, purpose, draft] of steps) {
      await open(actor, purpose, caseId, [draft]);
      expect([draft.type, await agree(caseId)]).toEqual([draft.type, []]);
    }
    const events = await as(ids.worker, 'casework', (tx) => readEvents(tx, caseId, true));
    expect(events).toHaveLength(3 + steps.length);
    expect(events.find((event) => event.type === 'planDrafted')?.personal).toEqual({ text: '計畫' });
    const stored = await owner.query<{ text: string }>(
      'select facts::text || coalesce(encode(sealed, $2), $3) as text from casework.event where case_id = $1',
      [caseId, 'escape', ''],
    );
    expect(stored.rows.some((row) => row.text.includes('計畫'))).toBe(false);
  });

  it('can be rebuilt from its events after its tables were spoilt', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker), visit('2026-11-21T03:00')]), context),
    );
    await owner.query(`delete from casework.visit where case_id = $1`, [caseId]);
    await owner.query(`update casework.clock set due_at = now() where case_id = $1`, [caseId]);
    await owner.query(`update casework."case" set stage = 'nonsense' where id = $1`, [caseId]);
    const spoilt = await agree(caseId);
    expect(spoilt.map((difference) => difference.table)).toEqual(
      expect.arrayContaining(['casework.visit', 'casework.clock', 'casework.case']),
    );
    await as(systemActors.seeder.id, 'system', (tx) => rebuildCase(tx, caseId, programme, context));
    expect(await agree(caseId)).toEqual([]);
  });

  it('gives a stale write both sides and writes nothing', async () => {
    const { caseId, version } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    await open(ids.worker, 'casework', caseId, [visit('2026-11-21T03:00')]);
    const problem = await as(ids.worker, 'casework', async (tx) =>
      staleVersion(must(await lockCase(tx, caseId, findProgramme, context)), version, { type: 'addNote' }),
    );
    expect(problem).toMatchObject({
      code: 'versionConflict',
      based: version,
      current: version + 1,
      theirs: [{ type: 'visitRecorded' }],
      yours: { type: 'addNote' },
    });
  });

  it('lets of two who write at once the second wait and see what the first wrote', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    await Promise.all(['01', '02', '03', '04'].map((minute) => open(ids.worker, 'casework', caseId, [visit(`2026-11-21T03:${minute}`)])));
    expect(await agree(caseId)).toEqual([]);
    expect(await as(ids.worker, 'casework', (tx) => readEvents(tx, caseId, false))).toHaveLength(7);
  });

  it('is not there for a worker who is not on it', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeUndefined();
    expect(await as(ids.other, 'casework', (tx) => lockCase(tx, caseId, findProgramme, context))).toMatchObject({
      ok: false,
      problem: { code: 'notFound' },
    });
  });
});

describe('lists and worklists', () => {
  it('stand in the order of the nearest clock, page without repeating, and count', async () => {
    const three = [await newCase([accept(), assign(ids.worker)]), await newCase([accept()]), await newCase([accept()])];
    await as(ids.supervisor, 'dispatch', (tx) => createCases(tx, three, context));
    const wish = { view: 'unit', now, unit: ids.centre, limit: 2 } as const;
    const first = await as(ids.supervisor, 'supervision', (tx) => listCases(tx, wish));
    const last = first.at(-1);
    if (last === undefined) throw new Error('no rows');
    const rest = await as(ids.supervisor, 'supervision', (tx) =>
      listCases(tx, { ...wish, limit: 100, after: { value: last.next_due, id: last.id } }),
    );
    const seen = [...first, ...rest];
    expect(new Set(seen.map((row) => row.id)).size).toBe(seen.length);
    const due = seen.map((row) => row.next_due ?? '9999');
    expect(due).toEqual([...due].sort());
    const counts = await as(ids.supervisor, 'supervision', (tx) => countViews(tx, { now, unit: ids.centre }));
    expect(counts.find((view) => view.view === 'unit')?.count).toBe(seen.length);
    expect(counts.find((view) => view.view === 'unassigned')?.count).toBeGreaterThan(0);
  });

  it('show a worker the running clocks, a supervisor what waits for a decision', async () => {
    const clocks = await as(ids.worker, 'casework', (tx) => dueClocks(tx, 50));
    expect(clocks.map((row) => row.rule)).toContain('vf-visit');
    const proposal = randomUUID();
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    await open(ids.worker, 'casework', caseId, [
      visit('2026-11-21T03:00'),
      { type: 'openingProposed', happenedAt: at('2026-11-21T05:00'), facts: { proposal, outcome: 'open', reasons: [] } },
    ]);
    const waiting = await as(ids.supervisor, 'supervision', (tx) => pendingApprovals(tx, [ids.centre], 50));
    expect(waiting.map((row) => row.case_id)).toContain(caseId);
  });
});

describe('a referral', () => {
  it('goes out sealed, is answered by the unit that sees nothing else, and comes back as an event', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const referral = randomUUID();
    const sent: EventDraft = {
      type: 'referralSent',
      happenedAt: now,
      facts: { referral, unit: ids.school, need: 'school', fields: ['name'], answerBy: at('2026-11-30T00:00') },
    };
    await open(ids.worker, 'casework', caseId, [sent], { [referral]: '{"message":"請協助就學"}' });
    expect(await agree(caseId)).toEqual([]);
    expect(await as(ids.partner, 'network', (tx) => findCase(tx, caseId))).toBeUndefined();
    const mine = await as(ids.partner, 'network', (tx) => listReferrals(tx, { units: [ids.school], limit: 10 }));
    expect(mine.map((row) => row.id)).toContain(referral);
    const answer = (version: number, word: 'accepted' | 'completed') =>
      as(ids.partner, 'network', (tx) =>
        answerReferral(tx, { referralId: referral, version, answer: word, reason: null, note: '好' }, ['referral-answer'], context),
      );
    expect(await answer(1, 'accepted')).toMatchObject({ ok: true, value: { status: 'accepted', version: 2 } });
    expect(await agree(caseId)).toEqual([]);
    expect(await answer(1, 'completed')).toMatchObject({ ok: false, problem: { code: 'versionConflict' } });
    expect(await answer(2, 'completed')).toMatchObject({ ok: true });
    expect(await answer(3, 'completed')).toMatchObject({ ok: false, problem: { code: 'referralAnswered' } });
    expect(await agree(caseId)).toEqual([]);
    const events = await as(ids.worker, 'casework', (tx) => readEvents(tx, caseId, false));
    expect(events.slice(-2).map((event) => [event.type, event.actor])).toEqual([
      ['referralAnswered', ids.partner],
      ['referralReturned', ids.partner],
    ]);
  });

  it('cannot be answered by another unit', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const referral = randomUUID();
    await open(ids.worker, 'casework', caseId, [
      { type: 'referralSent', happenedAt: now, facts: { referral, unit: ids.centre, need: 'school', fields: [], answerBy: now } },
    ]);
    expect(
      await as(ids.partner, 'network', (tx) =>
        answerReferral(tx, { referralId: referral, version: 1, answer: 'accepted', reason: null, note: '' }, [], context),
      ),
    ).toMatchObject({ ok: false, problem: { code: 'notFound' } });
  });
});

describe('assignment and escalation', () => {
  it('refuses one worker for both sides (law 8), and a lead from another unit', async () => {
    const one = await newCase([accept(), assign(ids.worker)]);
    const victim = one.members[0]?.person ?? '';
    const { person: respondent } = await aReport();
    await as(ids.supervisor, 'dispatch', (tx) =>
      createCase(
        tx,
        { ...one, members: [...one.members, { person: respondent, role: 'respondent', relation: null, side: 'offender' }] },
        context,
      ),
    );
    const ask = (subjects: string[], respondents: string[], account: string = ids.worker, unit: string | null = ids.centre) =>
      as(ids.supervisor, 'supervision', (tx) => assignmentConflict(tx, { account, unit, report: one.report, subjects, respondents }));
    expect(await ask([respondent], [])).toEqual({ code: 'assignmentConflict', reason: 'bothSides' });
    expect(await ask([randomUUID()], [victim])).toEqual({ code: 'assignmentConflict', reason: 'bothSides' });
    expect(await ask([respondent], [], ids.other)).toBeNull();
    expect(await ask([randomUUID()], [], ids.partner)).toEqual({ code: 'assignmentConflict', reason: 'notInUnit' });
  });

  it('lets a helper in until the planned end, and no longer', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const help = (until: Instant): EventDraft => ({
      type: 'collaboratorAdded',
      happenedAt: at('2026-01-01T00:00'),
      facts: { account: ids.other, unit: ids.centre, duty: 'care', until },
    });
    await open(ids.worker, 'casework', caseId, [help(at('2026-01-02T00:00'))]);
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeUndefined();
    await open(ids.worker, 'casework', caseId, [help(at('2099-01-01T00:00'))]);
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeDefined();
    expect(await agree(caseId)).toEqual([]);
    const ended: EventDraft = {
      type: 'collaboratorEnded',
      happenedAt: at('2026-01-03T00:00'),
      facts: { account: ids.other, unit: ids.centre, reason: 'ended' },
    };
    await open(ids.worker, 'casework', caseId, [ended]);
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeUndefined();
    expect(await agree(caseId)).toEqual([]);
  });

  it('tells each step of a clock once', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const steps = [72, 24, 0].map((hoursBefore, index) => ({
      packVersion: programme.version,
      rule: 'vf-visit',
      step: index + 1,
      hoursBefore,
      to: 'supervisor' as const,
    }));
    const run = (moment: Instant) =>
      db.store.withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, (tx) => escalateCaseClocks(tx, steps, moment));
    const mine = async (moment: Instant) => (await run(moment)).filter((one) => one.caseId === caseId).map((one) => one.step);
    expect(await mine(at('2026-11-25T00:00'))).toEqual([]);
    expect(await mine(at('2026-11-28T00:00'))).toEqual([1]);
    expect(await mine(at('2026-11-28T01:00'))).toEqual([]);
    expect(await mine(at('2026-12-01T00:00'))).toEqual([3]);
    // The supervisor has each step once, also the one that was slept through; the worker has none of these.
    const noticed = (who: string, purpose: 'self') => as(who, purpose, (tx) => listNotices(tx, { unread: true, limit: 50 }));
    const ofCase = (rows: Awaited<ReturnType<typeof listNotices>>) =>
      rows.filter((row) => row.caseId === caseId && row.rule === 'vf-visit').map((row) => row.kind);
    expect(ofCase(await noticed(ids.supervisor, 'self'))).toEqual(['clock.overdue', 'clock.due', 'clock.due']);
    expect(ofCase(await noticed(ids.worker, 'self'))).toEqual([]);
  });
});
