// From the prepared chunks of one slot, as an engine elsewhere found its values, to canonical ids: raw values with equal content hash are one value, and everything known of it lies by its id.
import { Interner } from './intern.ts';
import { type PreparedColumns, preparedColumns } from './prepare.ts';

export interface SettledSlot {
  /** Canonical id by number of the raw value from 1 (0: missing). */
  readonly canonical: Int32Array;
  /** By canonical id from 1: a raw value (from 0) that stands for it; any will do, they are interchangeable. */
  readonly representative: Int32Array;
  /** Records that hold it. */
  readonly counts: Int32Array;
  /** By canonical id. */
  readonly prepared: PreparedColumns;
}

const shared = (ints: number): Int32Array => new Int32Array(new SharedArrayBuffer(ints * 4));

/** `counts` by raw value; `column` holds raw values from 1 by row and is overwritten with canonical ids. */
export function settleSlot(
  width: number,
  facets: number,
  chunks: readonly PreparedColumns[],
  counts: Int32Array,
  column: Int32Array,
): SettledSlot {
  const canonical = shared(counts.length + 1);
  const interner = new Interner(counts.length);
  let raw = 0;
  for (const { high, low } of chunks) {
    for (let v = 0; v < high.length; v++, raw++) {
      if (high[v] !== 0 || low[v] !== 0) canonical[raw + 1] = interner.add(high[v]!, low[v]!, 0) + 1;
    }
  }
  const ids = interner.size + 1;
  const representative = shared(ids);
  const held = shared(ids);
  const prepared = preparedColumns(width, ids, facets);
  raw = 0;
  for (const chunk of chunks) {
    for (let v = 0; v < chunk.high.length; v++, raw++) {
      const id = canonical[raw + 1]!;
      if (id === 0) continue;
      const known = held[id] !== 0;
      held[id] = held[id]! + counts[raw]!;
      if (known) continue;
      representative[id] = raw;
      prepared.high[id] = chunk.high[v]!;
      prepared.low[id] = chunk.low[v]!;
      prepared.self[id] = chunk.self[v]!;
      for (let f = 0; f < facets; f++) prepared.facets[f]![id] = chunk.facets[f]![v]!;
      if (width === 0 || chunk.packed[v] === 0) continue;
      prepared.packed[id] = chunk.packed[v]!;
      for (let i = 0; i < width; i++) prepared.rows[id * width + i] = chunk.rows[v * width + i]!;
    }
  }
  for (let row = 0; row < column.length; row++) column[row] = canonical[column[row]!]!;
  return { canonical, representative, counts: held, prepared };
}
