// Settles what training left open: the threshold, without truth, from the probabilities that the weights claim.
// Weights are taken at their word (odds = 2^weight): with related persons as a class of their own they are calibrated as they stand, and mapping
// them to the posteriors of rule groups made expected precision five points worse (measured on the development sets).

import { probabilityAt } from '../model/calibration.ts';
import type { Model } from '../model/model.ts';
import { chooseThreshold, ProbabilityHistogram } from './threshold.ts';

/** `missed` = matches expected among pairs that were never proposed. */
export function settle(model: Model, weights: Float64Array, missed: number): Model {
  const histogram = new ProbabilityHistogram();
  for (const weight of weights) histogram.add(probabilityAt(model.calibration, weight));
  const { threshold, expected } = chooseThreshold(histogram, missed);
  return { ...model, threshold, expected };
}
