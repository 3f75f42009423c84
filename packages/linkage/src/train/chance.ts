// How do strangers' patterns come about where a given name and a date of birth go together (`namesakes.ts`)? As EM needs it: a factor by pattern within its
// group, and one by group for what the group's rules have in common.
import type { Possible } from './expectation.ts';
import type { Namesakes } from './namesakes.ts';
import type { PatternTable } from './patterns.ts';

/** How much likelier strangers are than independence says: pattern by pattern against others of its group, and groups against each other. */
export interface Chance {
  readonly byPattern: Float64Array;
  readonly byGroup: Float64Array;
}

type Table = Pick<PatternTable, 'size' | 'slots' | 'levels' | 'group'> & { readonly possible: readonly (readonly (Possible | null)[])[] };

export function chanceOf(table: Table, namesakes: readonly Namesakes[], u: readonly Float64Array[]): Chance {
  const { size, slots, levels, group, possible } = table;
  const byPattern = new Float64Array(size).fill(1);
  const byGroup = new Float64Array(possible.length).fill(1);
  for (const { slot, agree, on, seen } of namesakes) {
    const raised = seen.map(Math.exp);
    const agreeing = Float64Array.from(agree, Number);
    // What a group's rules leave possible is taken for granted in its likelihood: what namesakes say of that is no news of its patterns.
    const granted = Float64Array.from(possible, (rows) => {
      const same = meanWithin(u[slot]!, rows[slot]!, agreeing);
      return 1 - same + same * meanWithin(u[on]!, rows[on]!, raised);
    });
    for (let p = 0; p < size; p++) {
      const own = levels[p * slots + slot]!;
      const other = levels[p * slots + on]!;
      if (own !== 0 && other !== 0) byPattern[p] = (byPattern[p]! * (agree[own] ? raised[other]! : 1)) / granted[group[p]!]!;
    }
    for (const [g, rows] of possible.entries()) {
      if (rows[slot] !== null && rows[on] !== null) byGroup[g] = byGroup[g]! * granted[g]!;
    }
  }
  return { byPattern, byGroup };
}

/** Mean of `values` by level over what is found of `row` (null: all). */
function meanWithin(row: Float64Array, possible: Possible | null, values: Float64Array): number {
  let all = 0;
  let sum = 0;
  for (let level = 1; level < row.length; level++) {
    const share = row[level]! * (possible === null ? 1 : possible[level]!);
    all += share;
    sum += share * values[level]!;
  }
  return all === 0 ? 0 : sum / all;
}
