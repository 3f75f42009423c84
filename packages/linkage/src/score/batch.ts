// Turns candidate pairs into patterns: for a batch of (l, r) row numbers, the level of every slot, packed and counted together with the rule mask.
import { Interner } from './intern.ts';
import type { PatternShape } from './pattern.ts';
import type { SlotScorer } from './slot-scorer.ts';

export interface PairBatch {
  readonly l: Int32Array;
  readonly r: Int32Array;
  /** Rules that propose the pair, by bit. */
  readonly mask: Int32Array;
}

/** Patterns of pairs with the number of pairs of each: keys are (first, second, mask), three ints a pattern. */
export interface Patterns {
  readonly size: number;
  readonly keys: Int32Array;
  readonly counts: Float64Array;
}

/** Columns are canonical ids by row number, one array per slot. Overwrites `mask` with pattern ids. */
export function scoreBatch(
  { l, r, mask }: PairBatch,
  columns: readonly Int32Array[],
  scorers: readonly SlotScorer[],
  shape: PatternShape,
): Patterns {
  const first = new Int32Array(l.length);
  const second = new Int32Array(l.length);
  for (const [slot, scorer] of scorers.entries()) {
    scorer.addLevels(l, r, columns[slot]!, slot < shape.split ? first : second, shape.strides[slot]!);
  }
  const interner = new Interner(4096);
  let counts = new Float64Array(8192);
  for (let i = 0; i < l.length; i++) {
    const id = interner.add(first[i]!, second[i]!, mask[i]!);
    if (id >= counts.length) {
      const grown = new Float64Array(counts.length * 2);
      grown.set(counts);
      counts = grown;
    }
    counts[id] = counts[id]! + 1;
    mask[i] = id;
  }
  return { size: interner.size, keys: interner.keys.slice(0, interner.size * 3), counts: counts.slice(0, interner.size) };
}

/** Patterns of several batches as one, and for each batch what its ids are called there. */
export class PatternSum {
  readonly #interner = new Interner(8192);
  #counts = new Float64Array(8192);

  add({ size, keys, counts }: Patterns): Int32Array {
    const names = new Int32Array(new SharedArrayBuffer(size * 4));
    for (let p = 0; p < size; p++) {
      const id = this.#interner.add(keys[p * 3]!, keys[p * 3 + 1]!, keys[p * 3 + 2]!);
      names[p] = id;
      if (id >= this.#counts.length) {
        const grown = new Float64Array(this.#counts.length * 2);
        grown.set(this.#counts);
        this.#counts = grown;
      }
      this.#counts[id] = this.#counts[id]! + counts[p]!;
    }
    return names;
  }

  get patterns(): Patterns {
    return { size: this.#interner.size, keys: this.#interner.keys, counts: this.#counts };
  }
}
