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
  // Place in `members` from 1, and the component of a place.
  const place = new Int32Array(nodes);
  const component = new Int32Array(members.length + 1).fill(-1);
  for (let c = 0; c < count; c++) {
    for (let i = bounds[c]!; i < bounds[c + 1]!; i++) {
      place[members[i]!] = i + 1;
      component[i + 1] = c;
    }
  }
  const starts = new Int32Array(count + 1);
  for (let edge = 0; edge < l.length; edge++) {
    const c = component[place[l[edge]!]!]!;
    if (c >= 0 && c === component[place[r[edge]!]!]!) starts[c + 1] = starts[c + 1]! + 1;
  }
  for (let c = 0; c < count; c++) starts[c + 1] = starts[c + 1]! + starts[c]!;
  const at = starts.slice();
  const inside = starts[count]!;
  const grouped = { starts, edges: new Int32Array(inside), left: new Int32Array(inside), right: new Int32Array(inside) };
  for (let edge = 0; edge < l.length; edge++) {
    const left = place[l[edge]!]!;
    const c = component[left]!;
    if (c < 0) continue;
    const right = place[r[edge]!]!;
    if (c !== component[right]!) continue;
    const to = at[c]!;
    at[c] = to + 1;
    grouped.edges[to] = edge;
    grouped.left[to] = left - 1;
    grouped.right[to] = right - 1;
  }
  return grouped;
}
