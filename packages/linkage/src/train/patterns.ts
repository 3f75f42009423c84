// Patterns as the trainer reads them: levels after refinement, the group (rule mask) of each, and which levels a group leaves possible.
import type { UsedRule } from '../compile/steps.ts';
import { type ResolvedRefinement, refineLevels } from '../model/bind.ts';
import type { Patterns } from '../score/batch.ts';
import { levelsOf, type PatternShape } from '../score/pattern.ts';

export interface PatternTable {
  readonly size: number;
  readonly slots: number;
  /** Refined levels, pattern × slots. */
  readonly levels: Uint8Array;
  readonly counts: Float64Array;
  readonly masks: Int32Array;
  readonly group: Int32Array;
  readonly groupMasks: readonly number[];
  readonly possible: readonly (readonly (readonly boolean[] | null)[])[];
  readonly informs: readonly (readonly boolean[])[];
  /** By group and slot: the levels that a rule on the slot alone would not have found, where such a rule did not find the group's pairs; null elsewhere. */
  readonly passed: readonly (readonly (readonly boolean[] | null)[])[];
  /** Rules that no other rule implies, as a mask: what a narrower rule of the same keys finds is no find of its own. */
  readonly catches: number;
  /** By slot: the rules that look at it, as a mask. */
  readonly rulesOn: readonly number[];
}

export function readPatterns(
  patterns: Patterns,
  shape: PatternShape,
  refinements: readonly ResolvedRefinement[],
  rules: readonly UsedRule[],
): PatternTable {
  const slots = shape.sizes.length;
  const { size, keys } = patterns;
  const levels = new Uint8Array(size * slots);
  const masks = new Int32Array(size);
  const group = new Int32Array(size);
  const groupOf = new Map<number, number>();
  for (let p = 0; p < size; p++) {
    levels.set(refineLevels(levelsOf(shape, keys[p * 3]!, keys[p * 3 + 1]!), refinements), p * slots);
    const mask = keys[p * 3 + 2]!;
    masks[p] = mask;
    if (!groupOf.has(mask)) groupOf.set(mask, groupOf.size);
  }
  // Groups are numbered by mask and not by first appearance: sums must not depend on which thread met a pattern first.
  const groupMasks = [...groupOf.keys()].toSorted((a, b) => a - b);
  for (const [g, mask] of groupMasks.entries()) groupOf.set(mask, g);
  for (let p = 0; p < size; p++) group[p] = groupOf.get(masks[p]!)!;
  const possible = groupMasks.map((mask) => {
    const forced = new Set(rules.flatMap((rule, i) => ((mask >> i) & 1 ? rule.shape.parts.map(([s]) => s) : [])));
    return shape.sizes.map((levelCount, s) => (forced.has(s) ? Array.from({ length: levelCount }, () => false) : null));
  });
  const looksAt = rules.map((rule) => new Set(rule.shape.parts.map(([s]) => s)));
  const rulesOn = shape.sizes.map((_, s) => looksAt.reduce((mask, seen, i) => (seen.has(s) ? mask | (1 << i) : mask), 0));
  const informs = groupMasks.map((mask) => shape.sizes.map((_, s) => looksAt.some((seen, i) => ((mask >> i) & 1) === 1 && !seen.has(s))));
  for (let p = 0; p < size; p++) {
    const sets = possible[group[p]!]!;
    for (let s = 0; s < slots; s++) {
      const set = sets[s]!;
      if (set !== null) set[levels[p * slots + s]!] = true;
    }
  }
  const read = { size, slots, levels, counts: patterns.counts.slice(0, size), masks, group, groupMasks, possible, informs };
  return { ...read, passed: passedOver(read, shape, rules), catches: widestOf(rules), rulesOn };
}

/** That a rule did not find a pair tells what the pair is not: for pairs without it a level that the rule finds is no possibility. */
function passedOver(
  table: Omit<PatternTable, 'passed' | 'catches' | 'rulesOn'>,
  { sizes }: PatternShape,
  rules: readonly UsedRule[],
): PatternTable['passed'] {
  const passed = table.groupMasks.map(() => sizes.map((): readonly boolean[] | null => null));
  for (const [r, rule] of rules.entries()) {
    if (rule.shape.parts.length !== 1) continue;
    const slot = rule.shape.parts[0]![0];
    const found = new Float64Array(sizes[slot]!);
    for (let p = 0; p < table.size; p++) {
      if (!table.informs[table.group[p]!]![slot]) continue;
      const level = table.levels[p * table.slots + slot]!;
      found[level] = found[level]! + ((table.masks[p]! >> r) & 1 ? 1 : -1) * table.counts[p]!;
    }
    for (const [g, mask] of table.groupMasks.entries()) {
      if ((mask >> r) & 1 || table.possible[g]![slot] !== null) continue;
      const before = passed[g]![slot];
      passed[g]![slot] = Array.from(found, (more, level) => level > 0 && more <= 0 && before?.[level] !== false);
    }
  }
  return passed;
}

function widestOf(rules: readonly UsedRule[]): number {
  const implies = (narrow: UsedRule, wide: UsedRule): boolean =>
    wide.shape.parts.length < narrow.shape.parts.length &&
    wide.shape.parts.every(([s, f]) => narrow.shape.parts.some(([slot, facet]) => slot === s && facet === f));
  return rules.reduce((mask, narrow, r) => (rules.some((wide) => implies(narrow, wide)) ? mask : mask | (1 << r)), 0);
}

/** The same patterns in an order of their own, equal ones (same group and levels) counted together: what training reads. */
export function sortedPatterns(table: PatternTable): PatternTable {
  const { slots, levels, group } = table;
  const compare = (a: number, b: number): number => {
    if (group[a] !== group[b]) return group[a]! - group[b]!;
    for (let s = 0; s < slots; s++)
      if (levels[a * slots + s] !== levels[b * slots + s]) return levels[a * slots + s]! - levels[b * slots + s]!;
    return 0;
  };
  const order = Int32Array.from({ length: table.size }, (_, p) => p).sort(compare);
  const firsts: number[] = [];
  const counts: number[] = [];
  for (const p of order) {
    const last = firsts.at(-1);
    if (last !== undefined && compare(last, p) === 0) counts[counts.length - 1]! += table.counts[p]!;
    else {
      firsts.push(p);
      counts.push(table.counts[p]!);
    }
  }
  const sorted = new Uint8Array(firsts.length * slots);
  for (const [i, p] of firsts.entries()) sorted.set(levels.subarray(p * slots, (p + 1) * slots), i * slots);
  return {
    ...table,
    size: firsts.length,
    levels: sorted,
    counts: Float64Array.from(counts),
    masks: Int32Array.from(firsts, (p) => table.masks[p]!),
    group: Int32Array.from(firsts, (p) => group[p]!),
  };
}
