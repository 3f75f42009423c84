// How long do both tools take, and how much memory, from one size to the next? Fresh processes, one warm-up, the median of the runs that follow.

import { join } from 'node:path';
import type { Places } from './accuracy.ts';
import { TAIWAN_ROLES } from './data.ts';
import { judge } from './judge.ts';
import { writeKeys } from './keys.ts';
import { type Limit, limitOf } from './limit.ts';
import { lookAround, type Machine } from './machine.ts';
import { type Measured, runOurs, runSplink } from './tools.ts';
import { type WorldPlan, worldData } from './worlds.ts';

export interface SpeedPlan extends WorldPlan {
  /** `tight`: our defaults against eight tight rules; `loose`: both on single, wide keys. */
  readonly blocking: 'tight' | 'loose';
  readonly runs: number;
}

export interface Timed {
  readonly tool: 'ours' | 'splink' | 'splink-our-keys';
  readonly seconds: number;
  readonly processSeconds: number;
  readonly peakBytes: number;
  /** Median of the runs; processor time of the whole process. */
  readonly cpuSeconds: number;
  readonly phases: Measured['phases'];
  readonly pairs: number | null;
  readonly edges: number;
  /** Recall of the pairs kept from probability 0.01, and F1 at the best and at the own threshold. */
  readonly recallKept: number;
  readonly bestF1: number;
  readonly ownF1: number;
  readonly clusterF1: number;
  readonly runs: readonly number[];
}

export interface SpeedRow {
  readonly rows: number;
  readonly seed: number;
  readonly errors: number;
  readonly blocking: SpeedPlan['blocking'];
  readonly machine: Machine;
  /** When it was done, and what else ran beside it, said by whoever measured. */
  readonly at: string;
  readonly remark: string;
  readonly tools: readonly Timed[];
  readonly limit: Limit | null;
}

/** Wide keys for the loose test, one field each, as both tools know them. */
const LOOSE_RULES: readonly string[] = ['identifier.id', 'phone.phone', 'full-name.name', 'birth-date.date', 'address.door'];

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]!;

const repeat = async (runs: number, once: () => Promise<Measured>): Promise<Measured[]> => {
  const all: Measured[] = [];
  // The first run only warms the file cache, unless it is the only one.
  for (let i = 0; i < (runs === 1 ? 1 : runs + 1); i++) all.push(await once());
  return runs === 1 ? all : all.slice(1);
};

/** Measures one size with all tools. */
export const measureSpeed = async (plan: SpeedPlan, places: Places, spill: string | undefined, remark: string): Promise<SpeedRow> => {
  const machine = lookAround();
  const data = await worldData(plan, places.work);
  const { file } = data;
  const loose = plan.blocking === 'loose';
  const timed = async (tool: Timed['tool'], once: (folder: string) => Promise<Measured>): Promise<Timed> => {
    const folder = join(places.work, `speed-${data.id}-${plan.blocking}-${tool}`);
    const runs = await repeat(plan.runs, () => once(folder));
    const middle = runs.find((run) => run.seconds === median(runs.map((r) => r.seconds)))!;
    const verdict = await judge(data, file, folder, middle.threshold, false);
    return {
      tool,
      seconds: middle.seconds,
      processSeconds: median(runs.map((r) => r.processSeconds)),
      peakBytes: Math.max(...runs.map((r) => r.peakBytes)),
      cpuSeconds: median(runs.map((r) => r.cpuSeconds)),
      phases: middle.phases,
      pairs: middle.pairs,
      edges: middle.edges,
      recallKept: verdict.ceiling,
      bestF1: verdict.best.f1,
      ownF1: verdict.own.f1,
      clusterF1: verdict.clusters.f1,
      runs: runs.map((r) => r.seconds),
    };
  };
  let rules: readonly string[] = [];
  const ours = await timed('ours', async (folder) => {
    const run = await runOurs(data, file, folder, loose ? { rules: LOOSE_RULES, pairBudget: 200_000_000 } : {});
    rules = run.rules;
    return run;
  });
  const tools = [ours];
  const { venv } = places;
  if (venv !== undefined) {
    const spilling = spill === undefined ? {} : { spill };
    tools.push(await timed('splink', (folder) => runSplink(venv, data, file, folder, { loose, ...spilling })));
    // With many keys the rival is slower than with its own rules; above 100,000 rows that is no longer measured.
    if (!loose && plan.rows <= 100_000) {
      const keys = join(places.work, `speed-${data.id}-keys.parquet`);
      await writeKeys(data, file, rules, keys);
      tools.push(await timed('splink-our-keys', (folder) => runSplink(venv, data, file, folder, { keys, ...spilling })));
    }
  }
  const limit = ours.pairs === null ? null : limitOf(plan.rows, TAIWAN_ROLES.length, ours.pairs, ours.edges);
  return {
    rows: plan.rows,
    seed: plan.seed,
    errors: plan.errors,
    blocking: plan.blocking,
    machine,
    at: new Date().toISOString(),
    remark,
    tools,
    limit,
  };
};
