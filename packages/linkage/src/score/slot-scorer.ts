// Decides the level of two canonical values of one slot: equal ones by their self level, packed ones on their int rows, others on prepared objects,
// which are made again from the raw text when they fall out of a bounded cache, so that memory does not grow with the data.
import { tableOf } from '../model/frequency-counts.ts';
import type { GatheredFrequencies } from '../model/model.ts';
import type { Comparison, FrequencyTable, Packing } from '../roles/types.ts';
import { mix } from '../shelf/text/hash.ts';
import { comparable } from './packed.ts';
import { rawOf, type SharedSlot } from './shared-slot.ts';
import { rawInputs, TextReader } from './text-store.ts';
import { ValueShares } from './value-shares.ts';

/** Unpacked values are few among many ids: with room for more of them than there are, they seldom share a place. */
const PREPARED_SLOTS = 1 << 17;

export class SlotScorer {
  readonly #comparison: Comparison;
  readonly #shared: SharedSlot;
  readonly #reader: TextReader;
  readonly #prepared: unknown[];
  readonly #preparedId: Int32Array;
  readonly #preparedMask: number;
  readonly #self: Uint8Array;
  readonly #packed: Uint8Array;
  readonly #rows: Int32Array;
  readonly #packing: Packing<unknown> | null;
  #frequencies: GatheredFrequencies | null = null;
  #frequencyTable: FrequencyTable | null = null;
  #shares: ValueShares | null = null;

  constructor(comparison: Comparison, shared: SharedSlot) {
    this.#comparison = comparison;
    this.#shared = shared;
    this.#reader = new TextReader(shared.chunks);
    let slots = 1024;
    while (slots < shared.prepared.high.length && slots < PREPARED_SLOTS) slots *= 2;
    this.#preparedMask = slots - 1;
    this.#preparedId = new Int32Array(slots);
    this.#prepared = new Array<unknown>(slots);
    const { self, packed, rows } = shared.prepared;
    this.#self = self;
    this.#packed = packed;
    this.#rows = rows;
    this.#packing = comparison.packing ?? null;
  }

  /** The prepared value of a canonical id (never 0). */
  prepared(id: number): unknown {
    const at = mix(id) & this.#preparedMask;
    if (this.#preparedId[at] === id) return this.#prepared[at];
    const value = this.#comparison.prepare(rawInputs(this.#reader.value(rawOf(this.#shared, id)), this.#shared.columns));
    this.#preparedId[at] = id;
    this.#prepared[at] = value;
    return value;
  }

  /** Level of two canonical ids; 0 (missing) if either is 0. */
  level(a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    if (a === b) return this.#self[a]!;
    const packing = this.#packing;
    if (packing !== null && comparable(this.#packed[a]!, this.#packed[b]!)) {
      return packing.compare(this.#rows, a * packing.width, this.#rows, b * packing.width);
    }
    return this.#comparison.compare(this.prepared(a), this.prepared(b));
  }

  /** Must be called before `frequencyBits`; null where the slot has no frequencies. Nothing is made of them until they are asked for. */
  weighBy(frequencies: GatheredFrequencies | null): void {
    this.#frequencies = frequencies;
    this.#frequencyTable = null;
    this.#shares = null;
  }

  /** The most that `frequencyBits` can be at a level. */
  mostFrequencyBits(level: number, u: number): number {
    this.#frequencyTable ??= this.#frequencies === null ? null : tableOf(this.#frequencies);
    return this.#frequencyTable === null ? 0 : this.#comparison.frequency!.most(this.#frequencyTable, level, u);
  }

  /** Frequency bits of two canonical ids at a level that carries them. */
  frequencyBits(a: number, b: number, level: number, u: number): number {
    if (this.#shares === null) {
      if (this.#frequencies === null) throw new Error(`frequencies of ${this.#comparison.id} asked for before they are known`);
      this.#frequencyTable ??= tableOf(this.#frequencies);
      this.#shares = new ValueShares(this.#comparison, this.#shared, this.#frequencyTable, (id) => this.prepared(id));
    }
    return this.#shares.bits(a, b, level, u);
  }
}
