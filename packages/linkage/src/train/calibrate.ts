// Weight → probability: posteriors averaged by weight, made monotone, kept as a few points in log odds.
import type { Calibration } from '../model/model.ts';
import { nonIncreasing } from './weights.ts';

const PER_BIT = 4;
const LEAST_PAIRS = 5;

/** `posterior` is the probability of each pair by a richer reading (rule groups, labels); `weight` the plain sum that users see. */
export function calibrate(weight: Float64Array, posterior: Float64Array, counts?: Float64Array): Calibration {
  const bins = new Map<number, { pairs: number; matches: number; weights: number }>();
  for (let i = 0; i < weight.length; i++) {
    const n = counts?.[i] ?? 1;
    const key = Math.round(weight[i]! * PER_BIT);
    const bin = bins.get(key) ?? { pairs: 0, matches: 0, weights: 0 };
    bin.pairs += n;
    bin.matches += n * posterior[i]!;
    bin.weights += n * weight[i]!;
    bins.set(key, bin);
  }
  const ordered = [...bins].toSorted((a, b) => b[0] - a[0]).map(([, bin]) => bin);
  const merged: { pairs: number; matches: number; weights: number }[] = [];
  for (const bin of ordered) {
    const last = merged[merged.length - 1];
    if (last !== undefined && last.pairs < LEAST_PAIRS) {
      last.pairs += bin.pairs;
      last.matches += bin.matches;
      last.weights += bin.weights;
    } else merged.push({ ...bin });
  }
  // Half a pair of each kind keeps log odds finite where a bin is pure.
  const rates = nonIncreasing(
    merged.map((bin) => (bin.matches + 0.02) / (bin.pairs + 0.04)),
    merged.map((bin) => bin.pairs),
  );
  const points = merged.map((bin, i) => [bin.weights / bin.pairs, Math.log(rates[i]! / (1 - rates[i]!))] as const).toReversed();
  return { weights: points.map(([w]) => w), logOdds: points.map(([, o]) => o) };
}
