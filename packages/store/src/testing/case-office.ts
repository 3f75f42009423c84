// An office for the tests of casework: a real database with one family centre, a school and their people, and cases made from reports as the desk makes them.
import { randomUUID } from 'node:crypto';
import type { DeadlineContext } from '@anwang/core/cases';
import { must } from '@anwang/core/lang';
import { type Instant, officeCalendar, taipei } from '@anwang/core/time';
import { findProgramme, programmeFor } from '@anwang/packs';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { systemActors } from '../access/index.ts';
import { appendEvents, compareProjection, type EventDraft, lockCase, type NewCase } from '../casework/index.ts';
import type { Store, Tx } from '../session/index.ts';

const county = '64000';
export const district = '64000030';
export const at = (text: string) => `${text}:00.000Z` as Instant;
export const now = at('2026-11-22T04:00');
export const context: DeadlineContext = { now, zone: taipei, calendar: officeCalendar };
export const ids = {
  centre: randomUUID(),
  school: randomUUID(),
  supervisor: randomUUID(),
  worker: randomUUID(),
  other: randomUUID(),
  partner: randomUUID(),
};

const national = programmeFor('vulnerable-family', county);
if (national === null) throw new Error('no programme');
export const programme = national;

const accepted: EventDraft = { type: 'caseAccepted', happenedAt: at('2026-11-20T06:00'), facts: { unit: '' } };
export const accept = (): EventDraft => ({ ...accepted, facts: { unit: ids.centre } });
export const assign = (worker: string): EventDraft => ({
  type: 'workerAssigned',
  happenedAt: at('2026-11-20T07:00'),
  facts: { worker, unit: ids.centre },
});
export const visit = (when: string, outcome: 'met' | 'notMet' = 'met'): EventDraft => ({
  type: 'visitRecorded',
  happenedAt: at(when),
  facts: { method: 'homeVisit', faceToFace: true, outcome, persons: [], minutes: 30, safe: true },
  personal: { text: '紀錄：屋內整潔' },
});

/** Opens the office for the tests of a file and closes it behind them. What it gives works inside tests. */
export function caseOffice() {
  let db: TestDatabase;
  let owner: Client;

  const as = <T>(
    account: string,
    purpose: 'casework' | 'supervision' | 'dispatch' | 'network' | 'self' | 'system',
    work: (tx: Tx) => Promise<T>,
  ) => db.store.withActor({ id: account, county }, purpose, { route: 'test' }, work);

  async function account(id: string, name: string, unit: string, role: string, reach: string): Promise<void> {
    await owner.query('insert into org.account (id, county, unit_id, username, name) values ($1, $2, $3, $4, $4)', [
      id,
      county,
      unit,
      name,
    ]);
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

  const open = (account: string, purpose: 'casework' | 'supervision', caseId: string, drafts: readonly EventDraft[], packages = {}) =>
    as(account, purpose, async (tx) =>
      appendEvents(tx, must(await lockCase(tx, caseId, findProgramme, context)), drafts, context, { packages }),
    );

  const agree = (caseId: string) => as(systemActors.seeder.id, 'system', (tx) => compareProjection(tx, caseId, programme, context));

  beforeAll(async () => {
    db = await temporaryDatabase();
    owner = await db.owner();
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

  return {
    as,
    aReport,
    newCase,
    open,
    agree,
    store: (): Store => db.store,
    /** SQL as the owner of the database: what a test spoils or looks at beside all rights. */
    query: <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) => owner.query<Row>(text, values),
  };
}
