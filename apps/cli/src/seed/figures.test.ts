import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountedCell, cellsSql, membersSql, rowsSql } from '@anwang/analytics';
import { type CaseEvent, fold } from '@anwang/core/cases';
import { must } from '@anwang/core/lang';
import { evaluateMeasure, type MeasureRow, measureCells } from '@anwang/core/measures';
import { addMonths, dateIn, endOfDay, type Instant, parseInstant, taipei } from '@anwang/core/time';
import { firstVisitRules, measures } from '@anwang/packs';
import { systemActors } from '@anwang/store/access';
import { runFigures } from '@anwang/store/figures';
import { openAuthDatabase } from '@anwang/store/session';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemo } from './fill-demo.ts';

const now = must(parseInstant('2026-11-22T08:00:00.000Z'));
const setting = { zone: taipei.id, firstVisitRules };
const span = { county: null, from: '2020-01-01T00:00:00.000Z', until: '2030-01-01T00:00:00.000Z', now };
const context = { now, zone: taipei };
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

  it('the universe of cases says what the events say', async () => {
    const events = (
      await owner.query<{ case_id: string; seq: number; type: string; at: Instant; facts: never; actor: string }>(
        'select case_id, seq, type, happened_at as at, facts, actor_id as actor from casework.event order by case_id, seq',
      )
    ).rows;
    const states = [...Map.groupBy(events, (e) => e.case_id).values()].map((list) =>
      must({
        ok: true,
        value: fold(
          list.map(
            (e) =>
              ({
                id: '',
                caseId: e.case_id,
                seq: e.seq,
                type: e.type,
                at: e.at,
                happenedAt: e.at,
                actor: e.actor,
                unit: null,
                facts: e.facts,
                personal: null,
              }) as unknown as CaseEvent,
          ),
        )!,
      }),
    );
    const measure = measures.find((m) => m.id === 'vf-protection-3m')!;
    const rows = new Map((await asStatistics<MeasureRow>(rowsSql(measure, setting))).map((r) => [r.id, r]));
    expect(rows.size).toBe(states.length);
    for (const state of states) {
      const row = rows.get(state.id)!;
      const people = new Set(state.members.map((m) => m.person));
      const later = states.filter((s) => s.id !== state.id && s.county === state.county && s.members.some((m) => people.has(m.person)));
      const first = (list: Instant[]) => list.sort()[0] ?? null;
      const reached = state.openedAt === null ? null : threeMonths(state.openedAt);
      const served = reached !== null && reached <= (state.closedAt ?? now) && reached <= now ? reached : null;
      expect([
        row.opening,
        row.openingDecidedAt,
        row.openedAt,
        row.closedAt,
        row.threeMonthsAt,
        row.reReportedAt,
        row.protectionReportedAt,
      ]).toEqual([
        state.opening?.outcome ?? null,
        state.opening?.at ?? null,
        state.openedAt,
        state.closedAt,
        served,
        state.closedAt === null
          ? null
          : first(later.filter((s) => s.openedAt !== null && s.receivedAt > state.closedAt!).map((s) => s.receivedAt)),
        served === null
          ? null
          : first(
              later
                .filter((s) => s.receivedAt > served && ['child-protection', 'intimate-partner-violence'].includes(s.programme))
                .map((s) => s.receivedAt),
            ),
      ]);
    }
  });
});

/** The same wall-clock moment three calendar months later. */
const threeMonths = (from: Instant): Instant => {
  const day = dateIn(taipei, from);
  const into = Date.parse(from) - (Date.parse(endOfDay(taipei, day)) - 86_399_999);
  return new Date(Date.parse(endOfDay(taipei, addMonths(day, 3))) - 86_399_999 + into).toISOString() as Instant;
};
