// The different values of one slot as they come: raw texts with equal content hash are one value, and everything known of it lies by its id.
import { mix } from '../shelf/text/hash.ts';
import { keepValue, type PreparedColumns, preparedColumns } from './prepare.ts';
import type { ValueReader } from './value-reader.ts';

export class ValueTable {
  /** Id 0 is "missing". */
  size = 1;
  /** Records by id. */
  counts = new Int32Array(1024);
  readonly #width: number;
  readonly #wanted: readonly number[];
  #room = 1024;
  #columns: PreparedColumns;
  #places = new Int32Array(2048);

  constructor(width: number, wanted: readonly number[]) {
    this.#width = width;
    this.#wanted = wanted;
    this.#columns = preparedColumns(width, this.#room, wanted.length);
  }

  /** The id of the value that a reader has just read; a new one is the last. */
  add(reader: ValueReader): number {
    const { high, low } = reader.imprint;
    const { high: highs, low: lows } = this.#columns;
    const mask = this.#places.length - 1;
    let at = mix(high ^ Math.imul(low, 0x9e3779b1)) & mask;
    for (let id = this.#places[at]!; id !== 0; id = this.#places[at]!) {
      if (highs[id] === high && lows[id] === low) return id;
      at = (at + 1) & mask;
    }
    const id = this.size++;
    this.#places[at] = id;
    if (id === this.#room) this.#grow();
    keepValue(this.#columns, id, reader, this.#wanted);
    if (this.size * 2 > this.#places.length) this.#spread();
    return id;
  }

  /** Everything in shared memory that is not much longer than needed; nothing can be added any more. */
  done(): { prepared: PreparedColumns; counts: Int32Array } {
    this.#places = new Int32Array(0);
    const prepared = this.size * 4 < this.#room * 3 ? this.#moved(this.size) : this.#columns;
    const counts = new Int32Array(new SharedArrayBuffer(this.size * 4));
    counts.set(this.counts.subarray(0, this.size));
    return { prepared, counts };
  }

  #grow(): void {
    this.#columns = this.#moved(this.#room * 2);
    this.#room *= 2;
    const counts = new Int32Array(this.#room);
    counts.set(this.counts);
    this.counts = counts;
  }

  #moved(room: number): PreparedColumns {
    const [from, to] = [this.#columns, preparedColumns(this.#width, room, this.#wanted.length)];
    const held = Math.min(room, this.size);
    to.high.set(from.high.subarray(0, held));
    to.low.set(from.low.subarray(0, held));
    to.self.set(from.self.subarray(0, held));
    to.rows.set(from.rows.subarray(0, held * this.#width));
    to.packed.set(from.packed.subarray(0, Math.min(held, to.packed.length)));
    for (const [f, facet] of from.facets.entries()) to.facets[f]!.set(facet.subarray(0, held));
    return to;
  }

  #spread(): void {
    const places = new Int32Array(this.#places.length * 2);
    const mask = places.length - 1;
    const { high, low } = this.#columns;
    for (let id = 1; id < this.size; id++) {
      let at = mix(high[id]! ^ Math.imul(low[id]!, 0x9e3779b1)) & mask;
      while (places[at] !== 0) at = (at + 1) & mask;
      places[at] = id;
    }
    this.#places = places;
  }
}
