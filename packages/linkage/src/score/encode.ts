// Encodes a table once: every distinct raw value of every slot becomes a canonical int and a few facet keys; rows become ints.
// All joins, blocking and equality then run on ints (linkage.md §3.1.1).
import type { GatheredFrequencies, Model, ModelFrequencies } from '../model/model.ts';
import type { BoundComparison } from '../roles/types.ts';
import type { FrequencyOrder } from './orders.ts';
import type { PreparedColumns } from './prepare.ts';
import type { SharedSlot } from './shared-slot.ts';
import type { TextChunk } from './text-store.ts';
import type { Workshop } from './workshop.ts';

/** Everything known of a slot's values; arrays are by canonical id, 0 standing for "missing". */
export interface EncodedSlot {
  readonly bound: BoundComparison;
  readonly shared: SharedSlot;
  /** Records that hold the value. */
  readonly counts: Int32Array;
}

export interface Encoded {
  readonly rows: number;
  readonly slots: readonly EncodedSlot[];
  /** Canonical ids by row number, shared between threads. */
  readonly columns: readonly Int32Array[];
  /** Source index by row number. */
  readonly sources: Int32Array;
  readonly frequencies: SlotFrequencies;
}

/** How often values are met, by slot; null where a comparison asks for no frequencies. */
export interface SlotFrequencies {
  /** Counted when asked for, by whoever is free. */
  gather(): Promise<readonly (GatheredFrequencies | null)[]>;
  /** What was gathered, as a model keeps it. */
  seal(gathered: readonly (GatheredFrequencies | null)[]): Promise<readonly (ModelFrequencies | null)[]>;
}

/** Facets kept of a slot's values: those that rules may ask for, in their order, and those that tell rarity. */
export function wantedFacets({ comparison }: BoundComparison, facets: readonly number[]): number[] {
  const rare = comparison.frequency?.keyed?.facets.map((id) => comparison.facets.findIndex((facet) => facet.id === id)) ?? [];
  return [...facets, ...rare.filter((facet) => !facets.includes(facet))];
}

/** The distinct values of one slot, as an engine elsewhere finds them, on their way to canonical ids. */
export class SlotIntake {
  readonly chunks: TextChunk[] = [];
  readonly wanted: readonly number[];
  readonly #slot: number;
  readonly #workshop: Workshop;
  readonly #prepared: Promise<PreparedColumns>[] = [];

  constructor(slot: number, bound: BoundComparison, facets: readonly number[], workshop: Workshop) {
    this.#slot = slot;
    this.#workshop = workshop;
    this.wanted = wantedFacets(bound, facets);
  }

  take(chunk: TextChunk): void {
    this.chunks.push(chunk);
    const prepared = this.#workshop.ask('prepare', { slot: this.#slot, chunk, wanted: this.wanted });
    // A failure is met where all are awaited.
    prepared.catch(() => {});
    this.#prepared.push(prepared);
  }

  /** `counts` are records by raw value from 0, `column` raw values from 1 by row; the column becomes canonical. */
  async settle(bound: BoundComparison, counts: Int32Array, column: Int32Array): Promise<{ slot: EncodedSlot; canonical: Int32Array }> {
    const chunks = await Promise.all(this.#prepared.splice(0));
    const settled = await this.#workshop.ask('settle', { slot: this.#slot, facets: this.wanted.length, chunks, counts, column });
    const { representative, prepared, canonical } = settled;
    const shared = { chunks: this.chunks, columns: bound.columns.length, representative, prepared, wanted: this.wanted };
    return { slot: { bound, shared, counts: settled.counts }, canonical };
  }
}

/** Frequencies of every slot, those of a given model as they are. */
export function slotFrequencies(slots: readonly EncodedSlot[], workshop: Workshop, model: Model | undefined): SlotFrequencies {
  if (model !== undefined) {
    const stated = slots.map((_, slot) => model.comparisons[slot]?.frequencies ?? null);
    return { gather: () => Promise.resolve(stated), seal: () => Promise.resolve(stated) };
  }
  const orders = slots.map(({ shared: { chunks, representative, prepared, wanted }, counts }, slot): FrequencyOrder => {
    const { high, facets, rows, packed } = prepared;
    return { slot, chunks, representative, wanted, counts, high, facets, rows, packed };
  });
  return {
    gather: () => metLater(orders.map((order) => workshop.ask('frequencies', order))),
    seal: (gathered) =>
      metLater(orders.map((order, slot) => (gathered[slot] ? workshop.ask('seal', { order, gathered: gathered[slot] }) : null))),
  };
}

/** All of them; a failure is met where they are awaited. */
const metLater = <T>(asked: readonly (T | Promise<T>)[]): Promise<T[]> => {
  const all = Promise.all(asked);
  all.catch(() => {});
  return all;
};

export const sharedInts = (ints: number): Int32Array => new Int32Array(new SharedArrayBuffer(ints * 4));
