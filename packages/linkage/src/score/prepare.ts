// Reads a range of raw values once: content hash of the normal form and the facet keys that blocking needs. The prepared value itself is dropped.
import type { Comparison } from '../roles/types.ts';
import { facetKey, hashed, hashText } from './hash.ts';
import { rawInputs, type TextReader } from './text-store.ts';

/** Arrays over raw value ids of one slot; (0, 0) in high and low means missing. */
export interface PreparedColumns {
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** One array per wanted facet; 0 where the value has none. */
  readonly facets: readonly Int32Array[];
}

export function prepareRange(
  comparison: Comparison,
  reader: TextReader,
  columns: number,
  wanted: readonly number[],
  out: PreparedColumns,
  from: number,
  to: number,
): void {
  for (let vid = from; vid < to; vid++) {
    const value = comparison.prepare(rawInputs(reader.value(vid), columns));
    if (value === null) continue;
    hashText(comparison.format(value));
    out.high[vid] = hashed.high | (hashed.high === 0 && hashed.low === 0 ? 1 : 0);
    out.low[vid] = hashed.low;
    if (wanted.length === 0) continue;
    const facets = comparison.facetsOf(value);
    for (let f = 0; f < wanted.length; f++) {
      const facet = facets[wanted[f]!];
      if (facet !== null && facet !== undefined && facet !== '') out.facets[f]![vid] = facetKey(facet);
    }
  }
}
