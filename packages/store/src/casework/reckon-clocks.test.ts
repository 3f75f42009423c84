// A closure entered afterwards moves a running clock, takes back what was told too early, and makes in time what was late; nothing else moves, and doing it again does nothing.
import { randomUUID } from 'node:crypto';
import { businessCalendar, type Instant, officeYears, type PlainDate } from '@anwang/core/time';
import { findProgramme } from '@anwang/packs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { systemActors } from '../access/index.ts';
import { listNotices } from '../notices/index.ts';
import type { Tx } from '../session/index.ts';
import { accept, assign, at, caseOffice, context, ids, programme } from '../testing/case-office.ts';
import { answerReferral, casesToReckon, compareProjection, createCase, escalateCaseClocks, findReferral, reckonClocks } from './index.ts';

const { as, newCase, open, store, query } = caseOffice();
const typhoon = { ...context, calendar: businessCalendar([...officeYears, { year: 2026, off: ['2026-11-23' as PlainDate], makeUp: [] }]) };
const steps = [6, 0].map((hoursBefore, index) => ({
  packVersion: programme.version,
  rule: 'assign-lead',
  step: index + 1,
  hoursBefore,
  to: 'supervisor' as const,
}));
const asClock = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  store().withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, work);
const change = { county: '64000', from: at('2026-11-22T16:00'), until: at('2026-11-23T16:00') };

it('moves what was running on the day, and takes back what was told', async () => {
  const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) => createCase(tx, await newCase([accept()]), context));
  const late = await as(ids.supervisor, 'dispatch', async (tx) =>
    createCase(tx, await newCase([accept(), { ...assign(ids.worker), happenedAt: at('2026-11-24T03:00') }]), context),
  );
  const clockOf = async (id: string) =>
    (
      await query<{ due: string; escalated: number; outcome: string | null; next: string | null }>(
        `select k.due_at::text as due, k.escalated, k.outcome, c.next_due::text as next from casework.clock k join casework."case" c on c.id = k.case_id where k.case_id = $1 and k.rule = 'assign-lead'`,
        [id],
      )
    ).rows[0];
  // Accepted on Friday the 20th: a lead by the end of Monday.
  expect(await clockOf(caseId)).toMatchObject({ due: '2026-11-23 15:59:59.999+00', next: '2026-11-23 15:59:59.999+00' });
  expect(await clockOf(late.caseId)).toMatchObject({ outcome: 'late' });
  const now = at('2026-11-23T16:30');
  await asClock((tx) => escalateCaseClocks(tx, steps, now));
  const told = async () =>
    (await as(ids.supervisor, 'self', (tx) => listNotices(tx, { unread: true, limit: 50 })))
      .filter((row) => row.caseId === caseId && row.rule === 'assign-lead')
      .map((row) => row.kind);
  expect(await told()).toEqual(['clock.overdue', 'clock.due']);

  const listed = await asClock((tx) => casesToReckon(tx, change, ['assign-lead'], null, 10));
  expect(listed).toEqual([caseId, late.caseId].sort());
  expect(await asClock((tx) => casesToReckon(tx, change, ['assign-lead'], listed[0] ?? null, 10))).toEqual(listed.slice(1));
  expect(await asClock((tx) => casesToReckon(tx, { ...change, county: '66000' }, ['assign-lead'], null, 10))).toEqual([]);
  expect(await asClock((tx) => casesToReckon(tx, change, [], null, 10))).toEqual([]);
  const reckon = (id: string, moment: Instant) =>
    asClock((tx) => reckonClocks(tx, [id], findProgramme, steps, () => ({ ...typhoon, now: moment })));
  expect(await reckon(caseId, now)).toBe(1);
  expect(await clockOf(caseId)).toMatchObject({ due: '2026-11-24 15:59:59.999+00', escalated: 0, next: '2026-11-24 15:59:59.999+00' });
  expect(await told()).toEqual([]);
  expect(await reckon(caseId, now)).toBe(0);
  expect(await reckon(late.caseId, now)).toBe(1);
  expect(await clockOf(late.caseId)).toMatchObject({ outcome: 'met' });
  // Told again when it comes to that.
  await asClock((tx) => escalateCaseClocks(tx, steps, at('2026-11-24T12:00')));
  expect(await told()).toEqual(['clock.due']);
  const { rows } = await query<{ n: number; county: string }>(
    `select count(*)::int as n, min(county) as county from audit.entry where action = 'clock.reckon' and actor_id = $1`,
    [systemActors.clock.id],
  );
  expect(rows).toEqual([{ n: 2, county: '64000' }]);
});

