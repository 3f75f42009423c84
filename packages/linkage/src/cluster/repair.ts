// From scored pairs to clusters: components at the threshold, then every component of three or more that is not plainly one is looked at whole
// (linkage.md §3.2.11). Pairs without a score count as contrary evidence.
import { agglomerate } from './agglomerate.ts';
import { LARGEST } from './closure.ts';
import { type Components, componentsOf } from './components.ts';
import { type GroupedEdges, groupEdges } from './grouped-edges.ts';

interface Rules {
  readonly nodes: number;
  /** Log odds from which pairs are linked. */
  readonly threshold: number;
  /** Rows that may never be together, whatever the evidence. */
  readonly apart: (a: number, b: number) => boolean;
  /** Breaks ties; must not depend on row order. */
  readonly rank: (node: number) => number;
}

interface ScoredPairs {
  readonly l: Int32Array;
  readonly r: Int32Array;
  /** Natural log odds of each pair. */
  readonly logOdds: Float64Array;
}

/** Pairs within components, component by component. */
interface ScoredInside extends Omit<GroupedEdges, 'edges'> {
  /** In the order of the pairs. */
  readonly logOdds: Float64Array;
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

export function clusterPairs(input: Rules & ScoredPairs): Clustering {
  const state = everyOneAlone(input.nodes);
  takeApart(input, input, input.threshold, state);
  return state;
}

/**
 * As `clusterPairs` where components at the threshold are known, with the pairs inside them. Ranks are asked for once, of the members of components that
 * are not plainly one.
 */
export async function divideComponents(
  components: Components,
  scored: readonly ScoredInside[],
  rules: Omit<Rules, 'rank'>,
  ranking: (nodes: Int32Array) => Promise<Rules['rank']>,
): Promise<Clustering> {
  const state = everyOneAlone(rules.nodes);
  const open = joinPlain(components, scored, rules, state);
  if (open.length === 0) return state;
  const { members, starts } = components;
  const asked = new Int32Array(open.reduce((sum, c) => sum + starts[c + 1]! - starts[c]!, 0));
  let at = 0;
  for (const c of open) for (let i = starts[c]!; i < starts[c + 1]!; i++) asked[at++] = members[i]!;
  divide(components, scored, { ...rules, rank: await ranking(asked) }, rules.threshold, open, state);
  return state;
}

interface State {
  readonly cluster: Int32Array;
  removed: number;
  barred: number;
}

function everyOneAlone(nodes: number): State {
  const cluster = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) cluster[node] = node;
  return { cluster, removed: 0, barred: 0 };
}

function takeApart({ l, r, logOdds }: ScoredPairs, rules: Rules, threshold: number, state: State): void {
  const components = componentsOf(rules.nodes, l, r, (edge) => logOdds[edge]! >= threshold);
  const grouped = groupEdges(rules.nodes, components, l, r);
  const scored = [{ ...grouped, logOdds: Float64Array.from(grouped.edges, (edge) => logOdds[edge]!) }];
  divide(components, scored, rules, threshold, joinPlain(components, scored, rules, state), state);
}

/** Makes one cluster of every component that is plainly one; the others. */
function joinPlain(components: Components, scored: readonly ScoredInside[], rules: Omit<Rules, 'rank'>, state: State): number[] {
  const { members, starts } = components;
  const open: number[] = [];
  for (let c = 0; c + 1 < starts.length; c++) {
    const from = starts[c]!;
    const to = starts[c + 1]!;
    if (to - from > LARGEST || !isPlain(components, scored, rules, c)) open.push(c);
    else for (let i = from; i < to; i++) state.cluster[members[i]!] = members[from]!;
  }
  return open;
}

