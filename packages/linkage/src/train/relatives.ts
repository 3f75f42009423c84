// Are those whom training takes for relatives two persons at all? The class explains pairs that agree half, and where a file has no families those are
// matches with errors: of 6,538 true pairs of FEBRL 3 without names it took more than half. Relatives share their address, but nearly every pair of
// them differs in something that one person's records agree on; matches with errors differ now in this and now in that.
import type { BoundComparison, Level } from '../roles/types.ts';
import type { PatternTable } from './patterns.ts';

/** Measured on 47 sets: 0.79 to 1 where there are families or branches of one organisation, 0.16 to 0.70 where there are none. */
const NEARLY_EVERY = 0.8;

/** True if nearly every pair of the related (posterior by pattern) differs in one and the same comparison. */
export function areTwoPersons(comparisons: readonly BoundComparison[], table: PatternTable, related: Float64Array): boolean {
  return comparisons.some(({ comparison: { levels } }, s) => {
    if (!agrees(levels[1]!)) return false;
    const same = levels.map(agrees);
    let held = 0;
    let different = 0;
    for (let p = 0; p < table.size; p++) {
      const level = table.levels[p * table.slots + s]!;
      const pairs = table.counts[p]! * related[p]!;
      if (level === 0) continue;
      held += pairs;
      if (!same[level]) different += pairs;
    }
    return different >= NEARLY_EVERY * held && held > 0;
  });
}

/** What speaks for one person, and what relatives share does not. */
function agrees({ m, u, kin }: Level): boolean {
  return m > 2 * u && kin !== true;
}
