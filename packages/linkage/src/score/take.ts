// One thread's part of encoding: it owns some slots, tells their values apart as rows come in, prepares new ones, and gives them canonical ids at the end.
import type { BoundComparison } from '../roles/types.ts';
import { type PreparedColumns, prepareChunk } from './prepare.ts';
import { RawValues } from './raw-values.ts';
import { type SettledSlot, settleSlot } from './settle.ts';
import type { TextChunk } from './text-store.ts';

/** Texts of one column of some rows, in shared memory (as `TextColumn`, but for good). */
export interface TakeOrder {
  readonly slot: number;
  /** Facets wanted, as positions in the comparison's facets. */
  readonly wanted: readonly number[];
  readonly words: Int32Array;
  /** First word of each text, and the end of the last one. */
  readonly starts: Int32Array;
  /** In bytes; 0 and below: nothing. */
  readonly lengths: Int32Array;
  readonly rid: Int32Array;
  /** By row number; gets the number of the raw value from 1. */
  readonly column: Int32Array;
}

export interface TakenSlot extends SettledSlot {
  readonly chunks: readonly TextChunk[];
  /** Records by raw value from 0. */
  readonly rawCounts: Int32Array;
}

export class SlotTaker {
  readonly #bound: BoundComparison;
  readonly #wanted: readonly number[];
  readonly #prepared: PreparedColumns[] = [];
  readonly #values: RawValues;

  constructor(bound: BoundComparison, wanted: readonly number[]) {
    this.#bound = bound;
    this.#wanted = wanted;
    this.#values = new RawValues((chunk) =>
      this.#prepared.push(prepareChunk(this.#bound.comparison, chunk, this.#bound.columns.length, this.#wanted)),
    );
  }

  take({ words, starts, lengths, rid, column }: TakeOrder): void {
    const values = this.#values;
    for (let i = 0; i < rid.length; i++) column[rid[i]!] = values.add(words, starts[i]!, starts[i + 1]!, lengths[i]!);
  }

  /** The column becomes canonical; nothing can be taken any more. */
  settle(column: Int32Array): TakenSlot {
    const rawCounts = this.#values.finish();
    const { chunks } = this.#values;
    const width = this.#bound.comparison.packing?.width ?? 0;
    return { ...settleSlot(width, this.#wanted.length, this.#prepared.splice(0), rawCounts, column), chunks, rawCounts };
  }
}
