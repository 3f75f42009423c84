// The sweep of the desk's clocks: a few hundred at a time, and none waits for ever behind old ones that have no step to go.

import { instantFromMs } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { escalateClocks } from './escalate.ts';

let database: TestDatabase;
const now = instantFromMs(Date.parse('2026-03-10T04:00:00Z'));
const id = (at: number): string => `01a20000-0000-7000-8000-0000000000e${at}`;

beforeAll(async () => {
  database = await temporaryDatabase();
  const owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'County')`);
  // Three have been late for days; the fourth has just become late.
  for (const [at, started] of ['2026-03-05T04:00:00Z', '2026-03-06T04:00:00Z', '2026-03-07T04:00:00Z', '2026-03-09T03:30:00Z'].entries())
    await owner.query(
      `with r as (insert into intake.report (id, number, county, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version)
         values ($1, $2, '90000', 'ecare', 'teacher', $1, 'low', 'rule', $3, $3, $3, '1') returning id)
       insert into intake.clock (report_id, county, rule, started_at, due_at) select id, '90000', 'desk-dispatch', $3::timestamptz, $3::timestamptz + interval '24 hours' from r`,
      [id(at), `R${at}`, started],
    );
});
afterAll(() => database.close());

const sweep = (at = now): Promise<{ report: string; step: number }[]> =>
  database.store.withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, async (tx) =>
    (await escalateClocks(tx, at, 2))
      .map((one) => ({ report: one.reportId, step: one.step }))
      .sort((a, b) => a.report.localeCompare(b.report)),
  );

test('each clock is told once for each step, the oldest first, and the newest is not kept waiting by those that were told', async () => {
  expect(await sweep()).toEqual([
    { report: id(0), step: 6 },
    { report: id(1), step: 5 },
  ]);
  expect(await sweep()).toEqual([
    { report: id(2), step: 4 },
    { report: id(3), step: 2 },
  ]);
  expect(await sweep()).toEqual([]);
  expect((await sweep(instantFromMs(Date.parse('2026-03-11T03:31:00Z')))).length).toBe(1);
});
