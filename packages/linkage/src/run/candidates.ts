// From encoded rows to candidate pairs in shared typed arrays: plan the rules by counts, give rows their keys, stream each pair once.
import { printQuery } from '../compile/print.ts';
import { pairsQuery, type RuleShape, type SlotShape, type UsedRule } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import { countRule, makeKeys } from '../plan/blocks.ts';
import type { Budget } from '../plan/budget.ts';
import { chooseRules, type RuleCount } from '../plan/choose.ts';
import type { BlockingRule, BoundComparison } from '../roles/types.ts';
import type { PairBatch } from '../score/batch.ts';
import type { RuleReport } from './options.ts';

/** Slots and rules as the plan sees them: facets by position. */
export interface Shapes {
  readonly slots: readonly SlotShape[];
  readonly rules: readonly RuleShape[];
}

/** Which facets the rules need, by slot. Rules over unknown comparisons or facets are a bug of the shelf and throw. */
export function shapesOf(bound: readonly BoundComparison[], rules: readonly BlockingRule[]): Shapes {
  const facets = bound.map(() => [] as number[]);
  const shapes = rules.map((rule): RuleShape => ({
    id: rule.id,
    parts: rule.parts.map((part) => {
      const slot = bound.findIndex((b) => b.id === part.comparison);
      const facet = bound[slot]?.comparison.facets.findIndex((f) => f.id === part.facet) ?? -1;
      if (slot < 0 || facet < 0) throw new Error(`rule ${rule.id} names an unknown facet ${part.comparison}.${part.facet}`);
      let position = facets[slot]!.indexOf(facet);
      if (position < 0) position = facets[slot]!.push(facet) - 1;
      return [slot, position] as const;
    }),
  }));
  return { slots: bound.map((b, s) => ({ columns: b.columns, facets: facets[s]! })), rules: shapes };
}

/** Twelve bytes a pair; batches are the unit of work for threads. */
const BATCH = 1 << 16;
const MOST_RULES = 30;

export async function planRules(engine: Engine, rules: readonly BlockingRule[], shapes: Shapes, budget: Budget, asked?: readonly string[]) {
  const counts: RuleCount[] = [];
  const splits = shapes.slots.flatMap((slot, s) => slot.facets.map((_, f) => [s, f] as const));
  for (const [rule, shape] of shapes.rules.slice(0, MOST_RULES).entries()) counts.push(await countRule(engine, rule, shape, budget.block, splits));
  const choices = chooseRules(counts, budget.pairs, asked);
  const used: UsedRule[] = counts
    .filter((_, i) => choices[i]!.used)
    .toSorted((a, b) => a.pairs - b.pairs || a.rule - b.rule)
    .map(({ rule, split }) => ({ rule, shape: shapes.rules[rule]!, split }));
  const reports = counts.map(
    (count, i): RuleReport => ({
      id: count.id,
      label: rules[count.rule]!.label,
      used: choices[i]!.used,
      reason: choices[i]!.reason,
      expectedPairs: count.pairs,
      largestBlock: count.largestBlock,
      oversizeBlocks: count.oversizeBlocks,
      skippedRecords: count.skippedRecords,
    }),
  );
  return { used, reports };
}

export async function generatePairs(engine: Engine, used: readonly UsedRule[], budget: Budget, across: boolean): Promise<PairBatch[]> {
  if (used.length === 0) return [];
  await makeKeys(engine, used, budget.block);
  const batches: PairBatch[] = [];
  let current = newBatch();
  let filled = 0;
  const sql = printQuery(pairsQuery(used.map((u) => u.rule), across), engine.dialect);
  await engine.streamInts(sql, ([l, r, mask], rows) => {
    for (let from = 0; from < rows; ) {
      const take = Math.min(rows - from, BATCH - filled);
      current.l.set(l!.subarray(from, from + take), filled);
      current.r.set(r!.subarray(from, from + take), filled);
      current.mask.set(mask!.subarray(from, from + take), filled);
      filled += take;
      from += take;
      if (filled === BATCH) {
        batches.push(current);
        current = newBatch();
        filled = 0;
      }
    }
  });
  if (filled > 0) batches.push({ l: current.l.subarray(0, filled), r: current.r.subarray(0, filled), mask: current.mask.subarray(0, filled) });
  return batches;
}

/** Given pairs as batches, under no rule's mask. */
export function inBatches(l: Int32Array, r: Int32Array): PairBatch[] {
  const batches: PairBatch[] = [];
  for (let from = 0; from < l.length; from += BATCH) {
    const batch = newBatch(Math.min(BATCH, l.length - from));
    batch.l.set(l.subarray(from, from + batch.l.length));
    batch.r.set(r.subarray(from, from + batch.l.length));
    batches.push(batch);
  }
  return batches;
}

function newBatch(pairs = BATCH): PairBatch {
  const ints = () => new Int32Array(new SharedArrayBuffer(pairs * 4));
  return { l: ints(), r: ints(), mask: ints() };
}
