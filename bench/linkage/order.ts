// Is the answer the same for the same rows in another order, on one thread or two? At the sizes of the speed test, where chance would show what small property tests cannot.

import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runSql } from './duckdb.ts';
import { runOurs } from './tools.ts';
import { type WorldPlan, worldData } from './worlds.ts';

export interface OrderRow {
  readonly rows: number;
  readonly seed: number;
  readonly edges: number;
  /** Edges that only one of the two runs has, or with another weight or probability. */
  readonly otherEdges: number;
  /** Records whose cluster holds other records. */
  readonly otherClusters: number;
  readonly thresholds: readonly [number, number];
}

const lone = (folder: string): string => join(folder, 'edges.parquet');
const groups = (folder: string): string => join(folder, 'clusters.parquet');

/** How many rows one side has and the other has not, both ways. */
const apart = async (left: string, right: string): Promise<number> => {
  const [row] = await runSql(
    `WITH l AS (${left}), r AS (${right}) SELECT (SELECT count(*) FROM (FROM l EXCEPT FROM r)) + (SELECT count(*) FROM (FROM r EXCEPT FROM l)) AS n`,
  );
  return Number(row?.n);
};

const edgesOf = (folder: string): string =>
  `SELECT least(id_l, id_r) AS a, greatest(id_l, id_r) AS b, weight, probability FROM '${lone(folder)}'`;
// A cluster is who is in it, whatever it is called.
const membersOf = (folder: string): string => `SELECT id, min(id) OVER (PARTITION BY cluster) AS least FROM '${groups(folder)}'`;

/** Runs a world as it is on one thread, and shuffled on two with a worker, and compares the answers. */
export const measureOrder = async (plan: WorldPlan, work: string): Promise<OrderRow> => {
  const data = await worldData(plan, work);
  const shuffled = join(work, `${data.id}-shuffled.parquet`);
  const there = await access(shuffled).then(
    () => true,
    () => false,
  );
  if (!there) await runSql(`COPY (FROM '${data.file}' ORDER BY hash(${data.recordId}, 7)) TO '${shuffled}'`);
  const [one, two] = [join(work, `order-${data.id}-one`), join(work, `order-${data.id}-two`)] as const;
  const plain = await runOurs(data, data.file, one, { threads: 1, workers: 0 });
  const mixed = await runOurs(data, shuffled, two, { threads: 2, workers: 1 });
  const row = {
    rows: plan.rows,
    seed: plan.seed,
    edges: plain.edges,
    otherEdges: await apart(edgesOf(one), edgesOf(two)),
    otherClusters: await apart(membersOf(one), membersOf(two)),
    thresholds: [plain.threshold, mixed.threshold],
  } as const;
  await rm(shuffled);
  return row;
};
