// Decides the level of two canonical values of one slot: equal ones by their self level, packed ones on their int rows, others on prepared objects,
// which are made again from the raw text when they fall out of a bounded cache, so that memory does not grow with the data.
import type { Comparison } from '../roles/types.ts';
import type { PreparedColumns } from './prepare.ts';
import { rawInputs, type TextChunk, TextReader } from './text-store.ts';

/** What every thread shares of one slot: texts, numbers, and for each canonical id (from 1) the raw value that stands for it. */
export interface SharedSlot {
  readonly chunks: readonly TextChunk[];
  readonly columns: number;
  readonly representative: Int32Array;
  readonly prepared: PreparedColumns;
}

const PREPARED_SLOTS = 1 << 15;

export class SlotScorer {
  readonly #comparison: Comparison;
  readonly #shared: SharedSlot;
  readonly #reader: TextReader;
  readonly #prepared: unknown[] = [];
  readonly #preparedId: Int32Array;
  readonly #preparedMask: number;
  readonly #width: number;
  readonly #sharesA: Float64Array;
  readonly #sharesB: Float64Array;

  constructor(comparison: Comparison, shared: SharedSlot) {
    this.#comparison = comparison;
    this.#shared = shared;
    this.#reader = new TextReader(shared.chunks);
    let slots = 1024;
    while (slots < shared.representative.length && slots < PREPARED_SLOTS) slots *= 2;
    this.#preparedMask = slots - 1;
    this.#preparedId = new Int32Array(slots);
    this.#width = comparison.packing?.width ?? 0;
    this.#sharesA = new Float64Array(shared.prepared.sharesWidth);
    this.#sharesB = new Float64Array(shared.prepared.sharesWidth);
  }

  /** The prepared value of a canonical id (never 0). */
  prepared(id: number): unknown {
    const at = id & this.#preparedMask;
    if (this.#preparedId[at] === id) return this.#prepared[at];
    const value = this.#comparison.prepare(rawInputs(this.#reader.value(this.#shared.representative[id]!), this.#shared.columns));
    this.#preparedId[at] = id;
    this.#prepared[at] = value;
    return value;
  }

  /** Level of two canonical ids; 0 (missing) if either is 0. */
  level(a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    const { representative, prepared } = this.#shared;
    const va = representative[a]!;
    if (a === b) return prepared.self[va]!;
    const vb = representative[b]!;
    if (this.#width !== 0 && prepared.packed[va] === 1 && prepared.packed[vb] === 1) {
      return this.#comparison.packing!.compare(prepared.rows, va * this.#width, prepared.rows, vb * this.#width);
    }
    return this.#comparison.compare(this.prepared(a), this.prepared(b));
  }

  /** Frequency bits of two canonical ids at a level that carries them. */
  frequencyBits(a: number, b: number, level: number, u: number): number {
    const { representative, prepared } = this.#shared;
    const width = prepared.sharesWidth;
    const from = representative[a]! * width;
    const other = representative[b]! * width;
    for (let i = 0; i < width; i++) {
      this.#sharesA[i] = prepared.shares[from + i]!;
      this.#sharesB[i] = prepared.shares[other + i]!;
    }
    return this.#comparison.frequency!.bits(this.#sharesA, this.#sharesB, level, u);
  }
}
