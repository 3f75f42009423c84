// Makes the database files with initdb: in a folder beside the final one, renamed when whole, so that a half-made cluster is never taken for a good one.

import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RunAs } from './account.ts';
import { ClusterError, explainFailure } from './cluster-error.ts';
import type { Place } from './place.ts';

const postgresMajor = 18;

/** Makes the cluster if there is none. Throws ClusterError: diskFull, notReachable, startFailed. */
export async function ensureInitialised(place: Place, adminPassword: string, account: RunAs | undefined, quick = false): Promise<void> {
  if (existsSync(place.database)) return;
  const home = dirname(place.database);
  mkdirSync(home, { recursive: true });
  removeHalves(home, basename(place.database));
  // A name of its own: initdb of a start that was killed may still be writing into its own.
  const half = mkdtempSync(`${place.database}.half-`);
  const passwordFile = join(place.socket, 'initial-password');
  writeFileSync(passwordFile, `${adminPassword}\n`, { mode: 0o600 });
  if (account) {
    chownSync(half, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await run(place, account, [
      `--pgdata=${half}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      ...(quick ? ['--no-sync'] : []),
    ]);
    renameSync(half, place.database);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function removeHalves(home: string, database: string): void {
  for (const name of readdirSync(home).filter((each) => each.startsWith(`${database}.half`)))
    try {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Something is still being written there; the next start removes it.
    }
}

/** That a folder which is there is a whole database of our version. Throws ClusterError: halfMade, wrongVersion. */
export function checkWhole(database: string): void {
  if (!existsSync(database)) return;
  const versionFile = join(database, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(database, 'global', 'pg_control')))
    throw new ClusterError(
      'halfMade',
      `${database} exists but is not a whole PostgreSQL data folder. If it holds nothing of yours, remove it and start again; otherwise restore it from a backup (anwang restore FILE).`,
      `${database} 不是完整的 PostgreSQL 資料夾。若無需保留請刪除後重新啟動，否則請由備份還原（anwang restore FILE）。`,
    );
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== String(postgresMajor))
    throw new ClusterError(
      'wrongVersion',
      `${database} was made by PostgreSQL ${version}; this Anwang brings version ${postgresMajor}. Back up with the old version and restore into a new data folder.`,
      `${database} 由 PostgreSQL ${version} 建立，本版使用 ${postgresMajor}。請以舊版備份後還原至新的資料夾。`,
    );
}

function run(place: Place, account: RunAs | undefined, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(join(place.binaries, 'bin', 'initdb'), [...args], {
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(explainFailure('made', place.database, String(error), error)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(explainFailure('made', place.database, output))));
  });
}
