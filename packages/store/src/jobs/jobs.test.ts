// A job is there when its transaction commits and not otherwise; it runs once; a dead worker's job is taken over; nothing but ids travels with it.

import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { connectAs } from '../session/index.ts';
import { deliverOutbox, type Job, runOnce, startJobs, sweepKept } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

const asClock = <Result>(work: Parameters<TestDatabase['store']['withActor']>[3]): Promise<Result> =>
  database.store.withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, work) as Promise<Result>;
const until = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !condition(); i++) await sleep(50);
};

test('jobs of a rolled back transaction do not exist; committed ones run under their actor, once, and the schedule is taken', async () => {
  const seen: string[] = [];
  const job: Job = {
    actor: systemActors.clock,
    purpose: 'system',
    run: async (tx, { payload }) => {
      seen.push(`${tx.actor.id === systemActors.clock.id} ${String(payload.reportId)}`);
    },
  };
  const errors: unknown[] = [];
  const stop = await startJobs(database.store, {
    jobs: { 'files.scan': job },
    schedule: { 'files.scan': '0 0 1 1 *' },
    onError: (_, error) => errors.push(error),
  });
  await asClock(async (tx) => {
    await tx.enqueue('files.scan', { reportId: 'gone' });
    throw new Error('no');
  }).catch(() => undefined);
  await asClock((tx) => tx.enqueue('files.scan', { reportId: 'kept' }));
  await until(() => seen.length > 0);
  await stop();
  expect(seen).toEqual(['true kept']);
  expect(errors).toEqual([]);
});

test('a job that is run again after a crash finds its mark', async () => {
  let runs = 0;
  const job: Job = {
    actor: systemActors.clock,
    purpose: 'system',
    run: async () => {
      runs += 1;
    },
  };
  const context = { payload: {}, attempt: 1, lastAttempt: false };
  expect(await runOnce(database.store, 'files.scan', job, 'k1', context)).toBe(true);
  expect(await runOnce(database.store, 'files.scan', job, 'k1', context)).toBe(false);
  expect(runs).toBe(1);
  const failing: Job = { ...job, run: () => Promise.reject(new Error('broken')) };
  await expect(runOnce(database.store, 'files.scan', failing, 'k2', context)).rejects.toThrow('broken');
  expect(await runOnce(database.store, 'files.scan', job, 'k2', context)).toBe(true);
});

test('a stop does not wait for a job that reads for minutes; it is done again at the next start', async () => {
  let runs = 0;
  const job: Job = {
    actor: systemActors.clock,
    purpose: 'system',
    run: async (tx) => {
      runs += 1;
      if (runs === 1) await sql`select pg_sleep(50)`.execute(tx);
    },
  };
  const start = () => startJobs(database.store, { jobs: { 'files.sweep': job }, onError: () => undefined });
  const stop = await start();
  await asClock((tx) => tx.enqueue('files.sweep', {}));
  await until(() => runs === 1);
  const began = performance.now();
  await stop();
  expect(performance.now() - began).toBeLessThan(10_000);
  const stopAgain = await start();
  await until(() => runs === 2);
  await stopAgain();
  expect(runs).toBe(2);
});

test('of two runs of one job at once the effects of one remain', async () => {
  const bothRead = Promise.withResolvers<void>();
  let reading = 0;
  const job: Job = {
    actor: systemActors.clock,
    purpose: 'system',
    run: async (tx) => {
      reading += 1;
      if (reading === 2) bothRead.resolve();
      await bothRead.promise;
      await tx.outbox('twice', { n: 1 });
    },
  };
  const run = () => runOnce(database.store, 'files.scan', job, 'k-twice', { payload: {}, attempt: 1, lastAttempt: false });
  expect((await Promise.all([run(), run()])).sort()).toEqual([false, true]);
  const owner = await database.owner();
  const { rowCount } = await owner.query(`delete from system.outbox where topic = 'twice'`);
  await owner.end();
  expect(rowCount).toBe(1);
});

