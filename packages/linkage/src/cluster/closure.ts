// Pairs within components that blocking did not propose: scored too, so that clusters rest on complete evidence and no true pair of a cluster is lost.
import { componentsOf } from './components.ts';
import { groupEdges } from './grouped-edges.ts';

/** Above this size a component is taken apart by a higher threshold instead of being completed. */
export const LARGEST = 400;

/** Unordered pairs (l < r by row number) of rows joined through others at the threshold, without the given edges; and which of these lie
 * within components. */
export function missingPairs(
  nodes: number,
  l: Int32Array,
  r: Int32Array,
  linked: (edge: number) => boolean,
): { l: Int32Array; r: Int32Array; inside: Int32Array } {
  const components = componentsOf(nodes, l, r, linked);
  const { members, starts } = components;
  const grouped = groupEdges(nodes, components, l, r);
  const found = new PairList();
  const seen = new Uint8Array(LARGEST * LARGEST);
  for (let c = 0; c + 1 < starts.length; c++) {
    const from = starts[c]!;
    const size = starts[c + 1]! - from;
    const known = grouped.starts[c + 1]! - grouped.starts[c]!;
    if (size > LARGEST || known >= (size * (size - 1)) / 2) continue;
    seen.fill(0, 0, size * size);
    for (let e = grouped.starts[c]!; e < grouped.starts[c + 1]!; e++) {
      const i = grouped.place[l[grouped.edges[e]!]!]!;
      const j = grouped.place[r[grouped.edges[e]!]!]!;
      seen[i * size + j] = 1;
      seen[j * size + i] = 1;
    }
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        if (seen[i * size + j] === 1) continue;
        found.add(members[from + i]!, members[from + j]!);
      }
    }
  }
  return { ...found.done(), inside: grouped.edges };
}

class PairList {
  #l = new Int32Array(1024);
  #r = new Int32Array(1024);
  #size = 0;

  add(l: number, r: number): void {
    if (this.#size === this.#l.length) {
      const [left, right] = [new Int32Array(this.#size * 2), new Int32Array(this.#size * 2)];
      left.set(this.#l);
      right.set(this.#r);
      this.#l = left;
      this.#r = right;
    }
    this.#l[this.#size] = l;
    this.#r[this.#size++] = r;
  }

  done(): { l: Int32Array; r: Int32Array } {
    return { l: this.#l.slice(0, this.#size), r: this.#r.slice(0, this.#size) };
  }
}
