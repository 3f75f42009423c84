// The worker: graphile-worker over our database role `anwang_worker`. Each job runs in one session under its actor and purpose, and leaves its mark in that
// same transaction; a job that is run again after a crash finds the mark and does nothing. So an effect in the database happens once.

import { EventEmitter } from 'node:events';
import type { Purpose } from '@anwang/core/access';
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import { type ActorRef, connectAs, type Store, steadyPool, type Tx } from '../session/index.ts';
import { keepWorkerLocks } from './worker-locks.ts';

export type JobContext = { readonly payload: Readonly<Record<string, unknown>>; readonly attempt: number; readonly lastAttempt: boolean };

export type Job = {
  readonly actor: ActorRef;
  readonly purpose: Purpose;
  readonly run: (tx: Tx, context: JobContext) => Promise<void>;
};

export type JobsOptions = {
  /** By task name; the names are those of system.task. */
  readonly jobs: Readonly<Record<string, Job>>;
  /** Task name to five-field cron pattern, in UTC. */
  readonly schedule?: Readonly<Record<string, string>>;
  readonly concurrency?: number;
  readonly onError: (task: string, error: unknown) => void;
};

/** Jobs that run here, by id, with the process of PostgreSQL that serves their session. */
type Running = Map<string, number | null>;

/** How often it is looked for what has come due. */
const POLL_MS = 4000;

/** How long a stop waits for jobs by itself. */
const PATIENCE_MS = 3000;

/** Ends the statements of what still runs: who reads ten million rows would hold up Ctrl-C for minutes. What was begun is rolled back and done again later. */
async function cutOff(store: Store, running: Running): Promise<void> {
  const client = await connectAs(store.targets.worker, 'stop');
  try {
    await client.query('select pg_cancel_backend(pid) from unnest($1::int[]) as pid', [
      [...running.values()].filter((pid) => pid !== null),
    ]);
  } finally {
    await client.end();
  }
}

/** Starts working; resolves when the first connection stands. The returned function lets running jobs end, then stops. */
export async function startJobs(store: Store, options: JobsOptions): Promise<() => Promise<void>> {
  const pool = steadyPool(store.targets.worker, 'queue', (options.concurrency ?? 4) + 2);
  const events = new EventEmitter();
  const running: Running = new Map();
  const locks = await keepWorkerLocks(store.targets.worker, running, (error) => options.onError('worker locks', error));
  // Jobs are locked under the name of the pool.
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => locks.hold(workerPool.id));
  const runner: Runner = await run({
    pgPool: pool,
    events,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    // New jobs are told of by NOTIFY; what is looked for is only what is tried again. Each of the workers looks by itself.
    pollInterval: POLL_MS,
    noPreparedStatements: true,
    logger: new Logger(() => () => undefined),
    taskList: taskList(store, options, running),
    parsedCronItems: parseCronItems(
      Object.entries(options.schedule ?? {}).map(([task, match]) => ({
        task,
        match,
        identifier: task,
        options: { backfillPeriod: 0, maxAttempts: 3 },
      })),
    ),
  });
  runner.promise.catch((error: unknown) => options.onError('runner', error));
  const due = setInterval(() => void pool.query(bringDue).catch((error: unknown) => options.onError('bring due', error)), POLL_MS);
  return async () => {
    clearInterval(due);
    const cut = setTimeout(() => void cutOff(store, running).catch((error: unknown) => options.onError('stop', error)), PATIENCE_MS);
    await runner.stop().catch(() => undefined);
    clearTimeout(cut);
    await locks.end();
    await pool.end();
  };
}

/** Jobs that were asked for a later moment lie outside the queue until then. */
const bringDue = 'select system.bring_due()';

function taskList(store: Store, options: JobsOptions, running: Running): TaskList {
  return Object.fromEntries(
    Object.entries(options.jobs).map(([task, job]) => [
      task,
      async (payload: unknown, helpers: { job: { id: string; revision: number; attempts: number; max_attempts: number } }) => {
        const { id, revision, attempts, max_attempts } = helpers.job;
        running.set(id, null);
        try {
          const context = {
            payload: payload !== null && typeof payload === 'object' ? Object.fromEntries(Object.entries(payload)) : {},
            attempt: attempts,
            lastAttempt: attempts >= max_attempts,
          };
          await runOnce(store, task, job, `${id}.${revision}`, context, (pid) => running.set(id, pid));
        } catch (error) {
          options.onError(task, error);
          throw error;
        } finally {
          running.delete(id);
        }
      },
    ]),
  );
}

/** Ends the session of a job whose mark another run of the same job has left meanwhile. */
class DoneElsewhere extends Error {}

/**
 * Runs a job in its session unless its mark is there already. Exported for tests and for running a job by hand.
 * The mark is written last: a job that reads for minutes then holds no transaction number, which would keep every snapshot, and with it the sealer's
 * reading, back at the moment it began. Of two runs at once the later meets the mark of the other, and all it did is rolled back.
 * @param served is told which process of PostgreSQL serves the session, so that a stop may end its statements
 * @returns whether it ran
 */
export async function runOnce(
  store: Store,
  task: string,
  job: Job,
  key: string,
  context: JobContext,
  served: (pid: number) => void = () => undefined,
): Promise<boolean> {
  try {
    return await store.withActor(job.actor, job.purpose, { route: `job:${task}`, as: 'worker' }, async (tx) => {
      const { rows } = await sql<{ pid: number; done: boolean }>`
        select pg_backend_pid() as pid, exists(select from system.job_effect where job_key = ${key}) as done`.execute(tx);
      if (rows[0]?.done !== false) return false;
      served(rows[0].pid);
      await job.run(tx, context);
      const mark = await tx
        .insertInto('system.job_effect')
        .values({ job_key: key, task })
        .onConflict((conflict) => conflict.column('job_key').doNothing())
        .returning('job_key')
        .executeTakeFirst();
      if (!mark) throw new DoneElsewhere(key);
      return true;
    });
  } catch (error) {
    if (error instanceof DoneElsewhere) return false;
    throw error;
  }
}
