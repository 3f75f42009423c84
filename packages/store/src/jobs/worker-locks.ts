// Whose jobs may be taken over? graphile-worker frees a dead worker's jobs after four hours. Here every living worker holds an advisory lock under its
// name on one connection; whoever starts frees the jobs of names that nobody holds any more (kill -9, power cut), and all look again every few seconds.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { connectAs, type Target } from '../session/index.ts';

export type WorkerLocks = { hold(workerId: string): void; end(): Promise<void> };

const LOOK_MS = 10_000;

/** Opens the connection, frees what dead workers left, and keeps both up. */
export async function keepWorkerLocks(
  target: Target,
  running: ReadonlyMap<string, unknown>,
  onError: (error: unknown) => void,
): Promise<WorkerLocks> {
  const held = new Set<string>();
  let ended = false;
  let client = await connectAs(target, 'worker locks');
  await freeDead(client);
  let last: Promise<unknown> = Promise.resolve();
  // One statement after the other: several workers are made in the same moment.
  const lock = (workerId: string): Promise<unknown> => {
    last = last.then(() => client.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [workerId])).catch(onError);
    return last;
  };
  const watch = async (): Promise<void> => {
    while (!ended) {
      await sleep(LOOK_MS, undefined, { ref: false });
      if (ended) return;
      try {
        await last;
        await freeDead(client, held);
        await freeForgotten(client, held, running);
      } catch {
        try {
          await client.end().catch(() => undefined);
          client = await connectAs(target, 'worker locks');
          // Stopped meanwhile: nobody else will end this one.
          if (ended) return void (await client.end());
          for (const workerId of held) await lock(workerId);
        } catch (error) {
          onError(error);
        }
      }
    }
  };
  void watch();
  return {
    hold: (workerId) => {
      held.add(workerId);
      void lock(workerId);
    },
    end: async () => {
      ended = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** Jobs that were fetched for us in a message which was lost with the connection: locked under our name for a while, and not running here. */
async function freeForgotten(client: Client, own: ReadonlySet<string>, running: ReadonlyMap<string, unknown>): Promise<void> {
  await client.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where locked_by = any($1) and id <> all($2::bigint[]) and locked_at < now() - interval '30 seconds'`,
    [[...own], [...running.keys()]],
  );
  await client.query(
    `update graphile_worker._private_job_queues q set locked_at = null, locked_by = null where locked_by = any($1) and locked_at < now() - interval '30 seconds'
       and not exists (select from graphile_worker._private_jobs j where j.job_queue_id = q.id and j.locked_at is not null)`,
    [[...own]],
  );
}

async function freeDead(client: Client, own: ReadonlySet<string> = new Set()): Promise<void> {
  const holders = await client.query<{ holder: string }>(
    `select locked_by as holder from graphile_worker._private_jobs where locked_by is not null
     union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
  );
  for (const { holder } of holders.rows) {
    if (own.has(holder)) continue;
    const alone = await client.query<{ alone: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as alone', [holder]);
    if (!alone.rows[0]?.alone) continue;
    await client.query('select graphile_worker.force_unlock_workers($1)', [[holder]]);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [holder]);
  }
}
