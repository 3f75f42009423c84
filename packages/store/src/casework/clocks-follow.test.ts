// Clocks that change by what is said of a case: one that is over again after a pause is told again, and two who turn out to be one have one clock.
import { randomUUID } from 'node:crypto';
import type { Instant } from '@anwang/core/time';
import { findProgramme, programmeFor } from '@anwang/packs';
import { expect, it } from 'vitest';
import { systemActors } from '../access/index.ts';
import { listNotices } from '../notices/index.ts';
import type { Tx } from '../session/index.ts';
import { accept, assign, at, caseOffice, context, ids, programme } from '../testing/case-office.ts';
import { appendEvents, compareProjection, createCase, type EventDraft, escalateCaseClocks, lockCase, reckonClocks } from './index.ts';

const { as, newCase, store, query } = caseOffice();
const asClock = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  store().withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, work);
const say = (caseId: string, now: Instant, ...drafts: EventDraft[]) =>
  as(ids.supervisor, 'supervision', async (tx) => {
    const locked = await lockCase(tx, caseId, findProgramme, { ...context, now });
    if (!locked.ok) throw new Error(JSON.stringify(locked.problem));
    await appendEvents(tx, locked.value, drafts, { ...context, now });
  });
const rowsOf = async <Row extends Record<string, unknown>>(text: string, values: readonly unknown[]): Promise<Row[]> =>
  (await query<Row>(text, [...values])).rows;
const agrees = (caseId: string, now: Instant) =>
  as(ids.supervisor, 'supervision', (tx) => compareProjection(tx, caseId, programme, { ...context, now }));

it('what is over again after a pause is told again, once', async () => {
  const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
    createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
  );
  const steps = [{ packVersion: programme.version, rule: 'vf-report', step: 1, hoursBefore: 0, to: 'supervisor' as const }];
  const sweep = (now: Instant) => asClock((tx) => escalateCaseClocks(tx, steps, now));
  const told = async () =>
    (await as(ids.supervisor, 'self', (tx) => listNotices(tx, { unread: true, limit: 50 }))).filter(
      (row) => row.caseId === caseId && row.rule === 'vf-report',
    ).length;
  await sweep(at('2026-12-21T00:00'));
  await sweep(at('2026-12-22T00:00'));
  expect(await told()).toBe(1);
  await say(caseId, at('2026-12-23T01:00'), {
    type: 'clockPaused',
    happenedAt: at('2026-12-23T01:00'),
    facts: { clock: 'vf-report', reason: 'hospital' },
  });
  await sweep(at('2026-12-25T00:00'));
  expect(await told()).toBe(1);
  const resumed = at('2026-12-30T01:00');
  await say(caseId, resumed, { type: 'clockResumed', happenedAt: resumed, facts: { clock: 'vf-report' } });
  await sweep(at('2026-12-30T01:10'));
  await sweep(at('2026-12-31T01:10'));
  expect(await told()).toBe(2);
  expect(await agrees(caseId, resumed)).toEqual([]);
});

it('the clock of one who turns out to be somebody else in the case ends, and comes back when that is taken back', async () => {
  const protection = programmeFor('child-protection', '64000')!;
  const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
    createCase(tx, { ...(await newCase([accept(), assign(ids.worker)])), programme: protection, grade: 'L1', class: 'C1' }, context),
  );
  const [one] = await rowsOf<{ id: string; county: string }>(
    'select person_id as id, county from casework.case_person where case_id = $1',
    [caseId],
  );
  const second = randomUUID();
  await query(`insert into people.person (id, county, sex, demo) values ($1, $2, 'female', true)`, [second, one!.county]);
  const unsafe = (person: string): EventDraft => ({
    type: 'assessmentCompleted',
    happenedAt: context.now,
    facts: {
      assessment: randomUUID(),
      instrument: 'sdm-safety',
      version: '1',
      moment: 'review',
      person,
      score: 1,
      band: 'unsafe',
      override: null,
      triggers: [],
    },
  });
  await say(
    caseId,
    context.now,
    { type: 'memberAdded', happenedAt: context.now, facts: { person: second, role: 'member', relation: null, side: 'family' } },
    unsafe(one!.id),
    unsafe(second),
  );
  const running = async () =>
    (
      await rowsOf<{ instance: string }>(
        `select instance from casework.clock where case_id = $1 and rule = 'sdm-review' and stopped_at is null order by instance`,
        [caseId],
      )
    ).map((row) => row.instance);
  expect(await running()).toEqual([one!.id, second].sort());
  const decision = randomUUID();
  const known = async (type: string, facts: object) => {
    await query(
      `with c as (update casework.case set version = version + 1 where id = $1 returning id, county, version)
       insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts) select id, version, $2, county, $3, $4, $5, $6 from c`,
      [caseId, randomUUID(), type, context.now, ids.supervisor, JSON.stringify(facts)],
    );
    await asClock((tx) => reckonClocks(tx, [caseId], findProgramme, [], () => context));
  };
  await known('personReplaced', { decision, from: second, to: one!.id });
  expect(await running()).toEqual([one!.id]);
  await known('personRestored', { decision });
  expect(await running()).toEqual([one!.id, second].sort());
});
