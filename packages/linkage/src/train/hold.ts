// In which groups of pairs can EM tell what share are matches? A mixture in one column is anything: where a rule forces a column and one other says something,
// pairs that differ there are as well matches who moved as strangers of one name. There the share that the rule's agreement alone says is held on to:
// until m is known, and to the end where there is no third column at all.
import type { PatternTable } from './patterns.ts';

/** Pseudo-pairs behind the share of matches of any group. */
const SHARE_STRENGTH = 5;
/** Where strangers of one name were counted, what the name alone says is worth so many of the group's own pairs: at one, who moved is taken for a stranger from the
 * start, and then nobody moves. */
const HELD_BY_COUNT = 3;
/** Random pairs seldom agree on what says something. */
const TELLING = 0.02;
const FEW = 2;

const tells = (random: Float64Array): boolean => random[1]! < TELLING;

/** So few columns say something that what strangers have in common cannot be told from what matches have. `random`: by slot and level. */
export const fewTelling = (random: readonly Float64Array[]): boolean => random.filter(tells).length <= FEW;

type Grouped = Pick<PatternTable, 'size' | 'counts' | 'group' | 'possible'>;

/** A few pairs, and as many as `held` says of a group's own. */
export function usualStrengths({ size, counts, group, possible }: Grouped, held = 0): Float64Array {
  const strengths = new Float64Array(possible.length).fill(SHARE_STRENGTH);
  for (let p = 0; p < size; p++) strengths[group[p]!] = strengths[group[p]!]! + held * counts[p]!;
  return strengths;
}

/** What is known of the comparisons, by slot. */
export interface Grounds {
  /** Agreement of random pairs of records by level. */
  readonly random: readonly Float64Array[];
  /** True where it is known how often strangers have the same at most. */
  readonly counted: readonly boolean[];
  /** True where a household has the same. */
  readonly household: readonly boolean[];
  /** By level, true where relatives reach it. */
  readonly kin: readonly (readonly boolean[])[];
}

/** Strengths of the shares of matches by group, in pairs; `last`: in the round that decides. */
export function shareStrengths(
  table: Pick<PatternTable, 'size' | 'slots' | 'counts' | 'group' | 'possible'>,
  { random, counted, household, kin }: Grounds,
  last: boolean,
): Float64Array {
  const strengths = usualStrengths(table);
  if (last && table.slots > FEW) return strengths;
  const held = table.possible.map((rows) => {
    if (rows.filter((row, s) => row === null && tells(random[s]!)).length > 1) return 0;
    const found = (at: readonly boolean[]): boolean => rows.some((row, s) => row !== null && at[s] === true);
    const related = rows.map((row, s) => row?.some((possible, level) => possible && kin[s]![level] === true) === true);
    // Who shares surname and address is family as well as one person: the agreement alone tells neither.
    if (found(household) && related.includes(true)) return 0;
    return found(counted) ? HELD_BY_COUNT : 1;
  });
  for (let p = 0; p < table.size; p++) strengths[table.group[p]!]! += held[table.group[p]!]! * table.counts[p]!;
  return strengths;
}
