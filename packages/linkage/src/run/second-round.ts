// The second round: clusters are scored against clusters as entities that hold all their members' values (linkage.md §3.2.10). A record that agrees a
// little with each of four others, in a different field each time, agrees well with the four together.
import { UnionFind } from '../cluster/index.ts';
import type { EntityOrder } from '../score/entities.ts';
import { Interner } from '../score/intern.ts';

export interface EntityInput {
  readonly cluster: Int32Array;
  /** Proposed pairs with their weights. */
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
  /** Weight from which pairs are linked. */
  readonly threshold: number;
  readonly apart: (a: number, b: number) => boolean;
  /** What breaks ties among these records. */
  readonly ranking: (nodes: Int32Array) => Promise<(node: number) => number>;
  /** Weights of pairs of clusters. */
  readonly weigh: (pairs: Pick<EntityOrder, 'starts' | 'nodes' | 'a' | 'b' | 'least'>) => Promise<Float64Array>;
}

/** Entities are compared by all pairs of their members: larger ones are left as they are. */
const MOST_PAIRS = 64;
/** Bits that the union of values must exceed the threshold by: the best of several tries is better than one try even between strangers. */
const MARGIN = 3;
const AT_ONCE = 1 << 12;

/** Clusters after joining entities that belong together; the same array if there are none. */
export async function joinEntities(input: EntityInput): Promise<Int32Array> {
  const { cluster } = input;
  const { starts, nodes } = membersOf(cluster);
  const { a, b } = askedPairs(input, starts);
  const pieces = Array.from({ length: Math.ceil(a.length / AT_ONCE) }, (_, i) => i * AT_ONCE);
  const weights = await Promise.all(
    pieces.map((from) =>
      input.weigh({ starts, nodes, a: a.slice(from, from + AT_ONCE), b: b.slice(from, from + AT_ONCE), least: input.threshold + MARGIN }),
    ),
  );
  const size = (root: number) => starts[root + 1]! - starts[root]!;
  const wanted: Wanted[] = [];
  for (let i = 0; i < a.length; i++) {
    const bits = weights[Math.floor(i / AT_ONCE)]![i % AT_ONCE]! - Math.log2(size(a[i]!) * size(b[i]!));
    if (bits >= input.threshold + MARGIN) wanted.push({ a: a[i]!, b: b[i]!, bits, first: 0, second: 0 });
  }
  if (wanted.length === 0) return cluster;
  wanted.sort((x, y) => y.bits - x.bits);
  const ties = tied(wanted);
  if (ties.length > 0) {
    const roots = ties.flatMap((pair) => [pair.a, pair.b]);
    const rank = await input.ranking(Int32Array.from(roots.flatMap((root) => [...nodes.subarray(starts[root], starts[root + 1])])));
    const low = (root: number) =>
      nodes.subarray(starts[root], starts[root + 1]).reduce((least, node) => Math.min(least, rank(node)), Infinity);
    for (const pair of ties) {
      const [x, y] = [low(pair.a), low(pair.b)];
      pair.first = Math.min(x, y);
      pair.second = Math.max(x, y);
    }
    wanted.sort((x, y) => y.bits - x.bits || x.first - y.first || x.second - y.second);
  }
  const forest = new UnionFind(cluster.length);
  for (let node = 0; node < cluster.length; node++) forest.union(node, cluster[node]!);
  const joined = new Set<number>();
  for (const { a: one, b: other } of wanted) {
    // One joining for each entity: what has joined is not what was scored any more.
    if (joined.has(one) || joined.has(other)) continue;
    if (areApart(input, starts, nodes, one, other)) continue;
    joined.add(one).add(other);
    forest.union(one, other);
  }
  return forest.roots();
}

interface Wanted {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
  /** Ranks that break ties. */
  first: number;
  second: number;
}

/** Pairs that weigh the same as another one with which they share an entity: the first of them prevents the others. Expects them by weight. */
function tied(wanted: readonly Wanted[]): Wanted[] {
  const ties: Wanted[] = [];
  for (let from = 0, to = 0; from < wanted.length; from = to) {
    while (to < wanted.length && wanted[to]!.bits === wanted[from]!.bits) to++;
    if (to - from < 2) continue;
    const met = new Map<number, number>();
    for (const { a, b } of wanted.slice(from, to)) for (const root of [a, b]) met.set(root, (met.get(root) ?? 0) + 1);
    for (const pair of wanted.slice(from, to)) if (met.get(pair.a)! > 1 || met.get(pair.b)! > 1) ties.push(pair);
  }
  return ties;
}

/** Pairs of clusters that some unlinked pair of records suggests, each once, smaller first. */
function askedPairs({ cluster, l, r, weight, threshold }: EntityInput, starts: Int32Array): { a: Int32Array; b: Int32Array } {
  const asked = new Interner();
  for (let i = 0; i < l.length; i++) {
    if (weight[i]! >= threshold) continue;
    const x = cluster[l[i]!]!;
    const y = cluster[r[i]!]!;
    if (x === y) continue;
    const tries = (starts[x + 1]! - starts[x]!) * (starts[y + 1]! - starts[y]!);
    if (tries >= 2 && tries <= MOST_PAIRS) asked.add(Math.min(x, y), Math.max(x, y), 0);
  }
  const a = new Int32Array(asked.size);
  const b = new Int32Array(asked.size);
  for (let i = 0; i < asked.size; i++) {
    a[i] = asked.keys[i * 3]!;
    b[i] = asked.keys[i * 3 + 1]!;
  }
  return { a, b };
}

function areApart({ apart }: EntityInput, starts: Int32Array, nodes: Int32Array, a: number, b: number): boolean {
  for (let i = starts[a]!; i < starts[a + 1]!; i++) {
    for (let j = starts[b]!; j < starts[b + 1]!; j++) if (apart(nodes[i]!, nodes[j]!)) return true;
  }
  return false;
}

/** Members of a cluster by its representative, in shared memory. */
function membersOf(cluster: Int32Array): { starts: Int32Array; nodes: Int32Array } {
  const shared = (ints: number) => new Int32Array(new SharedArrayBuffer(ints * 4));
  const starts = shared(cluster.length + 1);
  for (let node = 0; node < cluster.length; node++) starts[cluster[node]! + 1]!++;
  for (let root = 0; root < cluster.length; root++) starts[root + 1] = starts[root + 1]! + starts[root]!;
  const at = starts.slice();
  const nodes = shared(cluster.length);
  for (let node = 0; node < cluster.length; node++) {
    const root = cluster[node]!;
    nodes[at[root]!] = node;
    at[root] = at[root]! + 1;
  }
  return { starts, nodes };
}
