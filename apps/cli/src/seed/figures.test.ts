import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountedCell, cellsSql, membersSql, rowsSql } from '@anwang/analytics';
import { type CaseEvent, fold } from '@anwang/core/cases';
import { must } from '@anwang/core/lang';
import { evaluateMeasure, type MeasureRow, measureCells } from '@anwang/core/measures';
import { dueInstant, type Instant, officeCalendar, parseInstant, taipei } from '@anwang/core/time';
import { findProgramme, firstVisitRules, measures } from '@anwang/packs';
import { systemActors } from '@anwang/store/access';
import { rebuildCase } from '@anwang/store/casework';
import { runFigures } from '@anwang/store/figures';
import { openAuthDatabase } from '@anwang/store/session';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { type Counted, liveOddly, reckonFigures } from '@anwang/testkit/oracles';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemo } from './fill-demo.ts';

const now = must(parseInstant('2026-11-22T08:00:00.000Z'));
const setting = { zone: taipei.id, firstVisitRules };
const span = { county: null, from: '2020-01-01T00:00:00.000Z', until: '2030-01-01T00:00:00.000Z', now };
const context = { now, zone: taipei };
const days = { ...context, calendar: officeCalendar };
let db: TestDatabase;
let owner: Client;
let data: string;
const asStatistics = <Row>(text: string) =>
  db.store.withActor(systemActors.statistics, 'statistics', { route: 'test' }, (tx) => runFigures<Row>(tx, text, span));

beforeAll(async () => {
  db = await temporaryDatabase();
  owner = await db.owner();
  data = mkdtempSync(join(tmpdir(), 'anwang-figures-'));
  const logins = openAuthDatabase(db.targets.auth);
  await fillDemo({
    installation: { store: db.store, logins },
    data,
    size: 'small',
    now,
    progress: { step: () => undefined, end: () => undefined },
  });
  await logins.destroy();
  await owner.query('analyze');
  const touched = [...(await liveOddly(owner, Date.parse(now)))];
  const pinned = await owner.query<{ id: string; programme: string; pack_version: string }>(
    'select id, programme, pack_version from casework.case where id = any ($1::uuid[])',
    [touched],
  );
  await db.store.withActor(systemActors.seeder, 'system', { route: 'test' }, async (tx) => {
    for (const one of pinned.rows) await rebuildCase(tx, one.id, findProgramme(one.programme, one.pack_version)!, days);
  });
});
afterAll(async () => {
  await db.close();
  rmSync(data, { recursive: true, force: true });
});

describe('indicators in PostgreSQL', () => {
  it.each(measures.map((m) => [m.id, m] as const))(
    '%s: SQL counts what the reference counts, cell by cell and row by row',
    async (_, measure) => {
      const rows = await asStatistics<MeasureRow>(rowsSql(measure, setting));
      const cells = await asStatistics<CountedCell>(cellsSql(measure, setting));
      const order = (list: readonly CountedCell[]) =>
        [...list].sort((a, b) => `${a.district} ${a.month}`.localeCompare(`${b.district} ${b.month}`));
      expect(order(cells)).toEqual(order(measureCells(measure, rows, context)));
      const members = await asStatistics<{ id: string; met: boolean }>(membersSql(measure, setting));
      const figure = evaluateMeasure(measure, rows, { from: '2020-01-01' as never, to: '2029-12-31' as never }, context);
      expect(members.map((m) => m.id).sort()).toEqual([...figure.denominator].sort());
      expect(
        members
          .filter((m) => m.met)
          .map((m) => m.id)
          .sort(),
      ).toEqual([...figure.numerator].sort());
      expect(figure.denominator.length).toBeGreaterThan(0);
    },
  );

  it.each(measures.map((m) => m.id))(
    '%s: a second reckoning from raw events counts the same rows in the same district, month and part',
    async (id) => {
      const told = (rows: readonly Counted[]) => rows.map((row) => `${row.id} ${row.district} ${row.month} ${row.met}`).sort();
      const measure = measures.find((one) => one.id === id)!;
      const second = (await reckonFigures(owner, Date.parse(now), new Set(['10008'])))[id]!;
      // Who was seen long before the day is counted in the month of the day: a later one than the span has.
      expect(told(await asStatistics<Counted>(membersSql(measure, setting)))).toEqual(told(second));
      expect([second.some((row) => row.met), second.some((row) => !row.met)]).toEqual([true, true]);
    },
  );

  it('the universe of cases says what the events say', async () => {
    const events = (
      await owner.query<{ case_id: string; seq: number; type: string; at: Instant; facts: never; actor: string }>(
        'select case_id, seq, type, happened_at as at, facts, actor_id as actor from casework.event order by case_id, seq',
      )
    ).rows;
    const asEvent = (e: (typeof events)[number]) =>
      ({ ...e, id: '', caseId: e.case_id, happenedAt: e.at, unit: null, personal: null }) as unknown as CaseEvent;
    const lives = [...Map.groupBy(events, (e) => e.case_id).values()].map((list) => list.map(asEvent));
    const states = lives.map((life) => fold(life)!);
    // A case that was reopened had ended before: what it was then is a row of its own.
    const ended = lives.flatMap((life) =>
      life.flatMap((e, nth) => (e.type === 'caseReopened' ? [{ ...fold(life.slice(0, nth))!, reopenedFor: e.facts.reason }] : [])),
    );
    const courses = [...states.map((state) => ({ ...state, reopenedFor: null })), ...ended];
    expect(ended.length).toBeGreaterThan(5);
    const measure = measures.find((m) => m.id === 'vf-protection-3m')!;
    const rows = await asStatistics<MeasureRow>(rowsSql(measure, setting));
    const sixMonths = (from: Instant) => dueInstant(from, { amount: 6, kind: 'months' }, days);
    const threeMonths = (from: Instant) => dueInstant(from, { amount: 3, kind: 'months' }, days)!;
    const served = (state: { openedAt: Instant | null; closedAt: Instant | null }) => {
      const reached = state.openedAt === null ? null : threeMonths(state.openedAt);
      return reached !== null && reached <= (state.closedAt ?? now) && reached <= now ? reached : null;
    };
    const text = (values: readonly unknown[]) => values.map(String).join(' ');
    expect(
      rows
        .map((row) =>
          text([
            row.id,
            row.opening,
            row.openingDecidedAt,
            row.openedAt,
            row.closedAt,
            row.reopenedFor,
            row.threeMonthsAt,
            row.sixMonthsAt,
          ]),
        )
        .sort(),
    ).toEqual(
      courses
        .map((state) =>
          text([
            state.id,
            state.opening?.outcome ?? null,
            state.opening?.at ?? null,
            state.openedAt,
            state.closedAt,
            state.reopenedFor,
            served(state),
            state.closedAt === null ? null : sixMonths(state.closedAt),
          ]),
        )
        .sort(),
    );
  });
});
