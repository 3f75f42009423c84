// Reads one raw value and leaves what the run will ask of it as numbers: content hash of the normal form, facet keys for blocking and rarity, the packed
// row for comparing, the level against itself. The prepared object is dropped.
import type { Comparison, Imprint } from '../roles/types.ts';
import { facetKey, hashed, hashText } from '../shelf/text/hash.ts';
import { PACKED, PACKED_BESIDE, type Packed, UNPACKED } from './packed.ts';
import { rawInputs } from './text-store.ts';
import { decodeUnits } from './utf8.ts';

/** Longer values are rare and not what a quick reading is for. */
const QUICK_BYTES = 400;
const units = new Uint16Array(QUICK_BYTES);

export class ValueReader {
  /** Of the last value: `facets` by position in the comparison, those that are wanted; (0, 0) in high and low never. */
  readonly imprint: Imprint;
  /** What `imprint.row` is. */
  packed: Packed = UNPACKED;
  /** Level of the value compared with itself. */
  self = 0;
  readonly #comparison: Comparison;
  readonly #columns: number;
  readonly #wanted: readonly number[];

  constructor(comparison: Comparison, columns: number, wanted: readonly number[]) {
    this.#comparison = comparison;
    this.#columns = columns;
    this.#wanted = wanted;
    this.imprint = {
      row: new Int32Array(comparison.packing?.width ?? 0),
      facets: new Int32Array(comparison.facets.length),
      high: 0,
      low: 0,
    };
  }

  /** `bytes` from `from` are the UTF-8 of the value; false if it says nothing. */
  read(bytes: Buffer, from: number, length: number): boolean {
    const { quick, quickBeside, packing } = this.#comparison;
    const { imprint } = this;
    if (quick !== undefined && packing !== undefined && this.#columns === 1 && length <= QUICK_BYTES) {
      const count = decodeUnits(bytes, from, from + length, units);
      const packed = quick(units, count, imprint);
      const self = packed ? packing.compare(imprint.row, 0, imprint.row, 0) : (quickBeside?.(units, count, imprint) ?? 0);
      if (self !== 0) {
        this.packed = packed ? PACKED : PACKED_BESIDE;
        this.self = self;
        if (imprint.high === 0 && imprint.low === 0) imprint.high = 1;
        return true;
      }
    }
    return this.#readPlainly(bytes.toString('utf8', from, from + length));
  }

  #readPlainly(text: string): boolean {
    const { imprint } = this;
    const comparison = this.#comparison;
    const { packing } = comparison;
    const value = comparison.prepare(rawInputs(text, this.#columns));
    if (value === null) return false;
    hashText(comparison.format(value));
    imprint.high = hashed.high === 0 && hashed.low === 0 ? 1 : hashed.high;
    imprint.low = hashed.low;
    imprint.row.fill(0);
    this.packed = UNPACKED;
    if (packing?.write(value, imprint.row, 0)) this.packed = PACKED;
    else if (packing?.writeBeside?.(value, imprint.row.fill(0), 0)) this.packed = PACKED_BESIDE;
    this.self =
      packing !== undefined && this.packed === PACKED ? packing.compare(imprint.row, 0, imprint.row, 0) : comparison.compare(value, value);
    if (this.#wanted.length === 0) return true;
    const facets = comparison.facetsOf(value);
    for (const f of this.#wanted) imprint.facets[f] = facets[f] ? facetKey(facets[f]) : 0;
    return true;
  }
}
