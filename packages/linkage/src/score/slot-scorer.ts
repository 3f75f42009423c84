// Decides the level of two canonical values of one slot, each distinct pair once: equal ids by a self-level table, others by a pair cache.
// Prepared values are made again from the raw text when they fall out of a bounded cache, so that memory does not grow with the data.
import type { Comparison } from '../roles/types.ts';
import { mix } from './hash.ts';
import { rawInputs, type TextChunk, TextReader } from './text-store.ts';

/** What every thread shares of one slot: texts, and for each canonical id (from 1) the raw value that stands for it. */
export interface SharedSlot {
  readonly chunks: readonly TextChunk[];
  readonly columns: number;
  readonly representative: Int32Array;
}

const PREPARED_SLOTS = 1 << 16;
const PAIR_SLOTS = 1 << 21;

export class SlotScorer {
  readonly #comparison: Comparison;
  readonly #shared: SharedSlot;
  readonly #reader: TextReader;
  readonly #self: Uint8Array;
  readonly #prepared: unknown[] = [];
  readonly #preparedId: Int32Array;
  readonly #preparedMask: number;
  #pairA: Int32Array;
  #pairB: Int32Array;
  #pairLevel: Uint8Array;
  #pairMask: number;
  #pairs = 0;

  constructor(comparison: Comparison, shared: SharedSlot) {
    this.#comparison = comparison;
    this.#shared = shared;
    this.#reader = new TextReader(shared.chunks);
    const values = shared.representative.length;
    this.#self = new Uint8Array(values);
    let prepared = 1024;
    while (prepared < values && prepared < PREPARED_SLOTS) prepared *= 2;
    this.#preparedMask = prepared - 1;
    this.#preparedId = new Int32Array(prepared);
    this.#pairMask = 4095;
    this.#pairA = new Int32Array(4096);
    this.#pairB = new Int32Array(4096);
    this.#pairLevel = new Uint8Array(4096);
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

  /** Level of two different canonical ids that are unlikely to be met again: nothing is remembered. */
  levelOnce(a: number, b: number): number {
    return this.#comparison.compare(this.prepared(a), this.prepared(b));
  }

  /** Level of two canonical ids; 0 (missing) if either is 0. */
  level(a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    if (a === b) {
      const known = this.#self[a]!;
      if (known !== 0) return known;
      const value = this.prepared(a);
      const level = this.#comparison.compare(value, value);
      this.#self[a] = level;
      return level;
    }
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    let at = mix(low ^ Math.imul(high, 0x9e3779b1)) & this.#pairMask;
    while (this.#pairA[at] !== 0) {
      if (this.#pairA[at] === low && this.#pairB[at] === high) return this.#pairLevel[at]!;
      at = (at + 1) & this.#pairMask;
    }
    const level = this.#comparison.compare(this.prepared(low), this.prepared(high));
    if (this.#pairs * 2 >= this.#pairMask) {
      if (this.#pairMask + 1 >= PAIR_SLOTS) return level;
      this.#growPairs();
      at = mix(low ^ Math.imul(high, 0x9e3779b1)) & this.#pairMask;
      while (this.#pairA[at] !== 0) at = (at + 1) & this.#pairMask;
    }
    this.#pairA[at] = low;
    this.#pairB[at] = high;
    this.#pairLevel[at] = level;
    this.#pairs++;
    return level;
  }

  #growPairs(): void {
    const oldA = this.#pairA;
    const oldB = this.#pairB;
    const oldLevel = this.#pairLevel;
    const capacity = oldA.length * 4;
    this.#pairMask = capacity - 1;
    this.#pairA = new Int32Array(capacity);
    this.#pairB = new Int32Array(capacity);
    this.#pairLevel = new Uint8Array(capacity);
    for (let i = 0; i < oldA.length; i++) {
      if (oldA[i] === 0) continue;
      let at = mix(oldA[i]! ^ Math.imul(oldB[i]!, 0x9e3779b1)) & this.#pairMask;
      while (this.#pairA[at] !== 0) at = (at + 1) & this.#pairMask;
      this.#pairA[at] = oldA[i]!;
      this.#pairB[at] = oldB[i]!;
      this.#pairLevel[at] = oldLevel[i]!;
    }
  }
}