function divide(
  components: Components,
  scored: readonly ScoredInside[],
  rules: Rules,
  threshold: number,
  open: readonly number[],
  state: State,
): void {
  const { members, starts } = components;
  const oversize: number[] = [];
  for (const c of open) {
    const from = starts[c]!;
    const to = starts[c + 1]!;
    if (to - from > LARGEST) oversize.push(c);
    else solve(members.subarray(from, to), from, scored, rules, c, state);
  }
  if (oversize.length > 0 && threshold < HIGHEST) takeApart(pairsOf(components, scored, oversize), rules, threshold + 1, state);
}

/** Pairs of some components. */
function pairsOf({ members }: Components, scored: readonly ScoredInside[], wanted: readonly number[]): ScoredPairs {
  const total = scored.reduce((sum, { starts }) => sum + wanted.reduce((n, c) => n + starts[c + 1]! - starts[c]!, 0), 0);
  const pairs = { l: new Int32Array(total), r: new Int32Array(total), logOdds: new Float64Array(total) };
  let at = 0;
  for (const { starts, left, right, logOdds } of scored) {
    for (const c of wanted) {
      for (let e = starts[c]!; e < starts[c + 1]!; e++) {
        pairs.l[at] = members[left[e]!]!;
        pairs.r[at] = members[right[e]!]!;
        pairs.logOdds[at++] = logOdds[e]!;
      }
    }
  }
  return pairs;
}

/** Every pair linked and none barred: one cluster without further thought. */
function isPlain({ members, starts: bounds }: Components, scored: readonly ScoredInside[], rules: Omit<Rules, 'rank'>, c: number): boolean {
  const size = bounds[c + 1]! - bounds[c]!;
  let pairs = 0;
  for (const { starts, logOdds } of scored) {
    pairs += starts[c + 1]! - starts[c]!;
    for (let e = starts[c]!; e < starts[c + 1]!; e++) if (logOdds[e]! < rules.threshold) return false;
  }
  if (pairs < (size * (size - 1)) / 2) return false;
  for (let i = bounds[c]!; i < bounds[c + 1]!; i++) {
    for (let j = i + 1; j < bounds[c + 1]!; j++) if (rules.apart(members[i]!, members[j]!)) return false;
  }
  return true;
}

/** What a component is looked at with, made once for all that fit. */
const scratch = { odds: new Float64Array(0), evidence: new Float64Array(0), barred: new Uint8Array(0), rank: new Float64Array(LARGEST) };

function solve(list: Int32Array, from: number, scored: readonly ScoredInside[], rules: Rules, c: number, state: State): void {
  const size = list.length;
  const cells = size * size;
  if (cells > scratch.odds.length) {
    const room = Math.max(1024, cells * 2);
    Object.assign(scratch, { odds: new Float64Array(room), evidence: new Float64Array(room), barred: new Uint8Array(room) });
  }
  const { odds, evidence, barred, rank } = scratch;
  odds.fill(Number.NEGATIVE_INFINITY, 0, cells);
  for (const { starts, left, right, logOdds } of scored) {
    for (let e = starts[c]!; e < starts[c + 1]!; e++) {
      const i = left[e]! - from;
      const j = right[e]! - from;
      odds[Math.min(i, j) * size + Math.max(i, j)] = logOdds[e]!;
    }
  }
  for (let i = 0; i < size; i++) {
    rank[i] = rules.rank(list[i]!);
    for (let j = i + 1; j < size; j++) {
      const at = i * size + j;
      evidence[at] = Math.min(MOST_FOR, Math.max(MOST_AGAINST, odds[at]! - rules.threshold));
      barred[at] = rules.apart(list[i]!, list[j]!) ? 1 : 0;
      state.barred += barred[at]!;
    }
  }
  const parts = agglomerate({ size, evidence, apart: (i, j) => barred[i * size + j] === 1, rank });
  for (let i = 0; i < size; i++) {
    state.cluster[list[i]!] = list[parts[i]!]!;
    for (let j = i + 1; j < size; j++) if (parts[i] !== parts[j] && odds[i * size + j]! >= rules.threshold) state.removed++;
  }
}
