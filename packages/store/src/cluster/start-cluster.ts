// The embedded PostgreSQL as one call: lock, place, recover what a killed process left, make or check the files, start, keep alive, stop.

import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount, type RunAs } from './account.ts';
import { findBinaries } from './binaries.ts';
import { ClusterError, explainFailure } from './cluster-error.ts';
import { lockFolder } from './folder-lock.ts';
import { checkWhole, ensureInitialised } from './initialise.ts';
import { choosePlace, databaseOf, type Place } from './place.ts';
import { startPostmaster, stopChild, stopPostmaster } from './postmaster.ts';
import { type ClusterSecrets, clusterSecrets } from './secrets.ts';

export type ClusterOptions = {
  /** Data folder, e.g. `.anwang`; made when missing. */
  readonly data: string;
  /** Tests only: no fsync. Never set for data that matters. */
  readonly quick?: boolean;
  /** Told when PostgreSQL died by itself and was started again, or could not be. */
  readonly onRestart?: (event: { readonly restarted: boolean; readonly message: string }) => void;
};

export type Cluster = {
  /** For `pg`: socket folder as host. */
  readonly host: string;
  readonly port: number;
  readonly secrets: ClusterSecrets;
  readonly notices: readonly string[];
  /** Where the database files, and the log of PostgreSQL, lie. */
  readonly database: string;
  readonly log: string;
  /** True when this start found a PostgreSQL that a killed process had left behind. */
  readonly recoveredOrphan: boolean;
  stop(): Promise<void>;
};

/** Starts (or takes over) the embedded PostgreSQL of a data folder. Throws ClusterError with a sentence for each known trouble. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const data = resolve(options.data);
  try {
    mkdirSync(data, { recursive: true });
  } catch (error) {
    throw explainFailure('made', data, String(error), error);
  }
  const lock = lockFolder(data);
  try {
    const account = chooseAccount(databaseOf(data));
    const place = choosePlace(data, findBinaries(), account);
    const recoveredOrphan = await stopPostmaster(place.database);
    checkWhole(place.database);
    const secrets = clusterSecrets(data, place.database);
    await ensureInitialised(place, secrets.admin, account, options.quick ?? false);
    const stop = await keepAlive(place, join(data, 'postgres.log'), account, options);
    return {
      host: place.socket,
      port: 5432,
      secrets,
      notices: place.notices,
      database: place.database,
      log: join(data, 'postgres.log'),
      recoveredOrphan,
      stop: async () => {
        await stop();
        // A socket folder among the temporary files goes with the server; the one in the data folder stays.
        if (!place.socket.startsWith(data)) rmSync(place.socket, { recursive: true, force: true });
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const folderGone = (database: string): ClusterError =>
  new ClusterError(
    'folderGone',
    `${database} was removed or moved while PostgreSQL worked in it. PostgreSQL was ended. Put the folder back before you start again, or restore the last backup: what was in it alone is not elsewhere.`,
    `PostgreSQL 執行中，${database} 被移走或刪除；PostgreSQL 已結束。再次啟動前請把資料夾放回原處，或還原最近的備份：只存在那裡的資料別處沒有。`,
  );

/** Which folder lies at this path: another one, or none, has another number. */
function folderAt(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : 'none';
}

const stillThere = /shared memory block|lock file "postmaster\.pid" already exists/;

/** Starts the server and starts it again when it dies by itself (power of kill -9 on PostgreSQL alone); connections made meanwhile fail and are retried by their owners. */
async function keepAlive(place: Place, log: string, account: RunAs | undefined, options: ClusterOptions): Promise<() => Promise<void>> {
  const quick = options.quick ?? false;
  let stopping = false;
  let starting: Promise<void> = Promise.resolve();
  let running: Awaited<ReturnType<typeof startPostmaster>> | undefined;
  const begin = async (patience = 20): Promise<void> => {
    const child = await startPostmaster(place, log, account, quick).catch(async (error: unknown) => {
      // Server processes of a killed postmaster need a moment to notice and let go of the shared memory; and while nobody has
      // collected the killed process yet, its number looks alive to the new one.
      if (patience === 0 || !(error instanceof Error && stillThere.test(error.message))) throw error;
      await sleep(250);
      await begin(patience - 1);
      return undefined;
    });
    if (!child) return;
    running = child;
    child.once('exit', () => {
      if (!stopping) starting = again();
    });
  };
  const again = async (): Promise<void> => {
    for (let attempt = 1; !stopping; attempt++) {
      try {
        await begin();
        options.onRestart?.({ restarted: true, message: 'PostgreSQL had stopped by itself and was started again.' });
        return;
      } catch (error) {
        options.onRestart?.({ restarted: false, message: error instanceof Error ? error.message : String(error) });
        await sleep(Math.min(10_000, 250 * 2 ** attempt));
      }
    }
  };
  await begin();
  const folder = folderAt(place.database);
  return async () => {
    stopping = true;
    await starting;
    await stopPostmaster(place.database);
    // One found alive here has lost its folder, or is only slow to go: the folder itself is asked which.
    const lived = running !== undefined && (await stopChild(running));
    if (lived && folderAt(place.database) !== folder) throw folderGone(place.database);
  };
}
