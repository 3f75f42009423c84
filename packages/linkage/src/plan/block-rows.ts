// The blocks of a rule in typed arrays: rows sorted by the hash of their facet keys, equal neighbours taken together, oversize blocks split by a
// second facet. What the engine's SQL does with GROUP BY and joins where the work is spread over machines; a test holds both together.
import { mix } from '../shelf/text/hash.ts';

/** Where the facets of rows lie: a row has a value id per slot, a value id has keys per facet. */
export interface RowFacets {
  readonly columns: readonly Int32Array[];
  readonly slots: readonly { readonly prepared: { readonly facets: readonly Int32Array[] } }[];
}

type Part = readonly [slot: number, facet: number];

export interface BlockOrder {
  readonly parts: readonly Part[];
  /** Blocks above this size are split by `split`, or left out. */
  readonly limit: number;
  readonly split: Part | null;
}

/** Rows block by block: those of block b are `members` from `starts[b]` to `starts[b + 1]`, ascending. */
export interface BlockList {
  readonly members: Int32Array;
  readonly starts: Int32Array;
}

export interface Blocks {
  readonly plain: BlockList;
  /** Parts of oversize blocks. */
  readonly split: BlockList;
  readonly splitPairs: number;
}

export interface NumberOrder {
  /** One int per row and used rule, row by row. */
  readonly keys: Int32Array;
  readonly stride: number;
  readonly position: number;
  readonly lists: readonly BlockList[];
}

/** `among` are the rows looked at; absent: all. */
export function blockRows(facets: RowFacets, { parts, limit, split }: BlockOrder, among: Int32Array | null = null): Blocks {
  const rows = among?.length ?? facets.columns[0]?.length ?? 0;
  const plain = new BlockListBuilder();
  const smaller = new BlockListBuilder();
  eachBlock(facets, parts, among, rows, (members, from, to) => {
    if (to - from <= limit) plain.add(members, from, to);
    else if (split !== null) {
      eachBlock(facets, [split], members.slice(from, to), to - from, (inner, start, end) => {
        if (end - start <= limit) smaller.add(inner, start, end);
      });
    }
  });
  return { plain: plain.done(), split: smaller.done(), splitPairs: smaller.pairs };
}

/** Gives every row in a block its number, from 1 through all lists. */
export function numberRows({ keys, stride, position, lists }: NumberOrder): void {
  let number = 0;
  for (const { members, starts } of lists) {
    for (let b = 0; b + 1 < starts.length; b++) {
      number++;
      for (let i = starts[b]!; i < starts[b + 1]!; i++) keys[members[i]! * stride + position] = number;
    }
  }
}

class BlockListBuilder {
  pairs = 0;
  #members = new Int32Array(1024);
  #starts = new Int32Array(256);
  #end = 0;
  #blocks = 0;

