// Reads a chunk of raw values once and keeps everything the run will ask of them as numbers in shared memory: content hash of the normal form,
// facet keys for blocking and rarity, the packed row for comparing, the level against itself. The prepared object is dropped.
import type { Comparison, Imprint } from '../roles/types.ts';
import { facetKey, hashed, hashText } from '../shelf/text/hash.ts';
import { rawInputs, type TextChunk, TextReader } from './text-store.ts';
import { decodeUnits } from './utf8.ts';

/** Arrays over the values of a chunk, or over canonical ids; (0, 0) in high and low means missing. */
export interface PreparedColumns {
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** One array per wanted facet; 0 where the value has none. */
  readonly facets: readonly Int32Array[];
  /** Level of the value compared with itself. */
  readonly self: Uint8Array;
  /** Packed rows (`packing.width` ints each) where `packed` is 1; both empty without packing. */
  readonly rows: Int32Array;
  readonly packed: Uint8Array;
}

/** Columns for `values` values in shared memory. */
export function preparedColumns(width: number, values: number, facets: number): PreparedColumns {
  const ints = (n: number) => new Int32Array(new SharedArrayBuffer(n * 4));
  const bytes = (n: number) => new Uint8Array(new SharedArrayBuffer(n));
  return {
    high: ints(values),
    low: ints(values),
    facets: Array.from({ length: facets }, () => ints(values)),
    self: bytes(values),
    rows: ints(values * width),
    packed: bytes(width === 0 ? 0 : values),
  };
}

/** Longer values are rare and not what a quick reading is for. */
const QUICK_BYTES = 400;
const units = new Uint16Array(QUICK_BYTES);

export function prepareChunk(comparison: Comparison, chunk: TextChunk, columns: number, wanted: readonly number[]): PreparedColumns {
  const { packing, quick } = comparison;
  const width = packing?.width ?? 0;
  const values = chunk.lengths.length;
  const out = preparedColumns(width, values, wanted.length);
  const reader = new TextReader([chunk]);
  const bytes = new Uint8Array(chunk.words.buffer);
  const imprint: Imprint = { row: new Int32Array(width), facets: new Int32Array(comparison.facets.length), high: 0, low: 0 };
  for (let v = 0; v < values; v++) {
    const length = chunk.lengths[v]!;
    if (length === 0) continue;
    if (quick !== undefined && packing !== undefined && columns === 1 && length <= QUICK_BYTES) {
      const from = chunk.starts[v]! * 4;
      if (quick(units, decodeUnits(bytes, from, from + length, units), imprint)) {
        keep(out, v, imprint.high, imprint.low);
        const at = v * width;
        for (let i = 0; i < width; i++) out.rows[at + i] = imprint.row[i]!;
        out.packed[v] = 1;
        out.self[v] = packing.compare(imprint.row, 0, imprint.row, 0);
        for (let f = 0; f < wanted.length; f++) out.facets[f]![v] = imprint.facets[wanted[f]!]!;
        continue;
      }
    }
    const value = comparison.prepare(rawInputs(reader.value(v), columns));
    if (value === null) continue;
    hashText(comparison.format(value));
    keep(out, v, hashed.high, hashed.low);
    if (packing?.write(value, out.rows, v * width)) {
      out.packed[v] = 1;
      out.self[v] = packing.compare(out.rows, v * width, out.rows, v * width);
    } else out.self[v] = comparison.compare(value, value);
    if (wanted.length === 0) continue;
    const facets = comparison.facetsOf(value);
    for (let f = 0; f < wanted.length; f++) {
      const facet = facets[wanted[f]!];
      if (facet !== null && facet !== undefined && facet !== '') out.facets[f]![v] = facetKey(facet);
    }
  }
  return out;
}

function keep(out: PreparedColumns, v: number, high: number, low: number): void {
  out.high[v] = high === 0 && low === 0 ? 1 : high;
  out.low[v] = low;
}
