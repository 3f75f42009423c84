// The pairs whose answer is known, as training reads them: by valid identifiers on both sides for the corrections of weights, by people for m.
import { bindModel } from '../model/bind.ts';
import type { Model } from '../model/model.ts';
import type { Assembly } from '../roles/types.ts';
import { patternWeights } from '../score/weigh.ts';
import type { PatternTable } from './patterns.ts';
import type { LabelledRow } from './supervise.ts';

/** Pairs that people judged: refined levels, pair × slots. */
export interface JudgedPairs {
  readonly levels: Uint8Array;
  readonly same: readonly boolean[];
}

/** Patterns that identifiers label and that some rule without identifiers proposes; the labelling slot reads as missing. */
export function rowsByIdentifier(model: Model, assembly: Assembly, table: PatternTable): LabelledRow[] {
  const truth = assembly.comparisons.findIndex(({ comparison }) => comparison.truthFacet !== undefined);
  if (truth < 0) return [];
  const stated = assembly.comparisons[truth]!.comparison.levels;
  const without = table.levels.slice();
  for (let p = 0; p < table.size; p++) without[p * table.slots + truth] = 0;
  const bits = patternWeights(bindModel(model, assembly), without, table.size);
  const rows: LabelledRow[] = [];
  for (let p = 0; p < table.size; p++) {
    const at = p * table.slots;
    const level = table.levels[at + truth]!;
    const same = level === 1;
    if (!same && stated[level]!.conflict !== true) continue;
    if (!table.informs[table.group[p]!]![truth]) continue;
    rows.push({ levels: without.subarray(at, at + table.slots), logOdds: bits[p]! * Math.LN2, same, count: table.counts[p]! });
  }
  return rows;
}

/** Pairs called the same, by slot and level: pseudo-counts of m. Those called different are no random pairs and say nothing of u. */
export function toldSame({ levels, same }: JudgedPairs, sizes: readonly number[]): Float64Array[] {
  const told = sizes.map((size) => new Float64Array(size));
  for (const [i, yes] of same.entries()) {
    if (!yes) continue;
    for (const [s, counts] of told.entries()) {
      const level = levels[i * sizes.length + s]!;
      if (level > 0) counts[level] = counts[level]! + 1;
    }
  }
  return told;
}
