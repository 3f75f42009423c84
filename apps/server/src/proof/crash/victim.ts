// The server as a process of its own, to be killed: Node alone, PostgreSQL alone, or both in the same moment.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Kill = 'node' | 'postgres' | 'both';
export type Victim = {
  readonly address: string;
  /** What the server has written, for a failing test to show. */
  said(): string;
  kill(what: Kill): Promise<void>;
  stop(): Promise<void>;
};

const startSeconds = 90;

/** Starts `main.ts` on a free port and waits until it listens. */
export async function startVictim(data: string): Promise<Victim> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'main.ts'), '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', ANWANG_LOG: 'warn', ANWANG_LIMIT_REPORTS: '1000000', ANWANG_LIMIT_SIGN_IN: '1000000', TZ: 'UTC' },
  });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const address = await listening(child);
  return {
    address,
    said: () => `${said}\n(exit ${child.exitCode} ${child.signalCode})`,
    kill: async (what) => {
      if (what !== 'node') killPostgres(data);
      if (what === 'postgres') return;
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`the server did not listen within ${startSeconds} s: ${said}`)), startSeconds * 1000);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const found = /^listening (\S+)$/m.exec(said);
      if (!found?.[1]) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code}: ${said}`));
    });
  });
}

function killPostgres(data: string): void {
  try {
    const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (pid > 0) process.kill(pid, 'SIGKILL');
  } catch {
    // It is down already, killed in the round before and not yet started again.
  }
}
