// Reads a weight as a probability by the model's calibration: piecewise linear in log odds, one bit per bit beyond the ends.
import type { Calibration } from './model.ts';

/** Natural log odds of a match at `weight` bits. With no points the weight is taken at its word (odds = 2^weight). */
export function logOddsAt(calibration: Calibration, weight: number): number {
  const { weights, logOdds } = calibration;
  const last = weights.length - 1;
  if (last < 0) return weight * Math.LN2;
  if (weight <= weights[0]!) return logOdds[0]! + (weight - weights[0]!) * Math.LN2;
  if (weight >= weights[last]!) return logOdds[last]! + (weight - weights[last]!) * Math.LN2;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (weights[middle]! <= weight) low = middle;
    else high = middle;
  }
  const share = (weight - weights[low]!) / (weights[high]! - weights[low]!);
  return logOdds[low]! + share * (logOdds[high]! - logOdds[low]!);
}

export function probabilityAt(calibration: Calibration, weight: number): number {
  return 1 / (1 + Math.exp(-logOddsAt(calibration, weight)));
}
