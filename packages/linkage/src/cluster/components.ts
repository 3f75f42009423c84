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
  const sizes = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const root = sets.find(node);
    sizes[root] = sizes[root]! + 1;
  }
  const startOf = new Int32Array(nodes).fill(-1);
  const starts: number[] = [];
  let total = 0;
  for (let root = 0; root < nodes; root++) {
    if (sizes[root]! < 2) continue;
    startOf[root] = total;
    starts.push(total);
    total += sizes[root]!;
  }
  starts.push(total);
  const members = new Int32Array(total);
  for (let node = 0; node < nodes; node++) {
    const root = sets.find(node);
    const at = startOf[root]!;
    if (at < 0) continue;
    members[at] = node;
    startOf[root] = at + 1;
  }
  return { members, starts: Int32Array.from(starts) };
}
