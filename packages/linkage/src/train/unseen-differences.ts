// What can a run not know of its recall? How often one person's records differ in a column is learned from pairs that were found without it. Where nearly
// all were found by one column, those that differ in it are neither found nor counted: no estimate of recall can know of them.
import type { PatternTable } from './patterns.ts';

/** Share of the matches with a value that must have been found without it. */
const LEAST_WITHOUT = 0.05;
/** With fewer matches there is nothing to tell either way. */
const LEAST_MATCHES = 20;

/** Slots that nearly all matches were found by; `match` is the probability of each pattern. */
export function unseenDifferences(
  table: Pick<PatternTable, 'size' | 'slots' | 'levels' | 'counts' | 'group' | 'informs'>,
  match: Float64Array,
): number[] {
  const held = new Float64Array(table.slots);
  const without = new Float64Array(table.slots);
  for (let p = 0; p < table.size; p++) {
    const matches = table.counts[p]! * match[p]!;
    const informs = table.informs[table.group[p]!]!;
    for (let s = 0; s < table.slots; s++) {
      if (table.levels[p * table.slots + s] === 0) continue;
      held[s] = held[s]! + matches;
      if (informs[s]) without[s] = without[s]! + matches;
    }
  }
  return [...held.keys()].filter((s) => held[s]! >= LEAST_MATCHES && without[s]! < LEAST_WITHOUT * held[s]!);
}