it('reckons many at once as one by one', async () => {
  const made = await Promise.all(
    Array.from({ length: 7 }, () => as(ids.supervisor, 'dispatch', async (tx) => createCase(tx, await newCase([accept()]), context))),
  );
  const all = made.map((one) => one.caseId).sort();
  const reckon = () => asClock((tx) => reckonClocks(tx, all, findProgramme, steps, () => ({ ...typhoon, now: at('2026-11-23T02:00') })));
  expect(await reckon()).toBe(7);
  for (const caseId of all)
    expect(await as(systemActors.seeder.id, 'system', (tx) => compareProjection(tx, caseId, programme, typhoon))).toEqual([]);
  expect(await reckon()).toBe(0);
});

it('moves by when a referral is to be answered, and tells the unit to which it went', async () => {
  const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
    createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
  );
  const [waits, answered] = [randomUUID(), randomUUID()];
  const sent = at('2026-11-20T08:00');
  const told = '2026-11-27T15:59:59.999Z' as Instant;
  for (const referral of [waits, answered])
    await open(ids.worker, 'casework', caseId, [
      { type: 'referralSent', happenedAt: sent, facts: { referral, unit: ids.school, need: 'school', fields: [], answerBy: told } },
    ]);
  await as(ids.partner, 'network', (tx) =>
    answerReferral(tx, { referralId: answered, version: 1, answer: 'accepted', reason: null, note: '好' }, ['referral-answer'], context),
  );
  const seen = async (id: string) => {
    const row = await as(ids.partner, 'network', (tx) => findReferral(tx, id));
    return row && { due: row.answer_due, first: row.first_due, version: row.version };
  };
  const clock = async () =>
    (await query<{ due: Date }>(`select due_at as due from casework.clock where rule = 'referral-answer' and instance = $1`, [waits]))
      .rows[0];
  const notices = async () =>
    (await as(ids.partner, 'self', (tx) => listNotices(tx, { unread: true, limit: 50 }))).filter((row) => row.kind === 'referral.moved');
  const reckon = (calendar: typeof context) =>
    asClock((tx) => reckonClocks(tx, [caseId], findProgramme, steps, () => ({ ...calendar, now: at('2026-11-24T02:00') })));
  expect(await seen(waits)).toEqual({ due: told, first: null, version: 1 });
  await reckon(typhoon);
  const moved = '2026-11-30T15:59:59.999Z';
  expect(new Date((await clock())!.due).toISOString()).toBe(moved);
  expect(await seen(waits)).toEqual({ due: moved, first: told, version: 1 });
  expect(await seen(answered), 'what was answered stays').toMatchObject({ due: told, first: null });
  expect(await notices()).toMatchObject([{ due: moved, caseId: null, ref: null }]);
  await reckon(typhoon);
  expect(await notices()).toHaveLength(1);
  // The closure is taken back.
  await reckon(context);
  expect(await seen(waits)).toEqual({ due: told, first: null, version: 1 });
  // Nobody else moves it.
  const { rows } = await as(ids.worker, 'casework', (tx) => sql`select * from network.move_answer(${waits}::uuid, now())`.execute(tx));
  expect(rows).toEqual([]);
});

it('is the clock’s alone', async () => {
  const rows = await as(ids.worker, 'casework', (tx) => tx.selectFrom('casework.case').select('id').execute());
  expect(rows.length).toBeGreaterThan(0);
  expect(await as(ids.worker, 'casework', (tx) => reckonClocks(tx, [rows[0]!.id], findProgramme, steps, () => typhoon))).toBe(0);
});
