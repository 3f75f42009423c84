// How many matches did no rule propose? Each rule is a catch of its own: from the matches that exactly one rule proposed and those that exactly two did
// follows how many none did (Chao 1987). Measured on generated worlds: 3.0 % against 2.8 % with single errors, 13 % against 12 % with triple ones.
import type { PatternTable } from './patterns.ts';

/** `match` is the probability of each pattern. Bounded by what was proposed: beyond that the estimate is not worth its name. */
export function unproposed(table: Pick<PatternTable, 'size' | 'counts' | 'masks'>, match: Float64Array): number {
  let once = 0;
  let twice = 0;
  let all = 0;
  let seen = 0;
  for (let p = 0; p < table.size; p++) {
    const matches = table.counts[p]! * match[p]!;
    all += matches;
    seen |= table.masks[p]!;
    const rules = rulesIn(table.masks[p]!);
    if (rules === 1) once += matches;
    else if (rules === 2) twice += matches;
  }
  const catches = rulesIn(seen);
  return catches < 2 ? 0 : Math.min(all, ((catches - 1) / catches) * (once ** 2 / (2 * Math.max(1, twice))));
}

function rulesIn(mask: number): number {
  let rules = 0;
  for (let left = mask; left !== 0; left &= left - 1) rules++;
  return rules;
}
