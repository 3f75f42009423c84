// Patterns as the trainer reads them: levels after refinement, the group (rule mask) of each, and which levels a group leaves possible.
import type { UsedRule } from '../compile/steps.ts';
import { type ResolvedRefinement, refineLevels } from '../model/bind.ts';
import { levelsOf, type PatternShape } from '../score/pattern.ts';
import type { Patterns } from '../score/workshop.ts';

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
    group[p] = groupOf.get(mask)!;
  }
  const groupMasks = [...groupOf.keys()];
  const possible = groupMasks.map((mask) => {
    const forced = new Set(rules.flatMap((rule, i) => ((mask >> i) & 1 ? rule.shape.parts.map(([s]) => s) : [])));
    return shape.sizes.map((levelCount, s) => (forced.has(s) ? Array.from({ length: levelCount }, () => false) : null));
  });
  const looksAt = rules.map((rule) => new Set(rule.shape.parts.map(([s]) => s)));
  const informs = groupMasks.map((mask) => shape.sizes.map((_, s) => looksAt.some((seen, i) => ((mask >> i) & 1) === 1 && !seen.has(s))));
  for (let p = 0; p < size; p++) {
    for (const [s, row] of possible[group[p]!]!.entries()) if (row !== null) row[levels[p * slots + s]!] = true;
  }
  return { size, slots, levels, counts: patterns.counts.slice(0, size), masks, group, groupMasks, possible, informs };
}
