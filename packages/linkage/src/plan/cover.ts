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

/** By rule, which of the imagined matches it finds (1). */
export function imagineMatches(shapes: readonly RuleShape[], agreement: readonly SlotAgreement[], seed: number): Uint8Array[] {
  const totals = agreement.map((list) => list.reduce((sum, { weight }) => sum + weight, 0));
  const found = shapes.map(() => new Uint8Array(IMAGINED));
  const held = new Int32Array(agreement.length);
  for (let i = 0; i < IMAGINED; i++) {
    for (let s = 0; s < held.length; s++) {
      const left = ((mix(mix(i + 1 + seed * IMAGINED) ^ (s * 0x9e3779b1)) >>> 0) / 4294967296) * totals[s]!;
      held[s] = drawn(agreement[s]!, left);
    }
    for (const [rule, { parts }] of shapes.entries()) if (finds(parts, held)) found[rule]![i] = 1;
  }
  return found;
}

function drawn(list: SlotAgreement, at: number): number {
  let left = at;
  for (const { facets, weight } of list) {
    left -= weight;
    if (left < 0) return facets;
  }
  return 0;
}

function finds(parts: RuleShape['parts'], held: Int32Array): boolean {
  for (let p = 0; p < parts.length; p++) if ((held[parts[p]![0]]! & (1 << parts[p]![1])) === 0) return false;
  return true;
}

/** Rules in the order of choice; stops at `most` rules, at the budget, or where nothing is gained. `found` by rule and match. */
export function coverRules(
  surveys: readonly RuleSurvey[],
  found: readonly Uint8Array[],
  records: number,
  budget: number,
  most: number,
): { rules: number[]; coverage: number } {
  const chosen: number[] = [];
  const matches = found[0]?.length ?? 0;
  let open = Int32Array.from({ length: matches }, (_, i) => i);
  let spent = 0;
  while (chosen.length < most && open.length > 0) {
    let best: RuleSurvey | null = null;
    let bestWorth = 0;
    for (const survey of surveys) {
      if (survey.pairs === 0 || chosen.includes(survey.rule) || spent + survey.pairs > budget) continue;
      const gain = survey.kept * foundOf(found[survey.rule]!, open);
      if (gain < matches * LEAST_GAIN) continue;
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
    open = open.filter((match, i) => found[rule]![match] === 0 || (i % 100) / 100 >= kept);
  }
  let covered = 0;
  for (let i = 0; i < matches; i++) if (chosen.some((rule) => found[rule]![i] === 1)) covered++;
  return { rules: chosen, coverage: matches === 0 ? 1 : covered / matches };
}

function foundOf(found: Uint8Array, open: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < open.length; i++) sum += found[open[i]!]!;
  return sum;
}
