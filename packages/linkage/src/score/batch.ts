// Turns candidate pairs into patterns: for a batch of (l, r) row numbers, the level of every slot, packed and counted together with the rule mask.
import { Interner } from './intern.ts';
import type { PatternShape } from './pattern.ts';
import type { SlotScorer } from './slot-scorer.ts';

export interface PairBatch {
  readonly l: Int32Array;
  readonly r: Int32Array;
  /** In: rule mask. Out: pattern id local to the interner. */
  readonly mask: Int32Array;
}

/** Patterns met so far by one thread, with the number of pairs of each. Keys are (first, second, mask). */
export class PatternCounts {
  readonly interner = new Interner(4096);
  counts = new Float64Array(8192);

  add(first: number, second: number, mask: number): number {
    const id = this.interner.add(first, second, mask);
    if (id >= this.counts.length) {
      const grown = new Float64Array(this.counts.length * 2);
      grown.set(this.counts);
      this.counts = grown;
    }
    this.counts[id] = this.counts[id]! + 1;
    return id;
  }
}

/** Columns are canonical ids by row number, one array per slot. Overwrites `batch.mask` with pattern ids. */
export function scoreBatch(
  batch: PairBatch,
  columns: readonly Int32Array[],
  scorers: readonly SlotScorer[],
  shape: PatternShape,
  patterns: PatternCounts,
): void {
  const { l, r, mask } = batch;
  const first = new Int32Array(l.length);
  const second = new Int32Array(l.length);
  for (const [slot, scorer] of scorers.entries()) {
    const column = columns[slot]!;
    const target = slot < shape.split ? first : second;
    const stride = shape.strides[slot]!;
    for (let i = 0; i < l.length; i++) {
      const level = scorer.level(column[l[i]!]!, column[r[i]!]!);
      if (level !== 0) target[i] = target[i]! + level * stride;
    }
  }
  for (let i = 0; i < l.length; i++) mask[i] = patterns.add(first[i]!, second[i]!, mask[i]!);
}
