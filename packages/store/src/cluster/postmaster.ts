// The PostgreSQL process itself: started apart from our terminal (Ctrl-C is ours to handle), found again when a killed Node left it behind, stopped cleanly.

import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunAs } from './account.ts';
import { explainFailure } from './cluster-error.ts';
import type { Place } from './place.ts';
import { isAlive, startOf, worksIn } from './process-table.ts';
import { serverSettings } from './server-settings.ts';

const startSeconds = 120;

/** Starts postgres and resolves when it accepts connections (recovery after a crash included). */
export async function startPostmaster(place: Place, log: string, account: RunAs | undefined, quick: boolean): Promise<ChildProcess> {
  const before = existsSync(log) ? statSync(log).size : 0;
  const handle = openSync(log, 'a', 0o600);
  if (account) chownSync(log, account.uid, account.gid);
  const args = ['-D', place.database, ...[...serverSettings(place.socket, quick)].flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(join(place.binaries, 'bin', 'postgres'), args, {
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', handle, handle],
    detached: true,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  let failure: unknown;
  child.on('error', (error) => {
    failure = error;
  });
  closeSync(handle);
  child.unref();
  const deadline = performance.now() + startSeconds * 1000;
  while (performance.now() < deadline) {
    if (failure !== undefined || child.exitCode !== null || child.signalCode !== null) {
      const said = readFileSync(log, 'utf8').slice(before);
      throw explainFailure('started', place.database, failure === undefined ? said : `${said}\n${String(failure)}`, failure);
    }
    // A killed server leaves its file behind saying “ready”: the number must be that of the one just started.
    const now = readPostmaster(place.database);
    if (now?.pid === child.pid && now?.status === 'ready') return child;
    await sleep(20);
  }
  await stopPostmaster(place.database);
  throw explainFailure('started', place.database, `not ready after ${startSeconds} s; its log is ${log}`);
}

/** Number and state from postmaster.pid (lines 1 and 8), undefined when there is none. */
export function readPostmaster(database: string): { pid: number; status: string } | undefined {
  try {
    const lines = readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : undefined;
  } catch {
    return undefined;
  }
}

/** Stops a server that runs on this folder, whoever started it: fast shutdown first, immediate after 20 s. True if there was one. */
export async function stopPostmaster(database: string): Promise<boolean> {
  const running = readPostmaster(database);
  const place = placeOf(database);
  if (!running || place === undefined || !worksIn(running.pid, place)) return false;
  await end(running.pid, () => isAlive(running.pid) && worksIn(running.pid, place));
  return true;
}

/** Stops the server that this process started, also where its folder, with the file that names it, was removed under it. True if it still ran. */
export async function stopChild(child: ChildProcess): Promise<boolean> {
  const { pid } = child;
  if (pid === undefined) return false;
  // One that has ended and is not collected yet has a number still, and no start.
  const lives = () => child.exitCode === null && child.signalCode === null && startOf(pid) !== undefined;
  if (!lives()) return false;
  await end(pid, lives);
  return true;
}

function placeOf(database: string): string | undefined {
  try {
    return realpathSync(database);
  } catch {
    return undefined;
  }
}

async function end(pid: number, lives: () => boolean): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = performance.now() + seconds * 1000;
    while (performance.now() < deadline) {
      if (!lives()) return;
      await sleep(20);
    }
  }
}
