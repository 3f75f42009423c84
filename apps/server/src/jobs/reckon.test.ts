// A county's closed day is entered afterwards: the change leads to a job, which reckons cases in parts and asks for one job each for what waits for a unit; the unit's time to accept moves.
import { instantFromMs } from '@anwang/core/time';
import type { Tx } from '@anwang/store/session';
import { expect, test } from 'vitest';
import { adminOffice } from '../testing/admin-office.ts';
import { countyA } from '../testing/arrange.ts';
import { jobsOf } from './index.ts';
import { reckonPart } from './reckon.ts';

const office = adminOffice(true);
type Waiting = { task: string; payload: Record<string, unknown> };

const run = async (task: string, payload: Record<string, unknown>) => {
  const { server } = office;
  const job = jobsOf(server.house, () => undefined)[task]!;
  await server.database.store.withActor(job.actor, job.purpose, { route: `job.${task}`, as: 'worker' }, (tx: Tx) =>
    job.run(tx, { payload, attempt: 1, lastAttempt: false }),
  );
};

test('the day moves what waits for a unit, and nothing of another county', async () => {
  const owner = await office.server.database.owner();
  // Sent on Monday the 3rd of August 2026, to be accepted by the end of Tuesday; told that time is short.
  const { rows } = await owner.query<{ id: string; clock: string }>(
    `with d as (update intake.dispatch set status = 'sent', accept_due = '2026-08-04T15:59:59.999Z' where id = (select id from intake.dispatch limit 1) returning id)
     update intake.clock k set stopped_at = null, started_at = '2026-08-03T02:00Z', due_at = '2026-08-04T15:59:59.999Z', escalated = 1 from d where k.dispatch_id = d.id and k.rule = 'unit-accept'
     returning d.id, k.id as clock`,
  );
  const [waiting] = rows;
  expect(waiting).toBeDefined();
  const close = async (...days: string[]) =>
    office.admin('POST', '/api/admin/calendar', {
      year: 2026,
      version: ((await office.admin('GET', '/api/admin/calendar?year=2026')).body.versions as unknown as { county: number }).county,
      source: '公告',
      county: countyA,
      days: days.map((date) => ({ date, working: false, name: '颱風停班', kind: 'countyClosure' })),
    });
  const jobs = async () =>
    (await owner.query<Waiting>(`select task, payload from system.later_job where task = 'clocks.reckon' order by run_at`)).rows;
  expect((await close('2026-08-04')).status).toBe(200);
  expect(await jobs()).toMatchObject([{ task: 'clocks.reckon', payload: { county: countyA, from: '2026-08-04', to: '2026-08-04' } }]);
  // The same calendar once more changes nothing.
  await owner.query(`delete from system.later_job where task = 'clocks.reckon'`);
  expect((await close('2026-08-04')).status).toBe(200);
  expect(await jobs()).toEqual([]);

  await run('clocks.reckon', { county: '99902', from: '2026-08-04', to: '2026-08-04' });
  const listed = async () =>
    (
      await owner.query<{ key: string }>(
        `select j.key from graphile_worker.jobs j where j.task_identifier in ('clocks.reckonDesk', 'clocks.reckonCase') order by 1`,
      )
    ).rows.map((row) => row.key);
  expect(await listed()).toEqual([]);
  await run('clocks.reckon', { county: countyA, from: '2026-08-04', to: '2026-08-04' });
  expect(await listed()).toContain(`reckon:${waiting!.clock}`);
  office.server.setClock(instantFromMs(Date.parse('2026-08-04T00:00:00.000Z')));
  await run('clocks.reckonDesk', { clockId: waiting!.clock });
  const due = await owner.query<{ due: string; accept: string; escalated: number }>(
    `select k.due_at::text as due, d.accept_due::text as accept, k.escalated from intake.clock k join intake.dispatch d on d.id = k.dispatch_id where k.id = $1`,
    [waiting!.clock],
  );
  expect(due.rows[0]).toEqual({ due: '2026-08-05 15:59:59.999+00', accept: '2026-08-05 15:59:59.999+00', escalated: 0 });

  // The list goes on with its next part, whatever else stood in the job. A part that failed is done a case at a time.
  const { clock } = office.server.house.system;
  await owner.query(`update casework.clock set started_at = '2026-08-03T02:00Z', due_at = '2026-08-04T15:59:59.999Z'`);
  const payload = { county: countyA, from: '2026-08-04', to: '2026-08-04', jobId: 'reckon:99901#1' };
  const part = (attempt: number) =>
    office.server.database.store.withActor(clock, 'system', { route: 'job', as: 'worker' }, (tx) =>
      reckonPart(office.server.house, tx, { payload, attempt }, [], 1),
    );
  const queued = async (task: string) =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from graphile_worker.jobs where task_identifier = $1`, [task])).rows[0]!.n;
  await part(1);
  expect([await queued('clocks.reckon'), await queued('clocks.reckonCase')]).toEqual([1, 0]);
  await owner.query(`update casework.clock set started_at = '2026-08-03T02:00Z', due_at = '2026-08-04T15:59:59.999Z'`);
  await part(2);
  expect([await queued('clocks.reckon'), await queued('clocks.reckonCase')]).toEqual([2, 1]);
});
