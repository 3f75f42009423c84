// Picks rules one by one: each time the one that finds most matches not found yet for what it costs (linkage.md §3.1.4). Pure and seeded.
// Matches are put together slot by slot from how near-certain pairs agree on each slot, so that those with many disagreements, which no rule
// has found yet, are there too.
import type { RuleShape } from '../compile/steps.ts';
import { mix } from '../shelf/text/hash.ts';
import type { RuleSurvey, SlotAgreement } from './survey.ts';

/** A rule costs about as much as this many pairs for each record, whatever it finds: counting its blocks and one more join. */
const RULE_COST = 0.2;
/** A rule that adds less than this share of matches is not worth a join. */
const LEAST_GAIN = 0.001;
const IMAGINED = 6000;

/** For every imagined match, the rules that find it. */
export function imagineMatches(shapes: readonly RuleShape[], agreement: readonly SlotAgreement[], seed: number): boolean[][] {
  const totals = agreement.map((list) => list.reduce((sum, { weight }) => sum + weight, 0));
  return Array.from({ length: IMAGINED }, (_, i) => {
    const held = agreement.map((list, s) => {
      let left = ((mix(mix(i + 1 + seed * IMAGINED) ^ (s * 0x9e3779b1)) >>> 0) / 4294967296) * totals[s]!;
      for (const { facets, weight } of list) {
        left -= weight;
        if (left < 0) return facets;
      }
      return 0;
    });
    return shapes.map((shape) => shape.parts.every(([s, f]) => (held[s]! & (1 << f)) !== 0));
  });
}

/** Rules in the order of choice; stops at `most` rules, at the budget, or where nothing is gained. */
export function coverRules(
  surveys: readonly RuleSurvey[],
  matches: readonly (readonly boolean[])[],
  records: number,
  budget: number,
  most: number,
): number[] {
  const chosen: number[] = [];
  let open = matches;
  let spent = 0;
  while (chosen.length < most && open.length > 0) {
    let best: RuleSurvey | null = null;
    let bestWorth = 0;
    for (const survey of surveys) {
      if (survey.pairs === 0 || chosen.includes(survey.rule) || spent + survey.pairs > budget) continue;
      const gain = survey.kept * open.reduce((sum, found) => sum + (found[survey.rule] ? 1 : 0), 0);
      if (gain < matches.length * LEAST_GAIN) continue;
      const worth = gain / (survey.pairs + RULE_COST * records);
      if (worth > bestWorth) {
        bestWorth = worth;
        best = survey;
      }
    }
    if (best === null) break;
    const { rule, pairs, kept } = best;
    chosen.push(rule);
    spent += pairs;
    // Of what the rule would find, the part in oversize blocks stays open; which part is any fixed one.
    open = open.filter((found, i) => !found[rule] || (i % 100) / 100 >= kept);
  }
  return chosen;
}
