// In which groups of pairs can EM tell what share are matches? A mixture in one column is anything: where a rule forces a column and one other says something,
// pairs that differ there are as well matches who moved as strangers of one name. There the share that the rule's agreement alone says is held on to:
// until m is known, and to the end where there is no third column at all.
import type { PatternTable } from './patterns.ts';

/** Pseudo-pairs behind the share of matches of any group. */
const SHARE_STRENGTH = 5;
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

/** Strengths of the shares of matches by group, in pairs; `last`: in the round that decides. */
export function shareStrengths(
  table: Pick<PatternTable, 'size' | 'slots' | 'counts' | 'group' | 'possible'>,
  random: readonly Float64Array[],
  last: boolean,
): Float64Array {
  const strengths = usualStrengths(table);
  if (last && table.slots > FEW) return strengths;
  const held = table.possible.map((rows) => rows.filter((row, s) => row === null && tells(random[s]!)).length <= 1);
  for (let p = 0; p < table.size; p++) if (held[table.group[p]!]!) strengths[table.group[p]!]! += table.counts[p]!;
  return strengths;
}