  add(members: Int32Array, from: number, to: number): void {
    const size = to - from;
    if (this.#end + size > this.#members.length) this.#members = longer(this.#members, (this.#end + size) * 2);
    if (this.#blocks + 2 > this.#starts.length) this.#starts = longer(this.#starts, this.#starts.length * 2);
    for (let i = from; i < to; i++) this.#members[this.#end++] = members[i]!;
    this.#starts[++this.#blocks] = this.#end;
    this.pairs += (size * (size - 1)) / 2;
  }

  done(): BlockList {
    const shared = (from: Int32Array, length: number): Int32Array => {
      const to = new Int32Array(new SharedArrayBuffer(length * 4));
      to.set(from.subarray(0, length));
      return to;
    };
    return { members: shared(this.#members, this.#end), starts: shared(this.#starts, this.#blocks + 1) };
  }
}

function longer(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}

const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;

/** Visits every set of two or more rows that hold the same value in all parts, as ranges of one array. `among` are the rows looked at; null: all. */
function eachBlock(
  facets: RowFacets,
  parts: readonly Part[],
  among: Int32Array | null,
  count: number,
  visit: (members: Int32Array, from: number, to: number) => void,
): void {
  const keys = new Int32Array(count);
  const rows = new Int32Array(count);
  const held = hashKeys(facets, parts, among, count, rows, keys);
  const sorted = sortByKey(rows.subarray(0, held), keys.subarray(0, held));
  const exact = parts.length === 1 ? null : new TupleReader(facets, parts);
  for (let from = 0; from < held; ) {
    let to = from + 1;
    while (to < held && sorted.keys[to] === sorted.keys[from]) to++;
    if (to - from > 1) {
      if (exact === null || exact.allEqual(sorted.rows, from, to)) visit(sorted.rows, from, to);
      else for (const group of exact.groups(sorted.rows, from, to)) if (group.length > 1) visit(group, 0, group.length);
    }
    from = to;
  }
}

/** Rows that have all parts, with the hash of their keys; says how many. */
function hashKeys(
  { columns, slots }: RowFacets,
  parts: readonly Part[],
  among: Int32Array | null,
  count: number,
  rows: Int32Array,
  keys: Int32Array,
): number {
  const [first, ...others] = parts;
  if (first === undefined) return 0;
  const column = columns[first[0]]!;
  const facet = slots[first[0]]!.prepared.facets[first[1]]!;
  let held = 0;
  for (let i = 0; i < count; i++) {
    const row = among === null ? i : among[i]!;
    const key = facet[column[row]!]!;
    if (key === 0) continue;
    rows[held] = row;
    keys[held++] = key;
  }
  for (const [slot, position] of others) {
    const next = columns[slot]!;
    const more = slots[slot]!.prepared.facets[position]!;
    let kept = 0;
    for (let i = 0; i < held; i++) {
      const key = more[next[rows[i]!]!]!;
      if (key === 0) continue;
      rows[kept] = rows[i]!;
      keys[kept++] = mix(keys[i]! ^ Math.imul(key, 0x9e3779b1));
    }
    held = kept;
  }
  return held;
}

interface Sorted {
  readonly rows: Int32Array;
  readonly keys: Int32Array;
}

/** Stable: two radix passes over the low bits bring all but a few equal keys together, neighbours are then put in order. */
function sortByKey(rows: Int32Array, keys: Int32Array): Sorted {
  let from: Sorted = { rows, keys };
  let to: Sorted = { rows: new Int32Array(rows.length), keys: new Int32Array(rows.length) };
  for (let shift = 0; shift < 2 * RADIX_BITS; shift += RADIX_BITS) {
    const starts = new Int32Array(RADIX + 1);
    for (let i = 0; i < rows.length; i++) {
      const bucket = (from.keys[i]! >>> shift) & (RADIX - 1);
      starts[bucket + 1] = starts[bucket + 1]! + 1;
    }
    for (let b = 0; b < RADIX; b++) starts[b + 1] = starts[b + 1]! + starts[b]!;
    for (let i = 0; i < rows.length; i++) {
      const key = from.keys[i]!;
      const bucket = (key >>> shift) & (RADIX - 1);
      const at = starts[bucket]!;
      starts[bucket] = at + 1;
      to.rows[at] = from.rows[i]!;
      to.keys[at] = key;
    }
    [from, to] = [to, from];
  }
  const low = (1 << (2 * RADIX_BITS)) - 1;
  for (let i = 1; i < rows.length; i++) {
    const key = from.keys[i]!;
    const row = from.rows[i]!;
    let at = i;
    while (at > 0 && from.keys[at - 1]! > key && ((from.keys[at - 1]! ^ key) & low) === 0) {
      from.keys[at] = from.keys[at - 1]!;
      from.rows[at] = from.rows[at - 1]!;
      at--;
    }
    if (at === i) continue;
    from.keys[at] = key;
    from.rows[at] = row;
  }
  return from;
}

/** Tells apart rows whose hashes are equal by chance. */
class TupleReader {
  readonly #columns: readonly Int32Array[];
  readonly #facets: readonly Int32Array[];

  constructor({ columns, slots }: RowFacets, parts: readonly Part[]) {
    this.#columns = parts.map(([slot]) => columns[slot]!);
    this.#facets = parts.map(([slot, position]) => slots[slot]!.prepared.facets[position]!);
  }

  allEqual(rows: Int32Array, from: number, to: number): boolean {
    for (let p = 0; p < this.#facets.length; p++) {
      const facet = this.#facets[p]!;
      const column = this.#columns[p]!;
      const key = facet[column[rows[from]!]!]!;
      for (let i = from + 1; i < to; i++) if (facet[column[rows[i]!]!] !== key) return false;
    }
    return true;
  }

  groups(rows: Int32Array, from: number, to: number): Int32Array[] {
    const byTuple = new Map<string, number[]>();
    for (let i = from; i < to; i++) {
      const tuple = this.#facets.map((facet, p) => facet[this.#columns[p]![rows[i]!]!]).join();
      const list = byTuple.get(tuple);
      if (list === undefined) byTuple.set(tuple, [rows[i]!]);
      else list.push(rows[i]!);
    }
    return [...byTuple.values()].map((list) => Int32Array.from(list));
  }
}
