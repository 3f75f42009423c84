// Figures of a finished run for its report: cluster sizes, level counts, records that could not be linked whatever came.
import type { BoundModel } from '../model/bind.ts';
import { probabilityAt } from '../model/calibration.ts';
import type { Encoded } from '../score/encode.ts';
import { PairScorer } from '../score/pair-scorer.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import type { PatternTable } from '../train/patterns.ts';
import type { LevelCount, WeightBin } from './options.ts';

export function clusterSizes(cluster: Int32Array): (readonly [number, number])[] {
  const size = new Int32Array(cluster.length);
  for (const root of cluster) size[root] = size[root]! + 1;
  const counts = new Map<number, number>();
  for (const n of size) if (n > 0) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].toSorted((a, b) => a[0] - b[0]);
}

/** Pairs by whole bits of weight. */
export function weightBins(weight: Float64Array, probability: Float64Array): WeightBin[] {
  const bins = new Map<number, { pairs: number; expectedMatches: number }>();
  for (let i = 0; i < weight.length; i++) {
    const bits = Math.floor(weight[i]!);
    let bin = bins.get(bits);
    if (bin === undefined) {
      bin = { pairs: 0, expectedMatches: 0 };
      bins.set(bits, bin);
    }
    bin.pairs++;
    bin.expectedMatches += probability[i]!;
  }
  return [...bins].map(([bits, bin]) => ({ bits, ...bin })).toSorted((a, b) => a.bits - b.bits);
}

/** `match` is the probability of each pattern. */
export function levelCounts(model: BoundModel, table: PatternTable, match: Float64Array): LevelCount[] {
  const counts = model.slots.map((slot) => slot.bound.comparison.levels.map(() => ({ pairs: 0, expectedMatches: 0 })));
  for (let p = 0; p < table.size; p++) {
    for (let s = 0; s < table.slots; s++) {
      const cell = counts[s]![table.levels[p * table.slots + s]!]!;
      cell.pairs += table.counts[p]!;
      cell.expectedMatches += table.counts[p]! * match[p]!;
    }
  }
  return model.slots.flatMap((slot, s) =>
    slot.bound.comparison.levels.map((level, i) => ({ comparison: slot.bound.id, level: level.id, ...counts[s]![i]! })),
  );
}

/** Rows looked at; above this many the figure is scaled up from evenly spread ones. */
const LOOKED_AT = 4000;

/** Records that would not reach the threshold even against a copy of themselves. */
export function countUnlinkable(model: BoundModel, encoded: Encoded, scorers: readonly SlotScorer[], threshold: number): number {
  const scorer = new PairScorer(model, encoded.columns, scorers);
  const step = Math.max(1, Math.floor(encoded.rows / LOOKED_AT));
  let looked = 0;
  let found = 0;
  for (let row = 0; row < encoded.rows; row += step) {
    looked++;
    if (probabilityAt(model.model.calibration, scorer.weight(row, row)) < threshold) found++;
  }
  return looked === 0 ? 0 : Math.round((found * encoded.rows) / looked);
}
