// One PostgreSQL for a whole test run, started by the first test file that asks and stopped at the end; runs that never ask pay nothing.
// A run that was killed leaves its folder behind; the next run stops what still runs there and removes it.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopPostmaster } from '@anwang/store/cluster';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    anwangTestFolder: string;
  }
}

const prefix = 'anwang-test-';

/** Vitest's global set-up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  // World-passable: when tests run as root, PostgreSQL runs as an account that must get in.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  project.provide('anwangTestFolder', folder);
  return () => remove(folder);
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : 0;
    if (pid > 0 && pid !== process.pid && !isAlive(pid)) await remove(join(tmpdir(), name));
  }
}

async function remove(folder: string): Promise<void> {
  const database = join(folder, 'data', 'postgres');
  if (existsSync(join(database, 'postmaster.pid')) && readFileSync(join(database, 'postmaster.pid'), 'utf8') !== '')
    await stopPostmaster(database);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
