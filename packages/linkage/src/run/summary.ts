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
  let largest = 0;
  for (let node = 0; node < cluster.length; node++) {
    const root = cluster[node]!;
    const n = size[root]! + 1;
    size[root] = n;
    if (n > largest) largest = n;
  }
  const counts = new Int32Array(largest + 1);
  for (let root = 0; root < size.length; root++) counts[size[root]!]!++;
  return Array.from(counts, (clusters, n) => [n, clusters] as const).filter(([n, clusters]) => n > 0 && clusters > 0);
}

/** No weight is further from none; what is would be put into the last bin. */
const MOST_BITS = 1024;

/** Pairs by whole bits of weight. */
export function weightBins(weight: Float64Array, probability: Float64Array): WeightBin[] {
  const pairs = new Float64Array(2 * MOST_BITS);
  const matches = new Float64Array(2 * MOST_BITS);
  for (let i = 0; i < weight.length; i++) {
    const bin = Math.max(0, Math.min(2 * MOST_BITS - 1, Math.floor(weight[i]!) + MOST_BITS));
    pairs[bin] = pairs[bin]! + 1;
    matches[bin] = matches[bin]! + probability[i]!;
  }
  const bins: WeightBin[] = [];
  for (let bin = 0; bin < pairs.length; bin++)
    if (pairs[bin]! > 0) bins.push({ bits: bin - MOST_BITS, pairs: pairs[bin]!, expectedMatches: matches[bin]! });
  return bins;
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
