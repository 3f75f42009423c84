import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routeExplanation, suggestion } from '@anwang/contract/shapes';
import { must } from '@anwang/core/lang';
import { parseInstant } from '@anwang/core/time';
import { openAuthDatabase } from '@anwang/store/session';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { verifyPassword } from 'better-auth/crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemo } from './fill-demo.ts';

const now = must(parseInstant('2026-11-22T08:00:00.000Z'));
let db: TestDatabase;
let owner: Client;
let data: string;
const fill = (stopAfter?: number, step: (done: number) => void = () => undefined) => {
  const logins = openAuthDatabase(db.targets.auth);
  return fillDemo({
    installation: { store: db.store, logins },
    data,
    size: 'small',
    now,
    progress: { step, end: () => undefined },
    ...(stopAfter === undefined ? {} : { stopAfter }),
  }).finally(() => logins.destroy());
};
const count = async (table: string, where = 'true') =>
  Number((await owner.query(`select count(*) as n from ${table} where ${where}`)).rows[0].n);

beforeAll(async () => {
  db = await temporaryDatabase();
  owner = await db.owner();
  data = mkdtempSync(join(tmpdir(), 'anwang-seed-'));
});
afterAll(async () => {
  await db.close();
  rmSync(data, { recursive: true, force: true });
});

describe('the demo in PostgreSQL', () => {
  it('goes on where it stopped, and is whole after that', async () => {
    // The first person says once for all that these are invented people. Whoever comes second at that moment waits for the first to commit: if that is the
    // earlier chunk, it waits for the later, which waits for its turn (seen on a crowded machine: no demo after a minute).
    let early = Promise.resolve(-1);
    const filled = await fill(2, (done) => {
      if (done === 1) early = count('people.person');
    });
    expect(filled.written).toBe(2);
    expect(await early).toBeGreaterThan(0);
    const half = await count('people.person');
    const rest = await fill();
    expect(rest.state).toMatchObject({ done: rest.state?.total });
    expect(await count('people.person')).toBe(3_300);
    expect(half).toBeLessThan(3_300);
    expect((await fill()).written).toBe(0);
  });

  it('leaves no report without number, no event gap and no orphan', async () => {
    expect(await count('intake.report')).toBeGreaterThan(250);
    expect(await count('casework.case')).toBeGreaterThan(100);
    expect(
      await count(
        'casework.case c',
        'c.version <> (select max(seq) from casework.event e where e.case_id = c.id) or c.version <> (select count(*) from casework.event e where e.case_id = c.id)',
      ),
    ).toBe(0);
    expect(await count('intake.dispatch d', `d.status = 'accepted' and d.case_id is null`)).toBe(0);
    expect(await count('intake.report', `status = 'received'`)).toBeLessThan(30);
    // What waits for its reviewer says for which programme and unit; what was disputed has an arbiter's word or waits for one, under a clock.
    const proposed = `status = 'proposed' and exists (select from intake.proposal p where p.report_id = r.id and p.outcome = 'accept')`;
    expect(await count('intake.report r', `${proposed} and not exists (select from intake.proposal_line l where l.report_id = r.id)`)).toBe(
      0,
    );
    expect(await count('intake.dispatch', 'disputed_at is not null')).toBeGreaterThan(3);
    expect(await count('intake.dispatch', `disputed_at is not null and (arbitrated_at is null) <> (status = 'disputed')`)).toBe(0);
    const running = `exists (select from intake.clock k where k.dispatch_id = d.id and k.rule = 'arbitration' and k.stopped_at is null)`;
    expect(await count('intake.dispatch d', `(status = 'disputed') <> ${running}`)).toBe(0);
    expect(await count('intake.dispatch', 'accepted_at < arbitrated_at')).toBe(0);
    // The suggestion and the route are kept in the shapes in which the desk and the unit read them.
    const kept = await owner.query(
      'select p.system_proposal as said, l.route_explanation as why from intake.proposal p left join intake.proposal_line l on l.proposal_id = p.id',
    );
    for (const { said, why } of kept.rows) {
      suggestion.parse(said);
      routeExplanation.nullable().parse(why);
    }
    // No event of the past is news of today.
    expect(await count('casework.event', `recorded_at > happened_at + interval '1 day'`)).toBe(0);
    const sent = await count('network.referral');
    expect(sent).toBeGreaterThan(10);
    expect(await count('network.referral', `status in ('accepted', 'declined', 'completed')`)).toBeGreaterThan(0.7 * sent);
    expect(await count('network.referral', `status = 'sent' and answer_due < '2026-11-22'::date - 20`)).toBe(0);
  });

  // Workers keep most of their clocks: a screen on which a third is overdue looks like a county that has given up, and hides what is.
  it('shows a working day: few clocks are over, some are', async () => {
    const running = `stopped_at is null and paused_at is null and due_at is not null`;
    const over = `due_at < '${now}'`;
    const rules = (
      await owner.query<{ rule: string; runs: number; late: number }>(
        `select rule, count(*)::int as runs, (count(*) filter (where ${over}))::int as late from casework.clock where ${running} group by rule`,
      )
    ).rows;
    const sum = (key: 'runs' | 'late') => rules.reduce((total, one) => total + one[key], 0);
    expect(sum('runs')).toBeGreaterThan(60);
    expect(sum('late')).toBeGreaterThan(0);
    expect(sum('late') / sum('runs')).toBeLessThan(0.15);
    expect(rules.filter((one) => one.runs >= 6 && one.late / one.runs > 0.3)).toEqual([]);
    const desk = await count('intake.clock', `stopped_at is null`);
    expect((await count('intake.clock', `stopped_at is null and ${over}`)) / desk).toBeLessThan(0.4);
  });
});

