// Which records belong together, given scored pairs? Components at a threshold, then taken apart where the pairs inside speak against it.

import { clusterPairs } from '../cluster/index.ts';
import type { Edge } from './predict.ts';

export interface ClusterOptions {
  /** Probability from which a pair is linked. */
  readonly threshold: number;
  /** All record ids; those that no edge names become clusters of their own. */
  readonly ids?: readonly string[];
}

/** Log odds are kept finite: a probability of exactly one is as good as certain. */
const logOdds = (p: number): number => Math.log(Math.min(1 - 1e-12, Math.max(1e-12, p)) / (1 - Math.min(1 - 1e-12, Math.max(1e-12, p))));

/** Record id → cluster, named by the smallest id in it. Does not depend on the order of edges. */
export const cluster = (edges: readonly Edge[], { threshold, ids = [] }: ClusterOptions): Map<string, string> => {
  const names = [...new Set([...ids, ...edges.flatMap((e) => [e.idL, e.idR])])].sort();
  const number = new Map(names.map((name, i) => [name, i]));
  const result = clusterPairs({
    nodes: names.length,
    l: Int32Array.from(edges, (e) => number.get(e.idL)!),
    r: Int32Array.from(edges, (e) => number.get(e.idR)!),
    logOdds: Float64Array.from(edges, (e) => logOdds(e.probability)),
    threshold: logOdds(threshold),
    apart: () => false,
    rank: (node) => node,
  });
  const smallest = new Map<number, string>();
  for (const [i, name] of names.entries()) if (!smallest.has(result.cluster[i]!)) smallest.set(result.cluster[i]!, name);
  return new Map(names.map((name, i) => [name, smallest.get(result.cluster[i]!)!]));
};