test('a job that only reads holds no transaction number: sealer and vacuum need not wait for it', async () => {
  let held: unknown;
  const job: Job = {
    actor: systemActors.clock,
    purpose: 'system',
    run: async (tx) => {
      held = (await sql<{ xid: string | null }>`select pg_current_xact_id_if_assigned()::text as xid`.execute(tx)).rows[0]?.xid;
    },
  };
  expect(await runOnce(database.store, 'files.scan', job, 'k-reads', { payload: {}, attempt: 1, lastAttempt: false })).toBe(true);
  expect(held).toBeNull();
});

test('the jobs of a worker that died are taken over at the next start', async () => {
  await asClock((tx) => tx.enqueue('files.sweep', { fileId: 'f' }));
  const owner = await database.owner();
  await owner.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-that-died', attempts = 1`);
  await owner.query(`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'worker-that-died'`);
  let runs = 0;
  const stop = await startJobs(database.store, {
    jobs: {
      'files.sweep': {
        actor: systemActors.clock,
        purpose: 'system',
        run: async () => {
          runs += 1;
        },
      },
    },
    onError: () => undefined,
  });
  await until(() => runs > 0);
  await stop();
  expect(runs).toBe(1);
});

test('a job for later lies outside the queue, once a key, until it is due; dismissed, it is gone from either place', async () => {
  const owner = await database.owner();
  const soon = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
  const where = async (): Promise<string[]> =>
    (
      await owner.query<{ at: string }>(
        `select 'later ' || job_key as at from system.later_job union all select 'queue ' || key from graphile_worker.jobs where key is not null order by 1`,
      )
    ).rows.map((row) => row.at);
  const bring = (): Promise<unknown> => asClock((tx) => sql`select system.bring_due()`.execute(tx));
  await asClock(async (tx) => {
    await tx.enqueue('files.scan', { fileId: 'lost' }, { key: 'lost', at: soon(30) });
    throw new Error('no');
  }).catch(() => undefined);
  await asClock(async (tx) => {
    await tx.enqueue('files.scan', { fileId: 'first' }, { key: 'a', at: soon(30) });
    await tx.enqueue('files.scan', { fileId: 'second' }, { key: 'a', at: soon(60) });
    await tx.enqueue('files.scan', { fileId: 'b' }, { key: 'b', at: soon(30) });
    await tx.enqueue('files.scan', { fileId: 'c' }, { key: 'c', at: soon(30) });
    await tx.enqueue('files.scan', { fileId: 'now' }, { key: 'now', at: soon(1) });
  });
  expect(await where()).toEqual(['later a', 'later b', 'later c', 'queue now']);
  await bring();
  await asClock(async (tx) => {
    await tx.dismiss('now');
    await tx.dismiss('b');
  });
  expect(await where()).toEqual(['later a', 'later c']);
  await owner.query(`update system.later_job set run_at = now() - interval '1 second'`);
  // Of two servers that look at once, each takes what the other has not.
  await Promise.all([bring(), bring()]);
  expect(await where()).toEqual(['queue a', 'queue c']);
  await asClock((tx) => tx.dismiss('c'));
  expect(await where()).toEqual(['queue a']);
  const seen: unknown[] = [];
  const run: Job['run'] = async (_tx, { payload }) => void seen.push(payload.fileId);
  const stop = await startJobs(database.store, {
    jobs: { 'files.scan': { actor: systemActors.clock, purpose: 'system', run } },
    onError: () => undefined,
  });
  await until(() => seen.length > 0);
  await asClock((tx) => tx.enqueue('files.scan', { fileId: 'due' }, { key: 'due', at: soon(30) }));
  await owner.query(`update system.later_job set run_at = now()`);
  await until(() => seen.length > 1);
  await stop();
  expect(seen).toEqual(['second', 'due']);
  const app = database.store.withActor(systemActors.clock, 'system', { route: 'test' }, (tx) => sql`select system.bring_due()`.execute(tx));
  await expect(app).rejects.toMatchObject({ code: '42501' });
  await expect(asClock((tx) => sql`select * from system.later_job`.execute(tx))).rejects.toMatchObject({ code: '42501' });
  await owner.end();
});

