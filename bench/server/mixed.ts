// What does the mixed load cost? Measured three times in one run of the server: in its first seconds of it; after a minute of the same load, as on a working day
// (V8 and the connections' plans need that long, and a server runs for weeks); and then with as much as it takes, with some requests always under way.
// Between requests that come one by one the processor sleeps, and waking it is paid by whoever wakes it: the cost of a request at full load is what counts
// for how large a machine must be, the times at a given rate are what a person waits.
// A fourth time with server and PostgreSQL on one processor and the client on the others: two that share a core are each slower while the other works, and
// a second of such a processor is counted as a whole one.

import { cpus } from 'node:os';
import { type Measured, runLoad, type Summary, summarise } from './open-loop.ts';
import { cpuSeconds, holdTo } from './processes.ts';
import { type Client, type Kind, MIX, request } from './requests.ts';
import type { BenchWorld } from './world.ts';

export interface MixedOptions {
  readonly pids: readonly number[];
  readonly world: BenchWorld;
  readonly county: Client;
  readonly district: Client;
  readonly random: () => number;
  readonly rate: number;
  /** Of each of the three measurements. */
  readonly seconds: number;
  /** Of the same load, not counted, before the second. */
  readonly warmSeconds: number;
}

/** One measurement of the mixed load. */
export interface Mixed {
  readonly seconds: number;
  readonly byKind: Readonly<Record<string, Summary>>;
  readonly successes: number;
  readonly failures: number;
  readonly cpuSeconds: number;
  readonly perCpuSecond: number;
  readonly perSecond: number;
  /** Milliseconds of processor time a success. */
  readonly cost: { readonly server: number; readonly postgres: number };
}

export interface MixedResult {
  readonly first: Mixed;
  readonly warm: Mixed;
  readonly full: Mixed & { readonly underWay: number };
  /** Full load on one processor; null where processes cannot be held to one. */
  readonly alone: (Mixed & { readonly underWay: number }) | null;
}

/** Requests under way at full load. */
const UNDER_WAY = 6;

const kindAt = (draw: number): Kind => {
  let below = 0;
  for (const [kind, share] of MIX) {
    below += share;
    if (draw < below) return kind;
  }
  return 'list';
};

/** The next request as soon as one is answered. */
const closedLoop = async (seconds: number, underWay: number, draw: () => ReturnType<typeof request>): Promise<Measured[]> => {
  const done: Measured[] = [];
  const until = performance.now() + seconds * 1000;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      const sent = performance.now();
      const one = draw();
      const { status } = await one.send();
      done.push({ kind: one.kind, milliseconds: performance.now() - sent, ok: status >= 200 && status < 300, status });
    }
  };
  await Promise.all(Array.from({ length: underWay }, lane));
  return done;
};

/** Runs with these processes on the first processor and this one on the others, and lets all go again. */
const onOneProcessor = async <T>(pids: readonly number[], run: () => Promise<T>): Promise<T | null> => {
  const last = cpus().length - 1;
  if (last < 1 || !holdTo([process.pid], `1-${last}`) || !holdTo(pids, '0')) return null;
  try {
    return await run();
  } finally {
    holdTo([process.pid], `0-${last}`);
    holdTo(pids, `0-${last}`);
  }
};

/** Measures the mixed load; half of the requests come from each account. */
export const measureMixed = async (options: MixedOptions): Promise<MixedResult> => {
  const { pids, world, county, district, random, rate, seconds, warmSeconds } = options;
  const draw = (r: () => number) => {
    const kind = kindAt(r());
    const narrow = r() < 0.5;
    return request(kind, narrow ? district : county, narrow ? world.narrow : world.wide, world.county, r);
  };
  const arriving = (forSeconds: number) => runLoad({ rate, seconds: forSeconds, random, draw });
  const counted = async (name: string, run: () => Promise<Measured[]>): Promise<Mixed> => {
    const before = cpuSeconds(pids);
    const began = performance.now();
    const load = await run();
    const took = (performance.now() - began) / 1000;
    const after = cpuSeconds(pids);
    const spent = { server: after.server - before.server, postgres: after.postgres - before.postgres };
    const cpu = spent.server + spent.postgres;
    const successes = load.filter((m) => m.ok).length;
    const each = (part: number) => Math.round((part / successes) * 100_000) / 100;
    const mixed: Mixed = {
      seconds,
      byKind: Object.fromEntries([...Map.groupBy(load, (m) => m.kind)].map(([kind, list]) => [kind, summarise(list)])),
      successes,
      failures: load.length - successes,
      cpuSeconds: Math.round(cpu * 10) / 10,
      perCpuSecond: Math.round(successes / cpu),
      perSecond: Math.round(successes / took),
      cost: { server: each(spent.server), postgres: each(spent.postgres) },
    };
    const { p95 } = summarise(load);
    process.stdout.write(
      `mixed ${name}: ${successes} successes, ${mixed.failures} failures, ${mixed.perSecond} a second, p95 ${p95} ms, ${mixed.cost.server} + ${mixed.cost.postgres} ms: ${mixed.perCpuSecond} per CPU second\n`,
    );
    return mixed;
  };
  const first = await counted('at first', () => arriving(seconds));
  await arriving(warmSeconds);
  const warm = await counted('warm', () => arriving(seconds));
  const full = await counted('full', () => closedLoop(seconds, UNDER_WAY, () => draw(random)));
  const alone = await onOneProcessor(pids, () =>
    counted('full, on one processor', () => closedLoop(seconds, UNDER_WAY, () => draw(random))),
  );
  return { first, warm, full: { ...full, underWay: UNDER_WAY }, alone: alone === null ? null : { ...alone, underWay: UNDER_WAY } };
};
