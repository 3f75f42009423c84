// How rare are the values of a slot? Of each value only what the reached level asks for: from facet keys where they tell, else from the prepared value.
import { type Comparison, type Frequency, type FrequencyTable, UNREAD } from '../roles/types.ts';
import type { SharedSlot } from './shared-slot.ts';

/** Shares of prepared values that are kept, by id. */
const KEPT = 1 << 14;

export class ValueShares {
  readonly #frequency: Frequency<unknown>;
  readonly #slow: (id: number) => Float64Array;
  readonly #share: ((id: number, place: number) => number) | null;
  /** What `bits` reads: only the place of the level is set. */
  readonly #left: Float64Array;
  readonly #right: Float64Array;

  constructor(comparison: Comparison, shared: SharedSlot, table: FrequencyTable, prepared: (id: number) => unknown) {
    const { frequency } = comparison;
    if (frequency === undefined) throw new Error(`${comparison.id} has no frequencies`);
    this.#frequency = frequency;
    this.#slow = remembering((id) => frequency.shares(table, prepared(id)), shared.prepared.high.length);
    const { keyed } = frequency;
    const columns = (keyed?.facets ?? []).flatMap(
      (id) => shared.prepared.facets[shared.wanted.indexOf(comparison.facets.findIndex((facet) => facet.id === id))] ?? [],
    );
    // The keys of a sealed table cannot be read: it is asked by the value itself.
    const readable = keyed !== undefined && table.facts === undefined && columns.length === keyed.facets.length;
    this.#share = readable ? keyed.bind(table, columns) : null;
    this.#left = new Float64Array(keyed?.width ?? 0);
    this.#right = new Float64Array(keyed?.width ?? 0);
  }

  /** Bits of two values at a level. */
  bits(a: number, b: number, level: number, u: number): number {
    const place = this.#frequency.placeOf(level);
    if (place < 0) return 0;
    if (this.#share === null) return this.#frequency.bits(this.#slow(a), this.#slow(b), level, u);
    const x = this.#shareOf(a, place);
    this.#left[place] = x;
    this.#right[place] = a === b ? x : this.#shareOf(b, place);
    return this.#frequency.bits(this.#left, this.#right, level, u);
  }

  #shareOf(id: number, place: number): number {
    const share = this.#share!(id, place);
    return share === UNREAD ? this.#slow(id)[place]! : share;
  }
}

/** The same answers, the last ones without asking again. */
function remembering(of: (id: number) => Float64Array, ids: number): (id: number) => Float64Array {
  let slots = 256;
  while (slots < ids && slots < KEPT) slots *= 2;
  const known = new Int32Array(slots);
  const kept: Float64Array[] = [];
  return (id) => {
    const at = id & (slots - 1);
    if (known[at] === id) return kept[at]!;
    const shares = of(id);
    known[at] = id;
    kept[at] = shares;
    return shares;
  };
}
