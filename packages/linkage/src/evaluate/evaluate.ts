// How good is a linkage that lies in memory? The short reading; `evaluateTables` counts the same in SQL for large runs, and a test holds the two together.

import { conclude, type Evaluation, type OverlapCounts, type ScoreCount } from './evaluation.ts';

export interface EvaluateInput {
  /** Record id → who it really is. Records without truth are left out of every figure. */
  readonly truth: ReadonlyMap<string, string>;
  /** Scored pairs; each pair once, in either order. */
  readonly edges: readonly { readonly idL: string; readonly idR: string; readonly probability: number }[];
  /** Record id → cluster. A record that is not named is a cluster of its own. */
  readonly clusters: ReadonlyMap<string, string>;
  /** The probability from which pairs count as linked. */
  readonly threshold: number;
}

const sizes = (keys: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const pairsIn = (counts: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const n of counts.values()) sum += (n * (n - 1)) / 2;
  return sum;
};

const overlapOf = (truth: ReadonlyMap<string, string>, clusters: ReadonlyMap<string, string>): OverlapCounts => {
  // A cluster's name is marked so that a record without one never shares the name of a real cluster.
  const clusterOf = (id: string): string => (clusters.has(id) ? `c${clusters.get(id)}` : `r${id}`);
  const clusterSizes = sizes([...truth.keys()].map(clusterOf));
  const entitySizes = sizes(truth.values());
  const together = new Map<string, { n: number; cluster: number; entity: number }>();
  for (const [id, entity] of truth) {
    const cluster = clusterOf(id);
    const key = JSON.stringify([cluster, entity]);
    const cell = together.get(key);
    if (cell) cell.n++;
    else together.set(key, { n: 1, cluster: clusterSizes.get(cluster)!, entity: entitySizes.get(entity)! });
  }
  let sharedPairs = 0;
  let bCubedPrecision = 0;
  let bCubedRecall = 0;
  for (const { n, cluster, entity } of together.values()) {
    sharedPairs += (n * (n - 1)) / 2;
    bCubedPrecision += (n * n) / cluster;
    bCubedRecall += (n * n) / entity;
  }
  return {
    records: truth.size,
    entities: entitySizes.size,
    clusters: clusterSizes.size,
    largestCluster: [...clusterSizes.values()].reduce((most, n) => Math.max(most, n), 0),
    truePairs: pairsIn(entitySizes),
    clusterPairs: pairsIn(clusterSizes),
    sharedPairs,
    bCubedPrecision,
    bCubedRecall,
  };
};

/**
 * Compares edges and clusters with the truth.
 *
 * @returns pair quality at the given and at the best threshold, cluster quality, B-cubed, calibration.
 */
export const evaluate = ({ truth, edges, clusters, threshold }: EvaluateInput): Evaluation => {
  const scores = new Map<number, { pairs: number; matches: number }>();
  for (const { idL, idR, probability } of edges) {
    const left = truth.get(idL);
    const right = truth.get(idR);
    if (left === undefined || right === undefined) continue;
    const count = scores.get(probability) ?? { pairs: 0, matches: 0 };
    count.pairs++;
    if (left === right) count.matches++;
    scores.set(probability, count);
  }
  const list: ScoreCount[] = [...scores].map(([probability, count]) => ({ probability, ...count }));
  return conclude(list, overlapOf(truth, clusters), threshold);
};
