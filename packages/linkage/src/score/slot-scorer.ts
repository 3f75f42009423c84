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

/** All pairs of so many values stay in the processor's nearest memory. */
const FEW = 128;
const UNKNOWN = 255;

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
  /** Levels of all pairs of values where there are few of them (sexes, towns), made as they come. */
  readonly #few: Uint8Array | null;
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
    this.#few = self.length <= FEW ? new Uint8Array(self.length ** 2).fill(UNKNOWN) : null;
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
    const few = this.#few;
    if (few === null) return this.#compared(a, b);
    const at = a * this.#self.length + b;
    if (few[at] === UNKNOWN) few[at] = this.#compared(a, b);
    return few[at]!;
  }

  #compared(a: number, b: number): number {
    const packing = this.#packing;
    if (packing !== null && comparable(this.#packed[a]!, this.#packed[b]!)) {
      return packing.compare(this.#rows, a * packing.width, this.#rows, b * packing.width);
    }
    return this.#comparison.compare(this.prepared(a), this.prepared(b));
  }

  /** Adds the level of every pair of rows, times `stride`, to `sums`. */
  addLevels(l: Int32Array, r: Int32Array, column: Int32Array, sums: Int32Array, stride: number): void {
    const few = this.#few;
    const held = few === null ? 0 : this.#self.length;
    const [self, packed, rows] = [this.#self, this.#packed, this.#rows];
    const width = this.#packing?.width ?? 0;
    // The comparisons' packings are made alike nowhere: looking one up for each pair costs as much as many comparisons.
    const compare = this.#packing?.compare ?? null;
    for (let i = 0; i < l.length; i++) {
      const a = column[l[i]!]!;
      const b = column[r[i]!]!;
      if (a === 0 || b === 0) continue;
      let level: number;
      if (a === b) level = self[a]!;
      else if (few !== null) {
        level = few[a * held + b]!;
        if (level === UNKNOWN) level = this.level(a, b);
      } else if (compare !== null && comparable(packed[a]!, packed[b]!)) level = compare(rows, a * width, rows, b * width);
      else level = this.level(a, b);
      sums[i] = sums[i]! + level * stride;
    }
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
