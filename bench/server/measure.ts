// One data set measured: latency by kind for the county-wide and the one-district account, the mixed load with processor time, plans, sizes.

import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { type BesidesResult, measureBesides } from './besides.ts';
import { type Cost, measureCost } from './cost.ts';
import { type Mixed, type MixedResult, measureMixed } from './mixed.ts';
import { runLoad, type Summary, summarise } from './open-loop.ts';
import { checkPlans, type PlanFinding } from './plans.ts';
import { startServer } from './processes.ts';
import { BOUNDS, type Client, KINDS, type Kind, request, signIn } from './requests.ts';
import { settled } from './settled.ts';
import { readWorld } from './world.ts';

export interface MeasureOptions {
  readonly data: string;
  /** Seconds of each single kind, and of the mixed load. */
  readonly seconds: number;
  readonly mixedSeconds: number;
  readonly rate: number;
  readonly mixedRate: number;
  /** Of the mixed load, not counted, before it is measured warm. */
  readonly warmSeconds: number;
  readonly remark: string | null;
}

export interface Result {
  readonly at: string;
  readonly machine: { readonly cores: number; readonly memoryGiB: number; readonly node: string };
  readonly remark: string | null;
  readonly durability: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<Kind, { readonly bound: number; readonly county: Summary; readonly district: Summary }>>;
  /** What is asked for beside the mix; results from before it was measured have none. */
  readonly besides?: BesidesResult;
  /** Processor time of a request of each kind by itself, in milliseconds; results from before it was measured have none. */
  readonly cost?: Readonly<Record<string, Cost>>;
  /** When it was warm; `first`, `full` and `alone` beside it, which results from before they were measured lack. */
  readonly mixed: Mixed & { readonly rate: number; readonly warmSeconds: number } & Partial<Pick<MixedResult, 'first' | 'full' | 'alone'>>;
  readonly plans: { readonly statements: number; readonly findings: readonly PlanFinding[] };
}

// mulberry32: the draws of a run can be made again.
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** Requests of a kind over which its processor time is taken: the counters of the kernel move in steps of 10 ms. */
const COST_REQUESTS = 300;

/** Measures a data folder. */
export const measureServer = async (options: MeasureOptions): Promise<Result> => {
  const { data, seconds, mixedSeconds, rate, mixedRate, warmSeconds } = options;
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
    const { first, warm, full, alone } = await measureMixed({
      pids: server.pids,
      world,
      county,
      district,
      random,
      rate: mixedRate,
      seconds: mixedSeconds,
      warmSeconds,
    });
    const cost = await measureCost({ pids: server.pids, world, county, district, random, requests: COST_REQUESTS });
    const unit = await signIn(server.origin, world.supervisor, password);
    const besides = await measureBesides({ county, district, unit }, world, random);
    const plans = await checkPlans(data, async () => {
      for (const kind of KINDS)
        for (const [client, reach] of [
          [county, world.wide],
          [district, world.narrow],
        ] as const)
          for (let i = 0; i < 6; i++) await request(kind, client, reach, world.county, random).send();
    });
    return {
      at: new Date().toISOString(),
      machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
      remark: options.remark,
      durability: world.durability,
      counts: world.counts,
      kinds,
      mixed: { rate: mixedRate, warmSeconds, ...warm, first, full, alone },
      cost: Object.fromEntries(cost),
      besides,
      plans,
    };
  } finally {
    await server.stop();
  }
};
