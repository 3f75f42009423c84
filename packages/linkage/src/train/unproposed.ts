// How many matches did no rule propose? Each rule is a catch of its own: from the matches that one rule alone proposed and those that exactly two did
// follows how many none did. Rules find very unlike shares, so products of what each found alone are counted, and not the square of their sum (Chao 1989).
import type { PatternTable } from './patterns.ts';

/** `match` is the probability of each pattern. Bounded by what was proposed: beyond that the estimate is not worth its name. */
export function unproposed(table: Pick<PatternTable, 'size' | 'counts' | 'masks' | 'catches'>, match: Float64Array): number {
  const alone = new Float64Array(32);
  let twice = 0;
  let all = 0;
  for (let p = 0; p < table.size; p++) {
    const matches = table.counts[p]! * match[p]!;
    // Where a wide rule left out an oversize block the narrow one counts.
    const mask = table.masks[p]! & table.catches || table.masks[p]!;
    all += matches;
    const rest = mask & (mask - 1);
    if (mask !== 0 && rest === 0) alone[31 - Math.clz32(mask)]! += matches;
    else if (rest !== 0 && (rest & (rest - 1)) === 0) twice += matches;
  }
  let once = 0;
  let products = 0;
  for (const matches of alone) {
    products += once * matches;
    once += matches;
  }
  return Math.min(all, products / Math.max(1, twice));
}
