// Which generated worlds are measured? Seeds from 101 on and other error factors were never looked at while tuning (seeds 1 to 9 were for that).

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type BenchData, generated } from './data.ts';
import { RATES, scaled } from './generator/rates.ts';
import { writeWorld } from './generator/write.ts';

export interface WorldPlan {
  readonly rows: number;
  readonly seed: number;
  readonly errors: number;
}

export const UNSEEN: readonly WorldPlan[] = [
  { rows: 10_000, seed: 101, errors: 1 },
  { rows: 10_000, seed: 102, errors: 0.5 },
  { rows: 10_000, seed: 103, errors: 2 },
  { rows: 10_000, seed: 104, errors: 3 },
  { rows: 100_000, seed: 105, errors: 1 },
];

const worldId = ({ rows, seed, errors }: WorldPlan): string => `world-${rows}-seed${seed}-errors${errors}`;

/** The file of a world; made once and kept in the work folder. */
const worldFile = async (plan: WorldPlan, work: string): Promise<string> => {
  const file = join(work, `${worldId(plan)}.parquet`);
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) await writeWorld({ rows: plan.rows, seed: plan.seed, rates: scaled(RATES, plan.errors) }, file);
  return file;
};

export const worldData = async (plan: WorldPlan, work: string): Promise<BenchData> => generated(worldId(plan), await worldFile(plan, work));
