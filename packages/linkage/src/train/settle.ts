// Settles what training left open: calibration of the weights and the threshold, both without truth.
import { bindModel } from '../model/bind.ts';
import { probabilityAt } from '../model/calibration.ts';
import type { Model } from '../model/model.ts';
import type { Assembly } from '../roles/types.ts';
import type { PairBatch } from '../score/batch.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import { weighPairs } from '../score/weigh.ts';
import { calibrate } from './calibrate.ts';
import type { Estimate } from './estimate.ts';
import type { PatternTable } from './patterns.ts';
import { chooseThreshold, ProbabilityHistogram } from './threshold.ts';

export interface SettleInput {
  readonly trained: { readonly model: Model; readonly estimate: Estimate };
  readonly assembly: Assembly;
  readonly table: PatternTable;
  readonly batches: readonly PairBatch[];
  readonly columns: readonly Int32Array[];
  readonly scorers: readonly SlotScorer[];
}

/** Weights below this many bits are far from any decision. */
const LEAST_WEIGHT = -15;

export function settle({ trained, assembly, table, batches, columns, scorers }: SettleInput): Model {
  const bound = bindModel(trained.model, assembly);
  const weighed = weighPairs(bound, table.levels, batches, columns, scorers, LEAST_WEIGHT);
  const posterior = Float64Array.from(weighed.pattern, (p) => trained.estimate.posterior[p]!);
  const calibration = process.env['CAL'] === '1' ? calibrate(weighed.weight, posterior) : { weights: [], logOdds: [] };
  const histogram = new ProbabilityHistogram();
  for (const weight of weighed.weight) histogram.add(probabilityAt(calibration, weight));
  const { threshold, expected } = chooseThreshold(histogram, 0);
  return { ...trained.model, calibration, threshold, expected };
}
