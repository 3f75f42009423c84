// The different values of one slot as they come: raw texts with equal content hash are one value, and everything known of it lies by its id.
import { mix } from '../shelf/text/hash.ts';
import { emptyTable, grown } from './known-texts.ts';
import { moveValue, type PreparedColumns, preparedColumns } from './prepare.ts';

/** Ints of an entry: half of the content hash and the id, so that a look-up of what is new touches one line of memory. */
const ENTRY = 2;

export class ValueTable {
  /** Id 0 is "missing". */
  size = 1;
  /** Records by id. */
  readonly counts: Int32Array;
  readonly #width: number;
  readonly #columns: PreparedColumns;
  #entries = new Int32Array(2048 * ENTRY);
  /** What `approach` met: reads whose result nobody keeps would not be made. */
  met = 0;

  /** `most` values at most, with rows of `width` ints and so many facets. Room for them costs nothing until it is used; growing would copy, and hold both. */
  constructor(most: number, width: number, facets: number) {
    this.#width = width;
    this.#columns = preparedColumns(width, most + 1, facets);
    this.counts = new Int32Array(new SharedArrayBuffer((most + 1) * 4));
  }

  /** Brings the places of values near: all wait for their memory at once, as in `KnownTexts`. */
  approach({ high, low }: PreparedColumns, count: number): void {
    const entries = this.#entries;
    const mask = entries.length / ENTRY - 1;
    let met = 0;
    for (let v = 0; v < count; v++) met ^= entries[placeOf(high[v]!, low[v]!, mask)]!;
    this.met = met;
  }

  /** The id of value `v` of some that were read, 0 if it says nothing; a new one is the last. */
  add(read: PreparedColumns, v: number): number {
    const high = read.high[v]!;
    const low = read.low[v]!;
    if (high === 0 && low === 0) return 0;
    const entries = this.#entries;
    const lows = this.#columns.low;
    let at = placeOf(high, low, entries.length / ENTRY - 1);
    for (let id = entries[at + 1]!; id !== 0; id = entries[at + 1]!) {
      if (entries[at] === high && lows[id] === low) return id;
      at += ENTRY;
      if (at === entries.length) at = 0;
    }
    const id = this.size++;
    entries[at] = high;
    entries[at + 1] = id;
    // Written before it is read: see `emptyTable`.
    this.counts[id] = 0;
    moveValue(read, v, this.#columns, id, this.#width);
    if (this.size * 10 * ENTRY > entries.length * 7) this.#spread();
    return id;
  }

  /** Everything in shared memory; nothing can be added any more. */
  done(): { prepared: PreparedColumns; counts: Int32Array } {
    this.#entries = new Int32Array(0);
    const { high, low, facets, self, rows, packed } = this.#columns;
    const { size } = this;
    const prepared = {
      high: high.subarray(0, size),
      low: low.subarray(0, size),
      facets: facets.map((facet) => facet.subarray(0, size)),
      self: self.subarray(0, size),
      rows: rows.subarray(0, size * this.#width),
      packed: packed.subarray(0, size),
    };
    return { prepared, counts: this.counts.subarray(0, size) };
  }

  #spread(): void {
    const entries = emptyTable(grown(this.#entries.length / ENTRY, this.counts.length) * ENTRY);
    const mask = entries.length / ENTRY - 1;
    const { high, low } = this.#columns;
    for (let id = 1; id < this.size; id++) {
      let at = placeOf(high[id]!, low[id]!, mask);
      while (entries[at + 1] !== 0) {
        at += ENTRY;
        if (at === entries.length) at = 0;
      }
      entries[at] = high[id]!;
      entries[at + 1] = id;
    }
    this.#entries = entries;
  }
}

const placeOf = (high: number, low: number, mask: number): number => (mix(high ^ Math.imul(low, 0x9e3779b1)) & mask) * ENTRY;
