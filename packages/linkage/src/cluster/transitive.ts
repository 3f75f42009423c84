// What a cluster says about its pairs: two records that agree poorly but both agree well with a third are one person too; two that agree but were
// separated by the repair are not. Afterwards a pair reaches the threshold exactly if its records share a cluster.
import { type Components, groupNodes } from './components.ts';
import { groupEdges } from './grouped-edges.ts';

/** Clusters above this size take the threshold for pairs that do not reach it by themselves; all paths of three would cost n³. */
const LARGEST_BY_PATHS = 80;
/** A separated pair is this far below the threshold at most. */
const SEPARATED = 0.9;

/** Nothing is added to what is as sure as this. */
const SURE = 0.999;
/**
 * A wrong link leaves pairs of its cluster unlinked nearly always, a right one seldom: where a pair of the cluster does not reach the threshold by
 * itself, the links around it are so much less certain (measured on generated worlds with single and triple errors: 0.35 fits both).
 */
const UNLINKED_IF_RIGHT = 0.35;

export interface PairEvidence {
  readonly l: Int32Array;
  readonly r: Int32Array;
  /** Of every pair by itself; overwritten. */
  readonly probability: Float64Array;
  /** Bits that its two records say about each other: the weight without what is believed beforehand. */
  readonly bits: (pair: number) => number;
}

export interface Revised {
  /** In the order of the pairs. */
  readonly probability: Float64Array;
  /** Matches that pairs put to the threshold by their cluster are expected to lack, against what their probabilities sum up to. */
  readonly overstated: number;
}

/** Probabilities in the light of the clusters; every cluster is read before it is written to, so that no second array is held. */
export function revise(cluster: Int32Array, { l, r, probability, bits }: PairEvidence, threshold: number): Revised {
  const unsure = new Uint8Array(cluster.length);
  const separated = threshold * SEPARATED;
  for (let i = 0; i < l.length; i++) {
    const own = probability[i]!;
    const root = cluster[l[i]!]!;
    if (root !== cluster[r[i]!]!) {
      if (own > separated) probability[i] = separated;
    } else if (own < SURE) unsure[root] = 1;
  }
  // Where all pairs are sure there is nothing to revise.
  const components = groupNodes(cluster, (root) => unsure[root] === 1);
  return { probability, overstated: reviseInside(cluster.length, components, { l, r, probability, bits }, threshold) };
}

function reviseInside(nodes: number, components: Components, { l, r, probability, bits }: PairEvidence, threshold: number): number {
  let overstated = 0;
  const paths = new Float64Array(LARGEST_BY_PATHS * LARGEST_BY_PATHS);
  const { starts, edges, left, right } = groupEdges(nodes, components, l, r);
  for (let c = 0; c + 1 < components.starts.length; c++) {
    const from = components.starts[c]!;
    const size = components.starts[c + 1]! - from;
    if (size < 3) continue;
    const matrix = size <= LARGEST_BY_PATHS ? paths.fill(0, 0, size * size) : null;
    for (let e = starts[c]!; matrix !== null && e < starts[c + 1]!; e++) {
      const i = left[e]! - from;
      const j = right[e]! - from;
      const own = probability[edges[e]!]!;
      matrix[i * size + j] = own;
      matrix[j * size + i] = own;
    }
    for (let e = starts[c]!; e < starts[c + 1]!; e++) {
      const edge = edges[e]!;
      const own = probability[edge]!;
      if (own >= SURE) continue;
      const path = matrix === null ? 0 : bestThird(matrix, size, left[e]! - from, right[e]! - from);
      // A link is surer for a third record that both ends are linked to.
      const honest = Math.max(own, own >= threshold ? path : throughOthers(path, bits(edge)));
      probability[edge] = Math.max(honest, threshold);
      overstated += probability[edge]! - honest;
    }
  }
  return overstated;
}

/** Odds of the path, less for the missing link and for what speaks against; what speaks for the pair is in the path already. */
function throughOthers(path: number, bits: number): number {
  const odds = (path / Math.max(1e-12, 1 - path)) * UNLINKED_IF_RIGHT * 2 ** Math.min(0, bits);
  return odds / (1 + odds);
}

/** The surest way over one third record: both links hold. */
function bestThird(matrix: Float64Array, size: number, i: number, j: number): number {
  let best = 0;
  for (let k = 0; k < size; k++) best = Math.max(best, matrix[i * size + k]! * matrix[k * size + j]!);
  return best;
}
