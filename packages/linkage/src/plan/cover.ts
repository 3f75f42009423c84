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
/** Near-certain pairs from which on it is known how matches agree on a slot. */
const FEW_SEEN = 20;

/** A set of imagined matches, one bit each. */
type MatchSet = Int32Array;

/**
 * Where near-certain pairs tell of one telling slot alone (they are those that agree on the others, and there is but one other), half of the matches are
 * supposed to agree on what they do not tell of: else rules on that slot would seem to find nothing.
 */
export function supposeUnseen(
  shapes: readonly Pick<RuleShape, 'parts'>[],
  agreement: readonly SlotAgreement[],
  telling: readonly boolean[],
): SlotAgreement[] {
  const known = agreement.map((seen) => seen.reduce((sum, { weight }) => sum + weight, 0) >= FEW_SEEN);
  if (!known.some((seen, slot) => seen && telling[slot])) return [...agreement];
  return agreement.map((seen, slot) => {
    if (known[slot] || !telling[slot]) return seen;
    const facets = shapes.flatMap(({ parts }) => parts).reduce((all, [s, facet]) => (s === slot ? all | (1 << facet) : all), 0);
    return [...seen, { facets: 0, weight: FEW_SEEN }, { facets, weight: FEW_SEEN }];
  });
}

/** By rule, which of the imagined matches it finds. */
export function imagineMatches(shapes: readonly RuleShape[], agreement: readonly SlotAgreement[], seed: number): MatchSet[] {
  // By slot and facet, the matches that agree on it.
  const agreeing = agreement.map((): MatchSet[] => []);
  for (const [s, list] of agreement.entries()) {
    const total = list.reduce((sum, { weight }) => sum + weight, 0);
    const most = list.reduce((all, { facets }) => all | facets, 0);
    const weights = Float64Array.from(list, ({ weight }) => weight);
    for (let f = 0; most >> f !== 0; f++) agreeing[s]!.push(emptySet());
    for (let i = 0; i < IMAGINED; i++) {
      const left = ((mix(mix(i + 1 + seed * IMAGINED) ^ (s * 0x9e3779b1)) >>> 0) / 4294967296) * total;
      const place = drawn(weights, left);
      const held = place < 0 ? 0 : list[place]!.facets;
      for (let f = 0; held >> f !== 0; f++) if ((held >> f) & 1) insert(agreeing[s]![f]!, i);
    }
  }
  const none = emptySet();
  return shapes.map(({ parts }) => {
    const found = emptySet().fill(-1);
    for (const [slot, facet] of parts) {
      const held = agreeing[slot]![facet] ?? none;
      for (let w = 0; w < found.length; w++) found[w] = found[w]! & held[w]!;
    }
    return found;
  });
}

const emptySet = (): MatchSet => new Int32Array(Math.ceil(IMAGINED / 32));
const insert = (set: MatchSet, match: number): void => {
  set[match >> 5] = set[match >> 5]! | (1 << (match & 31));
};

/** Which of the weights lies at `at` of their sum; −1 if none does. */
function drawn(weights: Float64Array, at: number): number {
  let left = at;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return -1;
}

/** Rules in the order of choice; stops at `most` rules, at the budget, or where nothing is gained. `found` by rule. */
export function coverRules(
  surveys: readonly RuleSurvey[],
  found: readonly MatchSet[],
  records: number,
  budget: number,
  most: number,
): { rules: number[]; coverage: number } {
  const chosen: number[] = [];
  const open = emptySet();
  for (let match = 0; match < IMAGINED; match++) insert(open, match);
  const covered = emptySet();
  let spent = 0;
  while (chosen.length < most) {
    let best: RuleSurvey | null = null;
    let bestWorth = 0;
    for (const survey of surveys) {
      if (survey.pairs === 0 || chosen.includes(survey.rule) || spent + survey.pairs > budget) continue;
      const gain = survey.kept * sharedSize(found[survey.rule]!, open);
      if (gain < IMAGINED * LEAST_GAIN) continue;
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
    for (let w = 0; w < covered.length; w++) covered[w] = covered[w]! | found[rule]![w]!;
    close(open, found[rule]!, kept);
  }
  return { rules: chosen, coverage: sharedSize(covered, covered) / IMAGINED };
}

/** Of what the rule would find, the part in oversize blocks stays open; which part is any fixed one. */
function close(open: MatchSet, found: MatchSet, kept: number): void {
  let i = 0;
  for (let w = 0; w < open.length; w++) {
    for (let left = open[w]!; left !== 0; left &= left - 1) {
      const bit = left & -left;
      if ((found[w]! & bit) !== 0 && (i % 100) / 100 < kept) open[w] = open[w]! & ~bit;
      i++;
    }
  }
}

/** How many matches both sets hold. */
function sharedSize(a: MatchSet, b: MatchSet): number {
  let sum = 0;
  for (let w = 0; w < a.length; w++) {
    let bits = a[w]! & b[w]!;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    sum += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return sum;
}