describe('a county that begins without a demo', () => {
  const none = async (database: TestDatabase, size: 'none' | 'small', counties: readonly string[] = []) => {
    const logins = openAuthDatabase(database.targets.auth);
    const progress = { step: () => undefined, end: () => undefined };
    return fillDemo({ installation: { store: database.store, logins }, data: folder, size, now, progress, counties }).finally(() =>
      logins.destroy(),
    );
  };
  let folder: string;

  it('has an administrator, goes on after a kill, stays as it is without the file, and never takes the demo', async () => {
    folder = mkdtempSync(join(tmpdir(), 'anwang-first-'));
    const file = join(folder, 'demo-accounts.json');
    const database = await temporaryDatabase();
    try {
      const root = await database.owner();
      const passwords = async () =>
        (await root.query<{ password: string }>(`select password from auth.account where "providerId" = 'credential' order by "userId"`))
          .rows;
      const opens = async (accounts: readonly { password: string }[]) => {
        const held = await root.query<{ password: string; given: boolean }>('select password, given from auth.account');
        const fits = await Promise.all(
          accounts.flatMap(({ password }) => held.rows.map((row) => verifyPassword({ hash: row.password, password }))),
        );
        return held.rows.every((row) => row.given) && fits.filter(Boolean).length === accounts.length;
      };
      expect(await none(database, 'none')).toEqual({ state: null, written: 0 });
      const first = JSON.parse(readFileSync(file, 'utf8')) as { accounts: { name: string; role: string; password: string }[] };
      expect(first.accounts.length).toBeGreaterThan(0);
      // Each county its own password, given and so good for choosing another only; nobody is called by an invented name.
      expect(new Set(first.accounts.map((account) => account.password)).size).toBe(first.accounts.length);
      expect(first.accounts.every((account) => account.name === account.role)).toBe(true);
      expect(await opens(first.accounts)).toBe(true);
      expect((await root.query(`select from org.unit where name_zh like '%示範%' or capacity is not null`)).rowCount).toBe(0);
      await root.query(`update system.setting set value = value || '{"done": false}' where key = 'first.accounts'`);
      await none(database, 'none');
      const second = JSON.parse(readFileSync(file, 'utf8')) as typeof first;
      expect(await opens(second.accounts)).toBe(true);
      const held = await passwords();
      expect(held.length).toBe(second.accounts.length);
      rmSync(file);
      await none(database, 'small');
      expect(existsSync(file)).toBe(false);
      expect(await passwords()).toEqual(held);
      expect(Number((await root.query('select count(*) as n from people.person')).rows[0].n)).toBe(0);
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('begins with the counties that are named, takes another one later, and tells of each administrator once', async () => {
    folder = mkdtempSync(join(tmpdir(), 'anwang-first-'));
    const file = join(folder, 'demo-accounts.json');
    const database = await temporaryDatabase();
    try {
      const root = await database.owner();
      const told = () => (JSON.parse(readFileSync(file, 'utf8')) as { accounts: { username: string; password: string }[] }).accounts;
      const counties = async () => (await root.query<{ id: string }>('select id from org.county order by id')).rows.map((row) => row.id);
      await none(database, 'none', ['66000']);
      expect(await counties()).toEqual(['66000']);
      expect(told().map((account) => account.username)).toEqual(['txg.admin']);
      const [before] = told();
      const inside = await root.query(`select from org.district where county = '66000' and id like '66000%' and name_zh not like '%台%'`);
      expect(inside.rowCount).toBe(29);
      const units = await root.query<{ name: string }>('select name_zh as name from org.unit order by 1');
      expect(units.rows.every((row) => row.name.startsWith('臺中市政府'))).toBe(true);
      await none(database, 'none');
      expect(told()).toEqual([before]);
      await none(database, 'none', ['09007', '66000']);
      expect(await counties()).toEqual(['09007', '66000']);
      expect(told().map((account) => account.username)).toEqual(['txg.admin', 'lie.admin']);
      expect(told()[0], 'whoever was told of before keeps the password').toEqual(before);
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
