// Where string work is done: on the main thread for small jobs, shared out to worker threads for large ones. Same answers either way.

import { tableOf } from '../model/frequency-counts.ts';
import type { GatheredFrequencies } from '../model/model.ts';
import type { BoundComparison } from '../roles/types.ts';
import { type PairBatch, PatternCounts, scoreBatch } from './batch.ts';
import type { PatternShape } from './pattern.ts';
import { type PreparedColumns, preparedColumns, prepareRange } from './prepare.ts';
import { type SharedSlot, SlotScorer } from './slot-scorer.ts';
import { type TextChunk, TextReader } from './text-store.ts';

/** Patterns of all pairs scored so far; ids in the batches refer to `keys` (first, second, mask). */
export interface Patterns {
  readonly size: number;
  readonly keys: Int32Array;
  readonly counts: Float64Array;
}

/** All raw values of one slot to be read once. */
export interface PrepareJob {
  readonly slot: number;
  readonly bound: BoundComparison;
  readonly chunks: readonly TextChunk[];
  readonly values: number;
  /** Facets wanted, as positions in `comparison.facets`. */
  readonly wanted: readonly number[];
  readonly frequencies: GatheredFrequencies | null;
}

export interface Workshop {
  prepare(job: PrepareJob): Promise<PreparedColumns>;
  /** Hands over what `compare` needs. Must be called once before it. */
  equip(
    bound: readonly BoundComparison[],
    shared: readonly SharedSlot[],
    columns: readonly Int32Array[],
    shape: PatternShape,
  ): Promise<void>;
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

  async prepare({ bound, chunks, values, wanted, frequencies }: PrepareJob): Promise<PreparedColumns> {
    const table = frequencies === null ? null : tableOf(frequencies);
    const out = preparedColumns(bound.comparison, values, wanted.length, table);
    prepareRange(bound.comparison, new TextReader(chunks), bound.columns.length, wanted, table, out, 0, values);
    return out;
  }

  async equip(
    bound: readonly BoundComparison[],
    shared: readonly SharedSlot[],
    columns: readonly Int32Array[],
    shape: PatternShape,
  ): Promise<void> {
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
