// What the report says of a run that has its clusters: expected precision and recall, sizes, levels, records that nothing could have linked.
import type { BoundModel } from '../model/bind.ts';
import { probabilityAt } from '../model/calibration.ts';
import type { Encoded } from '../score/encode.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import { patternWeights } from '../score/weigh.ts';
import type { PatternTable } from '../train/patterns.ts';
import { expectationAt, ProbabilityHistogram } from '../train/threshold.ts';
import type { Decision } from './decide.ts';
import type { RunResult, Warning } from './options.ts';
import { clusterSizes, countUnlinkable, levelCounts, weightBins } from './summary.ts';

const LARGE_CLUSTER = 100;

export type Description = Omit<RunResult, 'phases'>;

export interface Described {
  readonly model: BoundModel;
  readonly decision: Decision;
  readonly encoded: Encoded;
  readonly scorers: readonly SlotScorer[];
  readonly table: PatternTable;
  /** Proposed pairs, and how many of them were kept. */
  readonly pairs: number;
  readonly proposed: number;
  /** Matches that no rule proposes. */
  readonly missed: number;
  readonly rules: RunResult['rules'];
  readonly warnings: readonly Warning[];
}

export function describeRun({
  model: bound,
  decision,
  encoded,
  scorers,
  table,
  pairs,
  proposed,
  missed,
  rules,
  warnings,
}: Described): Description {
  const { threshold } = bound.model;
  const { probability } = decision;
  const histogram = new ProbabilityHistogram();
  for (const p of probability) histogram.add(p);
  // Of what no rule proposes, clusters bring some together all the same.
  const closed = probability.subarray(proposed).reduce((sum, p) => sum + p, 0);
  const expected = expectationAt(histogram, threshold, Math.max(0, missed - closed), decision.overstated);
  const sizes = clusterSizes(decision.clustering.cluster);
  const largest = sizes.at(-1)?.[0] ?? 0;
  const match = patternWeights(bound, table.levels, table.size).map((weight) => probabilityAt(bound.model.calibration, weight));
  return {
    model: { ...bound.model, expected },
    records: encoded.rows,
    pairs,
    edges: decision.l.length,
    linkedPairs: probability.reduce((sum, p) => sum + (p >= threshold ? 1 : 0), 0),
    clusters: sizes.reduce((sum, [, n]) => sum + n, 0),
    largestCluster: largest,
    clusterSizes: sizes,
    threshold,
    expected,
    rules,
    levels: levelCounts(bound, table, match),
    unlinkable: countUnlinkable(bound, encoded, scorers, threshold),
    histogram: weightBins(decision.weight, probability),
    removedBridges: decision.clustering.removed,
    cannotLinks: decision.clustering.barred,
    warnings: largest > LARGE_CLUSTER ? [...warnings, largeCluster(largest)] : warnings,
    tables: { edges: 'edges', clusters: 'clusters' },
  };
}

const largeCluster = (largest: number): Warning => ({
  code: 'large-cluster',
  words: { zh: `最大的一群有 ${largest} 筆，請檢查。`, en: `The largest cluster has ${largest} records; look at it.` },
});
