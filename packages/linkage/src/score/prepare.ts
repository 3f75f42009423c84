// Reads a range of raw values once and keeps everything the run will ask of them as numbers in shared memory: content hash of the normal form,
// facet keys for blocking, the packed row for comparing, the level against itself, and the frequency shares. The prepared object is dropped.
import type { Comparison, FrequencyTable } from '../roles/types.ts';
import { facetKey, hashed, hashText } from './hash.ts';
import { rawInputs, type TextReader } from './text-store.ts';

/** Arrays over raw value ids of one slot; (0, 0) in high and low means missing. */
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
  /** Frequency shares, `sharesWidth` numbers each; empty without frequencies. */
  readonly shares: Float64Array;
  readonly sharesWidth: number;
}

/** Columns for `values` raw values in shared memory. */
export function preparedColumns(comparison: Comparison, values: number, facets: number, table: FrequencyTable | null): PreparedColumns {
  const ints = (n: number) => new Int32Array(new SharedArrayBuffer(n * 4));
  const bytes = (n: number) => new Uint8Array(new SharedArrayBuffer(n));
  const width = comparison.packing?.width ?? 0;
  const sharesWidth = table === null ? 0 : sharesWidthOf(comparison, table);
  return {
    high: ints(values),
    low: ints(values),
    facets: Array.from({ length: facets }, () => ints(values)),
    self: bytes(values),
    rows: ints(values * width),
    packed: bytes(width === 0 ? 0 : values),
    shares: new Float64Array(new SharedArrayBuffer(values * sharesWidth * 8)),
    sharesWidth,
  };
}

/** Shares have one length per comparison; any value that can be prepared tells it. */
function sharesWidthOf(comparison: Comparison, table: FrequencyTable): number {
  for (const sample of ['a', '王小明', '1', '2000-01-01', 'A123456789', '0912345678', '臺北市中正區重慶南路一段122號']) {
    const value = comparison.prepare(comparison.inputs.map(() => sample));
    if (value !== null) return comparison.frequency!.shares(table, value).length;
  }
  throw new Error(`no sample value can be read by ${comparison.id}`);
}

export function prepareRange(
  comparison: Comparison,
  reader: TextReader,
  columns: number,
  wanted: readonly number[],
  table: FrequencyTable | null,
  out: PreparedColumns,
  from: number,
  to: number,
): void {
  const { packing, frequency } = comparison;
  for (let vid = from; vid < to; vid++) {
    const text = reader.value(vid);
    if (text === '') continue;
    const value = comparison.prepare(rawInputs(text, columns));
    if (value === null) continue;
    hashText(comparison.format(value));
    out.high[vid] = hashed.high | (hashed.high === 0 && hashed.low === 0 ? 1 : 0);
    out.low[vid] = hashed.low;
    if (packing?.write(value, out.rows, vid * packing.width)) {
      out.packed[vid] = 1;
      out.self[vid] = packing.compare(out.rows, vid * packing.width, out.rows, vid * packing.width);
    } else out.self[vid] = comparison.compare(value, value);
    if (table !== null && frequency !== undefined) out.shares.set(frequency.shares(table, value), vid * out.sharesWidth);
    if (wanted.length === 0) continue;
    const facets = comparison.facetsOf(value);
    for (let f = 0; f < wanted.length; f++) {
      const facet = facets[wanted[f]!];
      if (facet !== null && facet !== undefined && facet !== '') out.facets[f]![vid] = facetKey(facet);
    }
  }
}
