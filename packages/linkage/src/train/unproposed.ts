// How many matches did no rule propose? Each rule is a catch of its own: from the matches that one rule alone proposed and those that exactly two did
// follows how many none did. Rules find very unlike shares, so products of what each found alone are counted, and not the square of their sum (Chao 1989).
// Pairs that lack so many values that all rules left to them look at one and the same column are no such catches: these rules find the same pairs. Of pairs
// that hold more is known how many of them the same rules find, and as few of these will they have found.
import type { PatternTable } from './patterns.ts';

/** Matches of fuller pairs that the rules in question found, from which on they are an example. */
const LEAST_FOUND = 20;

type Table = Pick<PatternTable, 'size' | 'slots' | 'levels' | 'counts' | 'masks' | 'catches' | 'rulesOn'>;

/** Expected matches by mask of the rules that found them. */
type Found = Map<number, number>;

/** `match` is the probability of each pattern. Bounded by what was proposed: beyond that the estimate is not worth its name. */
export function unproposed(table: Table, match: Float64Array): number {
  const byRules = foundByRules(table, match);
  const full = [...byRules].filter(([rules]) => !ofOneColumn(table, rules));
  const counted: Found = new Map();
  const poor: { readonly matches: number; readonly reference: number; readonly found: number }[] = [];
  for (const [rules, found] of byRules) {
    let reference = 0;
    let again = 0;
    if (ofOneColumn(table, rules)) {
      for (const [more, fuller] of full) {
        if ((more & rules) !== rules) continue;
        for (const [mask, matches] of fuller) {
          reference += matches;
          if (mask & rules) again += matches;
        }
      }
    }
    if (again >= LEAST_FOUND) poor.push({ matches: sum(found), reference, found: again });
    else for (const [mask, matches] of found) counted.set(mask, (counted.get(mask) ?? 0) + matches);
  }
  const ofFull = sum(counted);
  const missedOfFull = Math.min(ofFull, byCatches(counted, table.catches));
  // The example lacks what no rule found of it.
  const whole = 1 + missedOfFull / Math.max(1, ofFull);
  return poor.reduce(
    (missed, { matches, reference, found }) => missed + Math.min(matches, matches * ((reference * whole) / found - 1)),
    missedOfFull,
  );
}

/** Matches by the rules that could have found them, whose columns both sides hold, and then by those that did. */
function foundByRules({ size, slots, levels, counts, masks, rulesOn }: Table, match: Float64Array): Map<number, Found> {
  const byRules = new Map<number, Found>();
  for (let p = 0; p < size; p++) {
    let rules = -1;
    for (let s = 0; s < slots; s++) if (levels[p * slots + s] === 0) rules &= ~rulesOn[s]!;
    const found: Found = byRules.get(rules) ?? new Map();
    byRules.set(rules, found);
    const mask = masks[p]!;
    found.set(mask, (found.get(mask) ?? 0) + counts[p]! * match[p]!);
  }
  return byRules;
}

/** Bits of rules that there are not are set in `rules`, and in no column's. */
function ofOneColumn({ rulesOn }: Table, rules: number): boolean {
  const real = rules & rulesOn.reduce((all, on) => all | on, 0);
  return rulesOn.some((on) => (on & real) === real);
}

function sum(found: Found): number {
  let all = 0;
  for (const matches of found.values()) all += matches;
  return all;
}

function byCatches(found: Found, catches: number): number {
  const alone = new Float64Array(32);
  let twice = 0;
  for (const [rules, matches] of found) {
    // Where a wide rule left out an oversize block the narrow one counts.
    const mask = rules & catches || rules;
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
  return products / Math.max(1, twice);
}
