// One data set measured: latency by kind for the county-wide and the one-district account, the mixed load with processor time, plans, sizes.

import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Cost, measureCost } from './cost.ts';
import { runLoad, type Summary, summarise } from './open-loop.ts';
import { checkPlans, type PlanFinding } from './plans.ts';
import { cpuSeconds, startServer } from './processes.ts';
import { BOUNDS, type Client, KINDS, type Kind, MIX, request, signIn } from './requests.ts';
import { settled } from './settled.ts';
import { readWorld } from './world.ts';

export interface MeasureOptions {
  readonly data: string;
  /** Seconds of each single kind, and of the mixed load. */
  readonly seconds: number;
  readonly mixedSeconds: number;
  readonly rate: number;
  readonly mixedRate: number;
  readonly remark: string | null;
}

export interface Result {
  readonly at: string;
  readonly machine: { readonly cores: number; readonly memoryGiB: number; readonly node: string };
  readonly remark: string | null;
  readonly durability: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<Kind, { readonly bound: number; readonly county: Summary; readonly district: Summary }>>;
  /** Processor time of a request of each kind by itself, in milliseconds; results from before it was measured have none. */
  readonly cost?: Readonly<Record<string, Cost>>;
  readonly mixed: {
    readonly rate: number;
    readonly seconds: number;
    readonly byKind: Readonly<Record<string, Summary>>;
    readonly successes: number;
    readonly failures: number;
    readonly cpuSeconds: number;
    readonly perCpuSecond: number;
    readonly perSecond: number;
  };
  readonly plans: { readonly statements: number; readonly findings: readonly PlanFinding[] };
}

// mulberry32: the draws of a run can be made again.
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const kindAt = (draw: number): Kind => {
  let below = 0;
  for (const [kind, share] of MIX) {
    below += share;
    if (draw < below) return kind;
  }
  return 'list';
};

/** Requests of a kind over which its processor time is taken: the counters of the kernel move in steps of 10 ms. */
const COST_REQUESTS = 300;

/** Measures a data folder. */
export const measureServer = async (options: MeasureOptions): Promise<Result> => {
  const { data, seconds, mixedSeconds, rate, mixedRate } = options;
  const server = await startServer(data);
  try {
    const world = await readWorld(data);
    const { password } = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as { password: string };
    const county = await signIn(server.origin, world.wide.username, password);
    const district = await signIn(server.origin, world.narrow.username, password);
    const waited = await settled(data);
    if (waited > 2) process.stdout.write(`log verified for the first time, waited ${waited.toFixed(0)} s\n`);
    const random = randomOf(20261122);
    const one = async (kind: Kind, client: Client, reach: typeof world.wide, forSeconds: number) =>
      summarise(await runLoad({ rate, seconds: forSeconds, random, draw: (r) => request(kind, client, reach, world.county, r) }));
    // Caches and prepared statements as on a working day; not counted.
    for (const kind of KINDS) await one(kind, county, world.wide, Math.min(3, seconds));
    const kinds = {} as Record<Kind, { bound: number; county: Summary; district: Summary }>;
    for (const kind of KINDS) {
      kinds[kind] = {
        bound: BOUNDS[kind],
        county: await one(kind, county, world.wide, seconds),
        district: await one(kind, district, world.narrow, seconds),
      };
      process.stdout.write(
        `${kind.padEnd(8)} county p95 ${kinds[kind].county.p95} ms, district p95 ${kinds[kind].district.p95} ms, failures ${kinds[kind].county.failures}+${kinds[kind].district.failures}\n`,
      );
    }
    const before = cpuSeconds(server.pids);
    const began = performance.now();
    const load = await runLoad({
      rate: mixedRate,
      seconds: mixedSeconds,
      random,
      draw: (r) => {
        const kind = kindAt(r());
        const narrow = r() < 0.5;
        return request(kind, narrow ? district : county, narrow ? world.narrow : world.wide, world.county, r);
      },
    });
    const took = (performance.now() - began) / 1000;
    const after = cpuSeconds(server.pids);
    const cpu = after.server + after.postgres - before.server - before.postgres;
    const successes = load.filter((m) => m.ok).length;
    process.stdout.write(
      `mixed    ${successes} successes, ${load.length - successes} failures, ${cpu.toFixed(1)} CPU s: ${(successes / cpu).toFixed(0)} per CPU second\n`,
    );
    const cost = await measureCost({ pids: server.pids, world, county, district, random, requests: COST_REQUESTS });
    const plans = await checkPlans(data, async () => {
      for (const kind of KINDS)
        for (const [client, reach] of [
          [county, world.wide],
          [district, world.narrow],
        ] as const)
          for (let i = 0; i < 6; i++)
            await request(kind, client, reach, world.county, random)
              .send()
              .then((a) => a.arrayBuffer());
    });
    return {
      at: new Date().toISOString(),
      machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
      remark: options.remark,
      durability: world.durability,
      counts: world.counts,
      kinds,
      mixed: {
        rate: mixedRate,
        seconds: mixedSeconds,
        byKind: Object.fromEntries([...Map.groupBy(load, (m) => m.kind)].map(([kind, list]) => [kind, summarise(list)])),
        successes,
        failures: load.length - successes,
        cpuSeconds: Math.round(cpu * 10) / 10,
        perCpuSecond: Math.round(successes / cpu),
        perSecond: Math.round(successes / took),
      },
      cost: Object.fromEntries(cost),
      plans,
    };
  } finally {
    await server.stop();
  }
};
