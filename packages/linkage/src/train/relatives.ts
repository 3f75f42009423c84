// Are those whom training takes for relatives two persons at all? The class explains pairs that agree half, and where a file has no families those are
// matches with errors: of 6,538 true pairs of FEBRL 3 without names it took more than half. Relatives share their address, but nearly every pair of
// them differs in something that one person's records agree on; matches with errors differ now in this and now in that.
import type { BoundComparison, Level } from '../roles/types.ts';
import type { PatternTable } from './patterns.ts';

/** Measured on 47 sets: 0.79 to 1 where there are families or branches of one organisation, 0.16 to 0.70 where there are none. */
const NEARLY_EVERY = 0.8;

/** Few relatives are twins: where so many of them have one date of birth they are one person, whatever became of the name. */
const MOST_TWINS = 0.5;

/** True if nearly every pair of the related (posterior by pattern) differs in one and the same comparison, and few were born on one day. */
export function areTwoPersons(
  comparisons: readonly BoundComparison[],
  table: Pick<PatternTable, 'size' | 'slots' | 'levels' | 'counts'>,
  related: Float64Array,
): boolean {
  const differing = comparisons.map((_, s) => shareDiffering(comparisons, table, related, s));
  const twins = differing.some((share, s) => share !== null && share < MOST_TWINS && isDate(comparisons[s]!));
  return !twins && differing.some((share) => share !== null && share >= NEARLY_EVERY);
}

/** Of the related that have a value the share that differs; null where there are none, or where the comparison does not speak for one person at all. */
function shareDiffering(
  comparisons: readonly BoundComparison[],
  table: Pick<PatternTable, 'size' | 'slots' | 'levels' | 'counts'>,
  related: Float64Array,
  slot: number,
): number | null {
  const { levels } = comparisons[slot]!.comparison;
  const same = levels.map(agrees);
  let held = 0;
  let different = 0;
  for (let p = 0; p < table.size; p++) {
    const level = table.levels[p * table.slots + slot]!;
    const pairs = table.counts[p]! * related[p]!;
    if (level === 0) continue;
    held += pairs;
    if (!same[level]) different += pairs;
  }
  return held > 0 && agrees(levels[1]!) ? different / held : null;
}

function isDate({ comparison }: BoundComparison): boolean {
  return comparison.inputs.includes('birth-date');
}

/** What speaks for one person; what relatives share does not. */
function agrees({ m, u, kin, siblings }: Level): boolean {
  return m > 2 * u && kin !== true && siblings !== true;
}
