// Edges sorted into the components that hold both their ends, so that every component can be looked at alone, all of it lying together in memory.
import type { Components } from './components.ts';

export interface GroupedEdges {
  /** Start of each component's edges in what follows, one more than there are components. */
  readonly starts: Int32Array;
  readonly edges: Int32Array;
  /** Where both ends of an edge stand in `members`. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Edges that do not lie within a component are left out. */
export function groupEdges(nodes: number, { members, starts: bounds }: Components, l: Int32Array, r: Int32Array): GroupedEdges {
  const count = bounds.length - 1;
  const place = new Int32Array(nodes).fill(-1);
  // By place, where the members of a component are neighbours: of two ends that belong together the second is at hand.
  const component = new Int32Array(members.length);
  for (let c = 0; c < count; c++) {
    for (let i = bounds[c]!; i < bounds[c + 1]!; i++) {
      component[i] = c;
      place[members[i]!] = i;
    }
  }
  const starts = new Int32Array(count + 1);
  const inside = new Int32Array(l.length);
  for (let edge = 0; edge < l.length; edge++) {
    const x = place[l[edge]!]!;
    const y = place[r[edge]!]!;
    const c = x < 0 || y < 0 || component[x] !== component[y] ? -1 : component[x]!;
    inside[edge] = c;
    if (c >= 0) starts[c + 1] = starts[c + 1]! + 1;
  }
  for (let c = 0; c < count; c++) starts[c + 1] = starts[c + 1]! + starts[c]!;
  const next = starts.slice();
  const edges = new Int32Array(starts[count]!);
  const left = new Int32Array(edges.length);
  const right = new Int32Array(edges.length);
  for (let edge = 0; edge < l.length; edge++) {
    const c = inside[edge]!;
    if (c < 0) continue;
    const at = next[c]!;
    next[c] = at + 1;
    edges[at] = edge;
    left[at] = place[l[edge]!]!;
    right[at] = place[r[edge]!]!;
  }
  return { starts, edges, left, right };
}
