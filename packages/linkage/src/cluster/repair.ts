// From scored pairs to clusters: components at the threshold, then every component of three or more that is not plainly one is looked at whole
// (linkage.md §3.2.11). Pairs without a score count as contrary evidence.
import { agglomerate } from './agglomerate.ts';
import { LARGEST } from './closure.ts';
import { componentsOf } from './components.ts';
import { type GroupedEdges, groupEdges } from './grouped-edges.ts';

export interface ClusterInput {
  readonly nodes: number;
  readonly l: Int32Array;
  readonly r: Int32Array;
  /** Natural log odds of each pair. */
  readonly logOdds: Float64Array;
  /** Log odds from which pairs are linked. */
  readonly threshold: number;
  /** Rows that may never be together, whatever the evidence. */
  readonly apart: (a: number, b: number) => boolean;
  /** Breaks ties; must not depend on row order. */
  readonly rank: (node: number) => number;
}

export interface Clustering {
  /** Cluster representative by node (a node of the cluster). */
  readonly cluster: Int32Array;
  /** Linked pairs whose two rows ended in different clusters. */
  readonly removed: number;
  /** Pairs within components that may not be together. */
  readonly barred: number;
}

/** Log odds above which a component that is still too large is left as single records. */
const HIGHEST = 60;
/** Evidence of one pair is bounded: independence is never quite true, and no single pair may outvote ten. */
const MOST_FOR = 8;
const MOST_AGAINST = -4;

export function clusterPairs(input: ClusterInput): Clustering {
  const cluster = new Int32Array(input.nodes);
  for (let node = 0; node < cluster.length; node++) cluster[node] = node;
  const state = { cluster, removed: 0, barred: 0 };
  takeApart(input, input.threshold, null, state);
  return state;
}

interface State {
  readonly cluster: Int32Array;
  removed: number;
  barred: number;
}

function takeApart(input: ClusterInput, threshold: number, within: ReadonlySet<number> | null, state: State): void {
  const { l, r, logOdds, nodes } = input;
  const linked = (edge: number) => logOdds[edge]! >= threshold && (within === null || (within.has(l[edge]!) && within.has(r[edge]!)));
  const components = componentsOf(nodes, l, r, linked);
  const { members, starts } = components;
  const grouped = groupEdges(nodes, components, l, r);
  const oversize = new Set<number>();
  for (let c = 0; c + 1 < starts.length; c++) {
    const list = members.subarray(starts[c], starts[c + 1]);
    if (list.length > LARGEST) for (const node of list) oversize.add(node);
    else if (isPlain(input, list, grouped, c)) for (const node of list) state.cluster[node] = list[0]!;
    else solve(input, list, grouped, c, state);
  }
  if (oversize.size > 0 && threshold < HIGHEST) takeApart(input, threshold + 1, oversize, state);
}

/** Every pair linked and none barred: one cluster without further thought. */
function isPlain(input: ClusterInput, list: Int32Array, grouped: GroupedEdges, c: number): boolean {
  const from = grouped.starts[c]!;
  const to = grouped.starts[c + 1]!;
  if (to - from < (list.length * (list.length - 1)) / 2) return false;
  for (let e = from; e < to; e++) {
    const edge = grouped.edges[e]!;
    if (input.logOdds[edge]! < input.threshold || input.apart(input.l[edge]!, input.r[edge]!)) return false;
  }
  return true;
}

/** What a component is looked at with, made once for all that fit. */
const scratch = { odds: new Float64Array(0), evidence: new Float64Array(0), barred: new Uint8Array(0), rank: new Float64Array(LARGEST) };

function solve(input: ClusterInput, list: Int32Array, grouped: GroupedEdges, c: number, state: State): void {
  const size = list.length;
  const cells = size * size;
  if (cells > scratch.odds.length) {
    const room = Math.max(1024, cells * 2);
    Object.assign(scratch, { odds: new Float64Array(room), evidence: new Float64Array(room), barred: new Uint8Array(room) });
  }
  const { odds, evidence, barred, rank } = scratch;
  odds.fill(Number.NEGATIVE_INFINITY, 0, cells);
  for (let e = grouped.starts[c]!; e < grouped.starts[c + 1]!; e++) {
    const edge = grouped.edges[e]!;
    const i = grouped.place[input.l[edge]!]!;
    const j = grouped.place[input.r[edge]!]!;
    odds[Math.min(i, j) * size + Math.max(i, j)] = input.logOdds[edge]!;
  }
  for (let i = 0; i < size; i++) {
    rank[i] = input.rank(list[i]!);
    for (let j = i + 1; j < size; j++) {
      const at = i * size + j;
      evidence[at] = Math.min(MOST_FOR, Math.max(MOST_AGAINST, odds[at]! - input.threshold));
      barred[at] = input.apart(list[i]!, list[j]!) ? 1 : 0;
      state.barred += barred[at]!;
    }
  }
  const parts = agglomerate({ size, evidence, apart: (i, j) => barred[i * size + j] === 1, rank });
  for (let i = 0; i < size; i++) {
    state.cluster[list[i]!] = list[parts[i]!]!;
    for (let j = i + 1; j < size; j++) if (parts[i] !== parts[j] && odds[i * size + j]! >= input.threshold) state.removed++;
  }
}
