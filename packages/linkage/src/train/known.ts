// Free labels: where both rows carry a label-grade identifier (checksum-valid, no placeholder), its level tells what the pair is (linkage.md §3.2.7).
import type { Assembly } from '../roles/types.ts';
import type { PatternTable } from './patterns.ts';

/** Identifiers are wrong or borrowed now and then; the label is that good and no better. */
const SAME = 0.99;
const DIFFERENT = 0.01;

/** Probability of a match by pattern, NaN where no identifier tells. */
export function knownByIdentifier(assembly: Assembly, table: PatternTable): Float64Array {
  const known = new Float64Array(table.size).fill(Number.NaN);
  for (const [s, { comparison }] of assembly.comparisons.entries()) {
    if (comparison.truthFacet === undefined) continue;
    for (let p = 0; p < table.size; p++) {
      const level = table.levels[p * table.slots + s]!;
      if (level === 1) known[p] = SAME;
      else if (level > 1 && comparison.levels[level]!.conflict === true) known[p] = DIFFERENT;
    }
  }
  return known;
}
