// Reads a chunk of raw values once, as an engine elsewhere found them, and keeps everything the run will ask of them as numbers in shared memory.
import type { Comparison } from '../roles/types.ts';
import { UNPACKED } from './packed.ts';
import type { TextChunk } from './text-store.ts';
import { ValueReader } from './value-reader.ts';

/** Arrays over the values of a chunk, or over canonical ids; (0, 0) in high and low means missing. */
export interface PreparedColumns {
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** One array per wanted facet; 0 where the value has none. */
  readonly facets: readonly Int32Array[];
  /** Level of the value compared with itself. */
  readonly self: Uint8Array;
  /** Packed rows (`packing.width` ints each) and what they are; both empty without packing. */
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

/** Writes what a reader has just read as value `v`. */
export function keepValue(out: PreparedColumns, v: number, { imprint, packed, self }: ValueReader, wanted: readonly number[]): void {
  out.high[v] = imprint.high;
  out.low[v] = imprint.low;
  out.self[v] = self;
  for (let f = 0; f < wanted.length; f++) out.facets[f]![v] = imprint.facets[wanted[f]!]!;
  if (out.packed.length > 0) out.packed[v] = packed;
  if (packed === UNPACKED) return;
  const { row } = imprint;
  for (let i = 0, at = v * row.length; i < row.length; i++) out.rows[at + i] = row[i]!;
}

/** Value `v` says nothing. */
export function forgetValue(out: PreparedColumns, v: number): void {
  out.high[v] = 0;
  out.low[v] = 0;
}

/** Value `v` of one as value `id` of another; the latter's row must be empty still. */
export function moveValue(from: PreparedColumns, v: number, to: PreparedColumns, id: number, width: number): void {
  to.high[id] = from.high[v]!;
  to.low[id] = from.low[v]!;
  to.self[id] = from.self[v]!;
  for (let f = 0; f < to.facets.length; f++) to.facets[f]![id] = from.facets[f]![v]!;
  if (width === 0 || from.packed[v] === UNPACKED) return;
  to.packed[id] = from.packed[v]!;
  for (let i = 0, at = v * width, out = id * width; i < width; i++) to.rows[out + i] = from.rows[at + i]!;
}

export function prepareChunk(comparison: Comparison, chunk: TextChunk, columns: number, wanted: readonly number[]): PreparedColumns {
  const values = chunk.lengths.length;
  const out = preparedColumns(comparison.packing?.width ?? 0, values, wanted.length);
  const reader = new ValueReader(comparison, columns, wanted);
  const bytes = Buffer.from(chunk.words.buffer);
  for (let v = 0; v < values; v++) {
    const length = chunk.lengths[v]!;
    if (length !== 0 && reader.read(bytes, chunk.starts[v]! * 4, length)) keepValue(out, v, reader, wanted);
  }
  return out;
}
