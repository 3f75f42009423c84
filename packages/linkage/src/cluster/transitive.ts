// What a cluster says about its pairs: two records that agree poorly but both agree well with a third are one person too; two that agree but were
// separated by the repair are not. Afterwards a pair reaches the threshold exactly if its records share a cluster.
import type { Components } from './components.ts';
import { groupEdges } from './grouped-edges.ts';

/** Clusters above this size take the threshold for pairs that do not reach it by themselves; all paths of three would cost n³. */
const LARGEST_BY_PATHS = 80;
/** A separated pair is this far below the threshold at most. */
const SEPARATED = 0.9;

/** Probabilities in the light of the clusters, in the order of the pairs. */
export function revise(cluster: Int32Array, l: Int32Array, r: Int32Array, probability: Float64Array, threshold: number): Float64Array {
  const revised = probability.slice();
  for (let i = 0; i < l.length; i++) if (cluster[l[i]!] !== cluster[r[i]!]) revised[i] = Math.min(probability[i]!, threshold * SEPARATED);
  const components = membersOf(cluster);
  const grouped = groupEdges(cluster.length, components, l, r);
  for (let c = 0; c + 1 < components.starts.length; c++) {
    const size = components.starts[c + 1]! - components.starts[c]!;
    if (size < 3) continue;
    const matrix = size <= LARGEST_BY_PATHS ? new Float64Array(size * size) : null;
    for (let e = grouped.starts[c]!; e < grouped.starts[c + 1]!; e++) {
      const edge = grouped.edges[e]!;
      const i = grouped.place[l[edge]!]!;
      const j = grouped.place[r[edge]!]!;
      if (matrix === null) continue;
      matrix[i * size + j] = probability[edge]!;
      matrix[j * size + i] = probability[edge]!;
    }
    for (let e = grouped.starts[c]!; e < grouped.starts[c + 1]!; e++) {
      const edge = grouped.edges[e]!;
      if (probability[edge]! >= 0.999) continue;
      const through = matrix === null ? 0 : bestThird(matrix, size, grouped.place[l[edge]!]!, grouped.place[r[edge]!]!);
      revised[edge] = Math.max(probability[edge]!, through, threshold);
    }
  }
  return revised;
}

function bestThird(matrix: Float64Array, size: number, i: number, j: number): number {
  let best = 0;
  for (let k = 0; k < size; k++) best = Math.max(best, matrix[i * size + k]! * matrix[k * size + j]!);
  return best;
}

/** Clusters of two or more as lists of members. */
function membersOf(cluster: Int32Array): Components {
  const sizes = new Int32Array(cluster.length);
  for (const root of cluster) sizes[root] = sizes[root]! + 1;
  const startOf = new Int32Array(cluster.length).fill(-1);
  const starts: number[] = [];
  let total = 0;
  for (let root = 0; root < cluster.length; root++) {
    if (sizes[root]! < 2) continue;
    startOf[root] = total;
    starts.push(total);
    total += sizes[root]!;
  }
  starts.push(total);
  const members = new Int32Array(total);
  for (let node = 0; node < cluster.length; node++) {
    const at = startOf[cluster[node]!]!;
    if (at < 0) continue;
    members[at] = node;
    startOf[cluster[node]!] = at + 1;
  }
  return { members, starts: Int32Array.from(starts) };
}
