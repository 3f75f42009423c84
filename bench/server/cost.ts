// What does one request of a kind cost? Processor time of the server and of PostgreSQL, from a few hundred requests in a row. Unlike times, it can be compared
// on a machine that does other things as well.

import type { CpuSeconds } from './processes.ts';
import { cpuSeconds } from './processes.ts';
import { type Client, KINDS, type Kind, request } from './requests.ts';
import type { BenchWorld } from './world.ts';

/** Milliseconds of processor time a request. */
export interface Cost {
  readonly server: number;
  readonly postgres: number;
}

export interface CostOptions {
  readonly pids: readonly number[];
  readonly world: BenchWorld;
  readonly county: Client;
  readonly district: Client;
  readonly random: () => number;
  /** Requests of a kind, half from each account. */
  readonly requests: number;
  readonly kinds?: readonly Kind[];
}

const LANES = 4;

const cost = (before: CpuSeconds, after: CpuSeconds, requests: number): Cost => {
  const each = (part: 'server' | 'postgres') => Math.round(((after[part] - before[part]) / requests) * 100_000) / 100;
  return { server: each('server'), postgres: each('postgres') };
};

/** Measures each kind by itself; a failed request ends it. */
export const measureCost = async (options: CostOptions): Promise<ReadonlyMap<Kind, Cost>> => {
  const { pids, world, county, district, random, requests, kinds = KINDS } = options;
  const run = async (kind: Kind, count: number): Promise<void> => {
    let left = count;
    const lane = async (): Promise<void> => {
      while (left-- > 0) {
        const narrow = left % 2 === 0;
        const answer = await request(kind, narrow ? district : county, narrow ? world.narrow : world.wide, world.county, random).send();
        if (!answer.ok) throw new Error(`${kind} failed with ${answer.status}: ${answer.body}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };
  const costs = new Map<Kind, Cost>();
  for (const kind of kinds) {
    await run(kind, Math.ceil(requests / 4));
    const before = cpuSeconds(pids);
    await run(kind, requests);
    costs.set(kind, cost(before, cpuSeconds(pids), requests));
  }
  return costs;
};
