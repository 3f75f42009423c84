// Where string work is done: on the main thread for small jobs, shared out to worker threads for large ones. Same answers either way.
import type { BoundComparison } from '../roles/types.ts';
import { PatternCounts, scoreBatch, type PairBatch } from './batch.ts';
import type { PatternShape } from './pattern.ts';
import { type PreparedColumns, prepareRange } from './prepare.ts';
import { type SharedSlot, SlotScorer } from './slot-scorer.ts';
import { type TextChunk, TextReader } from './text-store.ts';

/** Patterns of all pairs scored so far; ids in the batches refer to `keys` (first, second, mask). */
export interface Patterns {
  readonly size: number;
  readonly keys: Int32Array;
  readonly counts: Float64Array;
}

export interface Workshop {
  prepare(slot: number, bound: BoundComparison, chunks: readonly TextChunk[], values: number, wanted: readonly number[]): Promise<PreparedColumns>;
  /** Hands over what `compare` needs. Must be called once before it. */
  equip(bound: readonly BoundComparison[], shared: readonly SharedSlot[], columns: readonly Int32Array[], shape: PatternShape): Promise<void>;
  /** Overwrites `mask` of each batch with pattern ids. */
  compare(batches: readonly PairBatch[]): Promise<Patterns>;
  close(): Promise<void>;
}

/** Everything on the calling thread. */
export class SoloWorkshop implements Workshop {
  #columns: readonly Int32Array[] = [];
  #scorers: readonly SlotScorer[] = [];
  #shape: PatternShape | null = null;
  readonly #patterns = new PatternCounts();

  async prepare(_slot: number, bound: BoundComparison, chunks: readonly TextChunk[], values: number, wanted: readonly number[]): Promise<PreparedColumns> {
    const out: PreparedColumns = {
      high: new Int32Array(values),
      low: new Int32Array(values),
      facets: wanted.map(() => new Int32Array(values)),
    };
    prepareRange(bound.comparison, new TextReader(chunks), bound.columns.length, wanted, out, 0, values);
    return out;
  }

  async equip(bound: readonly BoundComparison[], shared: readonly SharedSlot[], columns: readonly Int32Array[], shape: PatternShape): Promise<void> {
    this.#columns = columns;
    this.#scorers = bound.map((b, s) => new SlotScorer(b.comparison, shared[s]!));
    this.#shape = shape;
  }

  async compare(batches: readonly PairBatch[]): Promise<Patterns> {
    if (this.#shape === null) throw new Error('compare before equip');
    for (const batch of batches) scoreBatch(batch, this.#columns, this.#scorers, this.#shape, this.#patterns);
    return { size: this.#patterns.interner.size, keys: this.#patterns.interner.keys, counts: this.#patterns.counts };
  }

  async close(): Promise<void> {}
}