test('unknown tasks and anything but ids and codes are refused', async () => {
  await expect(asClock((tx) => tx.enqueue('shell.run', {}))).rejects.toMatchObject({ code: 'AW002' });
  await expect(asClock((tx) => tx.enqueue('files.scan', { name: '陳怡君' }))).rejects.toMatchObject({ code: 'AW003' });
  await expect(asClock((tx) => tx.enqueue('files.scan', { note: 'two words' }))).rejects.toMatchObject({ code: 'AW003' });
});

test('messages go out in order, at least once; personal content is sealed at rest', async () => {
  const subjectId = '01a20000-0000-7000-8000-00000000000a';
  await asClock(async (tx) => {
    await tx.outbox('referral.sent', { referralId: 'r1' }, { county: '64000', subjectId, personal: '蘇詩涵' });
    await tx.outbox('referral.sent', { referralId: 'r2' });
  });
  const got: string[] = [];
  const failed = await asClock((tx) => deliverOutbox(tx, () => Promise.reject(new Error('closed'))));
  expect(failed).toBe(0);
  expect(
    await asClock((tx) => deliverOutbox(tx, async (message) => void got.push(`${JSON.stringify(message.payload)} ${message.personal}`))),
  ).toBe(2);
  expect(got).toEqual(['{"referralId":"r1"} 蘇詩涵', '{"referralId":"r2"} null']);
  const owner = await database.owner();
  const raw = await owner.query(`select payload::text || coalesce(encode(sealed, 'escape'), '') as raw from system.outbox`);
  expect(JSON.stringify(raw.rows)).not.toContain('蘇詩涵');
});

test('what is past its time is swept', async () => {
  const owner = await database.owner();
  await owner.query(
    `insert into system.job_effect values ('old', 't', now() - interval '31 days'), ('young', 't', now() - interval '29 days')`,
  );
  expect(await asClock((tx) => sweepKept(tx))).toMatchObject({ 'system.job_effect': 1, 'system.idempotency': 0 });
});

test('a living worker keeps its jobs: another that starts does not take them', async () => {
  let runs = 0;
  const slow = {
    jobs: {
      'files.scan': {
        actor: systemActors.clock,
        purpose: 'system' as const,
        run: async () => {
          runs += 1;
          await sleep(1500);
        },
      },
    },
    onError: () => undefined,
  };
  await asClock((tx) => tx.enqueue('files.scan', { fileId: 'slow' }));
  const first = await startJobs(database.store, slow);
  await until(() => runs > 0);
  const second = await startJobs(database.store, slow);
  await sleep(800);
  await Promise.all([first(), second()]);
  expect(runs).toBe(1);
});

test('when the server ends the connections of the queue, it goes on with new ones', async () => {
  const seen: string[] = [];
  const stop = await startJobs(database.store, {
    jobs: {
      'files.scan': {
        actor: systemActors.clock,
        purpose: 'system',
        run: async (_, { payload }) => {
          seen.push(String(payload.fileId));
          await sleep(300);
        },
      },
    },
    onError: () => undefined,
  });
  await asClock((tx) => tx.enqueue('files.scan', { fileId: 'before' }));
  await until(() => seen.includes('before'));
  const admin = await connectAs({ config: database.targets.owner.config }, 'test');
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name in ('anwang queue', 'anwang worker locks')`,
  );
  await asClock((tx) => tx.enqueue('files.scan', { fileId: 'after' }));
  await until(() => seen.includes('after'));
  await stop();
  expect(seen.filter((one) => one === 'before')).toHaveLength(1);
  expect(seen).toContain('after');
  await admin.end();
}, 60_000);
