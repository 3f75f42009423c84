// From linked pairs to clusters: components at the threshold, then every component of three or more is looked at whole.
// All its pairs are scored, proposed or not, so that joining rests on complete evidence (linkage.md §3.2.11).
import { agglomerate } from './agglomerate.ts';
import { componentsOf } from './components.ts';

export interface ClusterInput {
  readonly nodes: number;
  readonly l: Int32Array;
  readonly r: Int32Array;
  /** Natural log odds of each pair. */
  readonly logOdds: Float64Array;
  /** Log odds from which pairs are linked. */
  readonly threshold: number;
  /** Log odds of any two rows, whether blocking proposed them or not. */
  readonly scoreOf: (a: number, b: number) => number;
  readonly apart: (a: number, b: number) => boolean;
  readonly rank: (node: number) => number;
}

export interface Clustering {
  /** Cluster representative by node (a node of the cluster). */
  readonly cluster: Int32Array;
  /** Pairs within clusters that blocking had not proposed, with their log odds. */
  readonly closure: { readonly l: number[]; readonly r: number[]; readonly logOdds: number[] };
  /** Linked pairs whose two rows ended in different clusters. */
  readonly removed: number;
  readonly barred: number;
}

/** Above this size a component is first taken apart by a higher threshold. */
const LARGEST = 400;
/** Log odds above which a component that is still too large is left as single records. */
const HIGHEST = 60;
/** Evidence of one pair is bounded: independence is never quite true, and no single pair may outvote ten. */
const MOST_FOR = 8;
const MOST_AGAINST = -4;

export function clusterPairs(input: ClusterInput): Clustering {
  const cluster = Int32Array.from({ length: input.nodes }, (_, node) => node);
  const closure: Clustering['closure'] = { l: [], r: [], logOdds: [] };
  const state = { cluster, closure, removed: 0, barred: 0 };
  takeApart(input, input.threshold, null, state);
  return state;
}

interface State {
  readonly cluster: Int32Array;
  readonly closure: Clustering['closure'];
  removed: number;
  barred: number;
}

function takeApart(input: ClusterInput, threshold: number, within: ReadonlySet<number> | null, state: State): void {
  const linked = (edge: number) => input.logOdds[edge]! >= threshold && (within === null || (within.has(input.l[edge]!) && within.has(input.r[edge]!)));
  const { members, starts } = componentsOf(input.nodes, input.l, input.r, linked);
  const place = new Int32Array(input.nodes);
  const component = new Int32Array(input.nodes).fill(-1);
  for (let c = 0; c + 1 < starts.length; c++) {
    for (let i = starts[c]!; i < starts[c + 1]!; i++) {
      component[members[i]!] = c;
      place[members[i]!] = i - starts[c]!;
    }
  }
  // Pairs of every component that blocking proposed, so that these are not scored again.
  const edgesOf = groupEdges(input, component, starts.length - 1);
  const oversize = new Set<number>();
  for (let c = 0; c + 1 < starts.length; c++) {
    const nodes = members.subarray(starts[c], starts[c + 1]);
    if (nodes.length > LARGEST) {
      for (const node of nodes) oversize.add(node);
      continue;
    }
    if (nodes.length === 2 && !input.apart(nodes[0]!, nodes[1]!)) {
      state.cluster[nodes[1]!] = nodes[0]!;
      continue;
    }
    solve(input, nodes, edgesOf, c, place, state);
  }
  if (oversize.size > 0 && threshold < HIGHEST) takeApart(input, threshold + 1, oversize, state);
}

function groupEdges(input: ClusterInput, component: Int32Array, count: number) {
  const starts = new Int32Array(count + 1);
  const inside = (edge: number) => {
    const c = component[input.l[edge]!]!;
    return c >= 0 && c === component[input.r[edge]!]! ? c : -1;
  };
  for (let edge = 0; edge < input.l.length; edge++) {
    const c = inside(edge);
    if (c >= 0) starts[c + 1] = starts[c + 1]! + 1;
  }
  for (let c = 0; c < count; c++) starts[c + 1] = starts[c + 1]! + starts[c]!;
  const at = starts.slice();
  const edges = new Int32Array(starts[count]!);
  for (let edge = 0; edge < input.l.length; edge++) {
    const c = inside(edge);
    if (c < 0) continue;
    edges[at[c]!] = edge;
    at[c] = at[c]! + 1;
  }
  return { starts, edges };
}

function solve(
  input: ClusterInput,
  nodes: Int32Array,
  grouped: { readonly starts: Int32Array; readonly edges: Int32Array },
  c: number,
  place: Int32Array,
  state: State,
): void {
  const size = nodes.length;
  const odds = new Float64Array(size * size).fill(Number.NaN);
  for (let e = grouped.starts[c]!; e < grouped.starts[c + 1]!; e++) {
    const edge = grouped.edges[e]!;
    const i = place[input.l[edge]!]!;
    const j = place[input.r[edge]!]!;
    odds[Math.min(i, j) * size + Math.max(i, j)] = input.logOdds[edge]!;
  }
  const evidence = new Float64Array(size * size);
  const found = new Uint8Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const at = i * size + j;
      if (Number.isNaN(odds[at]!)) {
        odds[at] = input.scoreOf(nodes[i]!, nodes[j]!);
        found[at] = 1;
      }
      evidence[at] = Math.min(MOST_FOR, Math.max(MOST_AGAINST, odds[at]! - input.threshold));
    }
  }
  const barred = new Set<number>();
  const apart = (i: number, j: number) => {
    const is = input.apart(nodes[i]!, nodes[j]!);
    if (is) barred.add(i * size + j);
    return is;
  };
  const parts = agglomerate({ size, evidence, apart, rank: Array.from(nodes, input.rank) });
  state.barred += barred.size;
  for (let i = 0; i < size; i++) {
    state.cluster[nodes[i]!] = nodes[parts[i]!]!;
    for (let j = i + 1; j < size; j++) {
      const at = i * size + j;
      const together = parts[i] === parts[j];
      if (!together && found[at] === 0 && odds[at]! >= input.threshold) state.removed++;
      if (found[at] === 1 && together) {
        state.closure.l.push(nodes[i]!);
        state.closure.r.push(nodes[j]!);
        state.closure.logOdds.push(odds[at]!);
      }
    }
  }
}
