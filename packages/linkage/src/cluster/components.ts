// Connected components of the linked pairs as lists of members; singletons are left out.
import { UnionFind } from './union-find.ts';

export interface Components {
  /** Members of all components of two or more, one after the other, ascending within each. */
  readonly members: Int32Array;
  /** Start of each component in `members`, one more than there are components. */
  readonly starts: Int32Array;
}

export function componentsOf(nodes: number, l: Int32Array, r: Int32Array, linked: (edge: number) => boolean): Components {
  const sets = new UnionFind(nodes);
  for (let i = 0; i < l.length; i++) if (linked(i)) sets.union(l[i]!, r[i]!);
  return groupNodes(sets.roots(), () => true);
}

/** Nodes by the root that they have in common, of which there are two or more; `wanted` roots only. */
export function groupNodes(roots: Int32Array, wanted: (root: number) => boolean): Components {
  const nodes = roots.length;
  // First how many there are, then where the next one belongs; −1: nowhere.
  const places = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) places[roots[node]!] = places[roots[node]!]! + 1;
  let count = 0;
  for (let root = 0; root < nodes; root++) if (places[root]! > 1) count++;
  const starts = new Int32Array(count + 1);
  let total = 0;
  let component = 0;
  for (let root = 0; root < nodes; root++) {
    const size = places[root]!;
    places[root] = -1;
    if (size < 2 || !wanted(root)) continue;
    places[root] = total;
    starts[component++] = total;
    total += size;
  }
  starts[component] = total;
  const members = new Int32Array(total);
  for (let node = 0; node < nodes; node++) {
    const at = places[roots[node]!]!;
    if (at < 0) continue;
    members[at] = node;
    places[roots[node]!] = at + 1;
  }
  return { members, starts: starts.subarray(0, component + 1) };
}
