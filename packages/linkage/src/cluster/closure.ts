// Pairs within components that blocking did not propose: scored too, so that clusters rest on complete evidence and no true pair of a cluster is lost.
import { type Components, componentsOf } from './components.ts';
import { type GroupedEdges, groupEdges } from './grouped-edges.ts';

/** Above this size a component is taken apart by a higher threshold instead of being completed. */
export const LARGEST = 400;

/** Unordered pairs of rows (l < r by row number) and where they stand in `members`, component by component. */
export interface MissingPairs extends Omit<GroupedEdges, 'edges'> {
  readonly l: Int32Array;
  readonly r: Int32Array;
}

/** The pairs within components that are not among the given edges. */
export function missingPairs({ members, starts }: Components, given: GroupedEdges): MissingPairs {
  const count = starts.length - 1;
  const found = new PairList();
  const bounds = new Int32Array(count + 1);
  const seen = new Uint8Array(LARGEST * LARGEST);
  for (let c = 0; c < count; c++) {
    const from = starts[c]!;
    const size = starts[c + 1]! - from;
    const known = given.starts[c + 1]! - given.starts[c]!;
    if (size <= LARGEST && known < (size * (size - 1)) / 2) {
      seen.fill(0, 0, size * size);
      for (let e = given.starts[c]!; e < given.starts[c + 1]!; e++) {
        const i = given.left[e]! - from;
        const j = given.right[e]! - from;
        seen[i * size + j] = 1;
        seen[j * size + i] = 1;
      }
      for (let i = 0; i < size; i++) {
        for (let j = i + 1; j < size; j++) if (seen[i * size + j] === 0) found.add(from + i, from + j);
      }
    }
    bounds[c + 1] = found.size;
  }
  const { left, right } = found.done();
  return { starts: bounds, left, right, l: left.map((place) => members[place]!), r: right.map((place) => members[place]!) };
}

/** The pairs that are missing among given ones, all of which join. */
export function missingAmong(nodes: number, l: Int32Array, r: Int32Array): MissingPairs {
  const components = componentsOf(nodes, l, r, () => true);
  return missingPairs(components, groupEdges(nodes, components, l, r));
}

class PairList {
  size = 0;
  #left = new Int32Array(1024);
  #right = new Int32Array(1024);

  add(left: number, right: number): void {
    if (this.size === this.#left.length) {
      const [l, r] = [new Int32Array(this.size * 2), new Int32Array(this.size * 2)];
      l.set(this.#left);
      r.set(this.#right);
      this.#left = l;
      this.#right = r;
    }
    this.#left[this.size] = left;
    this.#right[this.size++] = right;
  }

  done(): { left: Int32Array; right: Int32Array } {
    return { left: this.#left.slice(0, this.size), right: this.#right.slice(0, this.size) };
  }
}
