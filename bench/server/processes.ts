// How much processor time do the server and PostgreSQL use together? Read from /proc (user and system time, children that ended included), in seconds.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) || 100;

interface Stat {
  readonly parent: number;
  readonly name: string;
  readonly seconds: number;
}

/** Processor seconds, told apart by whose they are. */
export interface CpuSeconds {
  readonly server: number;
  readonly postgres: number;
}

const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces: fields are counted after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
    return { parent: Number(fields[1] ?? 0), name: text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')), seconds: ticks / TICKS };
  } catch {
    return null;
  }
};

/** These processes and everything below them, with what each has used. */
const below = (roots: readonly number[]): ReadonlyMap<number, Stat> => {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), statOf(Number(name))] as const),
  );
  const inside = new Set(roots);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, stat] of all)
      if (stat !== null && !inside.has(pid) && inside.has(stat.parent)) {
        inside.add(pid);
        grew = true;
      }
  }
  return new Map(
    [...inside].flatMap((pid) => {
      const stat = all.get(pid);
      return stat == null ? [] : [[pid, stat] as const];
    }),
  );
};

/** Processor seconds of these processes and of everything below them, ended children included as their parents count them. */
export const cpuSeconds = (roots: readonly number[]): CpuSeconds => {
  const stats = [...below(roots).values()];
  const sum = (postgres: boolean): number =>
    stats.reduce((total, stat) => ((stat.name === 'postgres') === postgres ? total + stat.seconds : total), 0);
  return { server: sum(false), postgres: sum(true) };
};

/** Holds processes, with everything below them, to some processors (`0`, `1-3`), whatever they fork later included. False where the machine has no `taskset`. */
export const holdTo = (roots: readonly number[], processors: string): boolean => {
  for (const pid of below(roots).keys())
    try {
      execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', processors, String(pid)], { stdio: 'ignore' });
    } catch {
      // It may have ended in the meantime; one that is still there cannot be held.
      if (statOf(pid) !== null) return false;
    }
  return true;
};

/** Runs one of our own entry points to its end; its words go to the terminal. */
export const runEntry = (entry: string, args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`${entry} ended with ${code}`))));
  });

export interface RunningServer {
  readonly origin: string;
  /** Roots of the processes whose time counts. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

const postmaster = (data: string): number => {
  const pointer = join(data, 'postgres.at');
  const database = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(data, 'postgres');
  return Number(readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n')[0]);
};

/** Starts the product's server on a data folder and a free port. */
export const startServer = async (data: string, nodeOptions: readonly string[] = []): Promise<RunningServer> => {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...nodeOptions, join(root, 'apps/server/src/main.ts'), '--data', data, '--port', '0'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ANWANG_LOG: 'error' },
    },
  );
  const origin = await new Promise<string>((found, failed) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const line = /listening (http:\/\/\S+)/.exec(text);
      if (line?.[1] !== undefined) found(line[1]);
    });
    child.once('exit', (code) => failed(new Error(`the server ended with ${code} before it listened`)));
  });
  return {
    origin,
    pids: [child.pid ?? 0, postmaster(data)],
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
};
