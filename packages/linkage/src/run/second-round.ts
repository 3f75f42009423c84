// The second round: clusters are scored against clusters as entities that hold all their members' values (linkage.md §3.2.10). A record that agrees a
// little with each of four others, in a different field each time, agrees well with the four together.
import { UnionFind } from '../cluster/index.ts';
import { type BoundModel, carriesFrequency, mixtureBits } from '../model/bind.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';

export interface EntityInput {
  readonly model: BoundModel;
  readonly columns: readonly Int32Array[];
  readonly scorers: readonly SlotScorer[];
  readonly cluster: Int32Array;
  /** Proposed pairs with their weights. */
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
  /** Weight from which pairs are linked. */
  readonly threshold: number;
  readonly apart: (a: number, b: number) => boolean;
  readonly rank: (node: number) => number;
}

/** Entities are compared by all pairs of their members: larger ones are left as they are. */
const MOST_PAIRS = 64;
/** Bits that the union of values must exceed the threshold by: the best of several tries is better than one try even between strangers. */
const MARGIN = 3;

/** Clusters after joining entities that belong together; the same array if there are none. */
export function joinEntities(input: EntityInput): Int32Array {
  const { cluster, l, r, weight, rank } = input;
  const members = membersOf(cluster);
  const asked = new Map<number, { a: number; b: number; bits: number }>();
  for (let i = 0; i < l.length; i++) {
    const a = Math.min(cluster[l[i]!]!, cluster[r[i]!]!);
    const b = Math.max(cluster[l[i]!]!, cluster[r[i]!]!);
    if (a === b || weight[i]! >= input.threshold) continue;
    const tries = members(a).length * members(b).length;
    if (tries < 2 || tries > MOST_PAIRS || asked.has(a * cluster.length + b)) continue;
    asked.set(a * cluster.length + b, { a, b, bits: entityWeight(input, members(a), members(b)) - Math.log2(tries) });
  }
  const low = (root: number) => members(root).reduce((least, node) => Math.min(least, rank(node)), Number.POSITIVE_INFINITY);
  const wanted = [...asked.values()]
    .filter(({ bits }) => bits >= input.threshold + MARGIN)
    .map((entry) => ({ ...entry, key: [low(entry.a), low(entry.b)].toSorted((x, y) => x - y) }))
    .toSorted((x, y) => y.bits - x.bits || x.key[0]! - y.key[0]! || x.key[1]! - y.key[1]!);
  if (wanted.length === 0) return cluster;
  const forest = new UnionFind(cluster.length);
  for (let node = 0; node < cluster.length; node++) forest.union(node, cluster[node]!);
  const joined = new Set<number>();
  for (const { a, b } of wanted) {
    // One joining for each entity: what has joined is not what was scored any more.
    if (joined.has(a) || joined.has(b)) continue;
    if (members(a).some((x) => members(b).some((y) => input.apart(x, y)))) continue;
    joined.add(a).add(b);
    forest.union(a, b);
  }
  return forest.roots();
}

/** Weight of two entities: in every field the best that any two members reach. */
function entityWeight({ model, columns, scorers }: EntityInput, a: Int32Array, b: Int32Array): number {
  let weight = model.model.priorBits;
  let kin = 0;
  for (const [s, slot] of model.slots.entries()) {
    let best = Number.NEGATIVE_INFINITY;
    let related = 0;
    for (const x of a) {
      for (const y of b) {
        const left = columns[s]![x]!;
        const right = columns[s]![y]!;
        const level = scorers[s]!.level(left, right);
        if (level === 0) continue;
        const frequency = carriesFrequency(model, s, level) ? scorers[s]!.frequencyBits(left, right, level, slot.u[level]!) : 0;
        const bits = slot.bits[level]! + frequency;
        if (bits <= best) continue;
        best = bits;
        related = (model.related?.bits[s]?.[level] ?? 0) + frequency;
      }
    }
    if (best === Number.NEGATIVE_INFINITY) continue;
    weight += best;
    kin += related;
  }
  return model.related === null ? weight : weight - mixtureBits(model.related.share, kin);
}

/** Members of a cluster by its representative, from one array sorted by cluster. */
function membersOf(cluster: Int32Array): (root: number) => Int32Array {
  const starts = new Int32Array(cluster.length + 1);
  for (const root of cluster) starts[root + 1] = starts[root + 1]! + 1;
  for (let root = 0; root < cluster.length; root++) starts[root + 1] = starts[root + 1]! + starts[root]!;
  const at = starts.slice();
  const nodes = new Int32Array(cluster.length);
  for (let node = 0; node < cluster.length; node++) {
    const root = cluster[node]!;
    nodes[at[root]!] = node;
    at[root] = at[root]! + 1;
  }
  return (root) => nodes.subarray(starts[root], starts[root + 1]);
}
