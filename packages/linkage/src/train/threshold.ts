// Chooses the threshold without truth: the probability at which expected F1 is highest (linkage.md §3.2.9), with the precision and recall it expects.
import type { Expectation } from '../model/model.ts';

const BINS = 4096;

/** Counts of pairs by probability, fine enough that the choice does not depend on the order of pairs. */
export class ProbabilityHistogram {
  readonly pairs = new Float64Array(BINS + 1);
  readonly matches = new Float64Array(BINS + 1);

  add(probability: number, count = 1): void {
    const bin = Math.min(BINS, Math.floor(probability * BINS));
    this.pairs[bin] = this.pairs[bin]! + count;
    this.matches[bin] = this.matches[bin]! + count * probability;
  }
}

/** `missed` = matches expected among pairs that blocking never proposed. */
export function chooseThreshold(histogram: ProbabilityHistogram, missed: number): { threshold: number; expected: Expectation } {
  const all = histogram.matches.reduce((sum, x) => sum + x, 0) + missed;
  let best = { threshold: 0.5, expected: { precision: 1, recall: 0, f1: 0 } };
  let pairs = 0;
  let matches = 0;
  for (let bin = BINS; bin >= 1; bin--) {
    pairs += histogram.pairs[bin]!;
    matches += histogram.matches[bin]!;
    if (pairs === 0) continue;
    const f1 = (2 * matches) / (pairs + all);
    if (steady(f1) > best.expected.f1)
      best = {
        threshold: bin / BINS,
        expected: { precision: steady(matches / pairs), recall: steady(all === 0 ? 1 : matches / all), f1: steady(f1) },
      };
  }
  return best;
}

/** What is expected when linking from `threshold` upwards; linked pairs have `overstated` matches less than their probabilities sum up to. */
export function expectationAt(histogram: ProbabilityHistogram, threshold: number, missed: number, overstated = 0): Expectation {
  const all = histogram.matches.reduce((sum, x) => sum + x, 0) + missed - overstated;
  let pairs = 0;
  let matches = 0;
  for (let bin = Math.max(0, Math.ceil(threshold * BINS)); bin <= BINS; bin++) {
    pairs += histogram.pairs[bin]!;
    matches += histogram.matches[bin]!;
  }
  matches = Math.max(0, matches - overstated);
  const precision = pairs === 0 ? 1 : matches / pairs;
  const recall = all === 0 ? 1 : matches / all;
  return { precision: steady(precision), recall: steady(recall), f1: steady(pairs + all === 0 ? 1 : (2 * matches) / (pairs + all)) };
}

/** Sums of the same numbers in another order differ in the last digits; what is told must not. */
function steady(share: number): number {
  return Math.round(share * 1e9) / 1e9;
}
