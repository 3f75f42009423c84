// Decides the level of two canonical values of one slot: equal ones by their self level, packed ones on their int rows, others on prepared objects,
// which are made again from the raw text when they fall out of a bounded cache, so that memory does not grow with the data.
import { tableOf } from '../model/frequency-counts.ts';
import type { GatheredFrequencies } from '../model/model.ts';
import type { Comparison, FrequencyTable } from '../roles/types.ts';
import type { PreparedColumns } from './prepare.ts';
import { rawInputs, type TextChunk, TextReader } from './text-store.ts';

/** What every thread shares of one slot, by canonical id from 1: the raw value that stands for it, and what was prepared of it. */
export interface SharedSlot {
  readonly chunks: readonly TextChunk[];
  readonly columns: number;
  readonly representative: Int32Array;
  readonly prepared: PreparedColumns;
  /** Facets behind `prepared.facets`, as positions in `comparison.facets`. */
  readonly wanted: readonly number[];
}

const PREPARED_SLOTS = 1 << 15;
const SHARES_SLOTS = 1 << 13;

export class SlotScorer {
  readonly #comparison: Comparison;
  readonly #shared: SharedSlot;
  readonly #reader: TextReader;
  readonly #prepared: unknown[] = [];
  readonly #preparedId: Int32Array;
  readonly #preparedMask: number;
  readonly #width: number;
  #frequencies: GatheredFrequencies | null = null;
  #frequencyTable: FrequencyTable | null = null;
  #shares: SharesByValue | null = null;

  constructor(comparison: Comparison, shared: SharedSlot) {
    this.#comparison = comparison;
    this.#shared = shared;
    this.#reader = new TextReader(shared.chunks);
    let slots = 1024;
    while (slots < shared.representative.length && slots < PREPARED_SLOTS) slots *= 2;
    this.#preparedMask = slots - 1;
    this.#preparedId = new Int32Array(slots);
    this.#width = comparison.packing?.width ?? 0;
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
    const { prepared } = this.#shared;
    if (a === b) return prepared.self[a]!;
    if (this.#width !== 0 && prepared.packed[a] === 1 && prepared.packed[b] === 1) {
      return this.#comparison.packing!.compare(prepared.rows, a * this.#width, prepared.rows, b * this.#width);
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
      this.#shares = new SharesByValue(this.#comparison, this.#shared, this.#frequencyTable, (id) => this.prepared(id));
    }
    const shares = this.#shares;
    // Both may fall on one place of the cache: the first is read before the second is looked up.
    return this.#comparison.frequency!.bits(shares.of(a, 0), shares.of(b, 1), level, u);
  }
}

/** Frequency shares by canonical id, computed when asked for: from facet keys where they tell, else from the prepared value. */
class SharesByValue {
  readonly #of: (id: number) => Float64Array;
  readonly #ids: readonly Int32Array[];
  readonly #kept: readonly Float64Array[][];
  readonly #mask: number;

  constructor(comparison: Comparison, shared: SharedSlot, table: FrequencyTable, prepared: (id: number) => unknown) {
    const { frequency } = comparison;
    if (frequency === undefined) throw new Error(`${comparison.id} has no frequencies`);
    const slow = (id: number): Float64Array => frequency.shares(table, prepared(id));
    this.#of = quickly(comparison, shared, table, slow) ?? slow;
    let slots = 256;
    while (slots < shared.representative.length && slots < SHARES_SLOTS) slots *= 2;
    this.#mask = slots - 1;
    this.#ids = [new Int32Array(slots), new Int32Array(slots)];
    this.#kept = [[], []];
  }

  /** Two caches, one for either side. */
  of(id: number, side: number): Float64Array {
    const at = id & this.#mask;
    const ids = this.#ids[side]!;
    if (ids[at] === id) return this.#kept[side]![at]!;
    const shares = this.#of(id);
    ids[at] = id;
    this.#kept[side]![at] = shares;
    return shares;
  }
}

function quickly(comparison: Comparison, shared: SharedSlot, table: FrequencyTable, slow: (id: number) => Float64Array) {
  const keyed = comparison.frequency?.keyed;
  // The keys of a sealed table cannot be read: it is asked by the value itself.
  if (keyed === undefined || table.facts !== undefined) return null;
  const columns = keyed.facets.map(
    (id) => shared.prepared.facets[shared.wanted.indexOf(comparison.facets.findIndex((facet) => facet.id === id))],
  );
  if (columns.includes(undefined)) return null;
  const read = keyed.bind(table);
  const keys = new Int32Array(columns.length);
  return (id: number): Float64Array => {
    for (let k = 0; k < columns.length; k++) keys[k] = columns[k]![id]!;
    const out = new Float64Array(keyed.width);
    return read(keys, out) ? out : slow(id);
  };
}
