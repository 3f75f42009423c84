// Corrects the reading of weights by labelled pairs: a logistic line in the weight, held near "taken at its word" by a prior (Platt 1999, MAP).
// Which pairs were labelled may depend on their weight (`ask` prefers uncertain ones): the line is conditional on it and stays right.
import type { Calibration } from '../model/model.ts';

export interface LabelledWeight {
  readonly weight: number;
  readonly same: boolean;
}

/** Prior deviations of the shift (bits) and of the slope. */
const SHIFT = 2;
const SLOPE = 0.25;
const STEPS = 50;
/** The line is stated by its points at these weights. */
const ENDS = [-40, 40] as const;

/** With no labels the answer is the identity. */
export function calibrateByLabels(labelled: readonly LabelledWeight[]): Calibration {
  if (labelled.length === 0) return { weights: [], logOdds: [] };
  let shift = 0;
  let slope = 1;
  for (let step = 0; step < STEPS; step++) {
    // Newton's method on the penalised likelihood, in bits.
    let g0 = -shift / SHIFT ** 2;
    let g1 = -(slope - 1) / SLOPE ** 2;
    let h00 = 1 / SHIFT ** 2;
    let h01 = 0;
    let h11 = 1 / SLOPE ** 2;
    for (const { weight, same } of labelled) {
      const x = Math.min(30, Math.max(-30, weight));
      const p = 1 / (1 + Math.exp(-(shift + slope * x) * Math.LN2));
      const residual = ((same ? 1 : 0) - p) * Math.LN2;
      const curve = p * (1 - p) * Math.LN2 ** 2;
      g0 += residual;
      g1 += residual * x;
      h00 += curve;
      h01 += curve * x;
      h11 += curve * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    const stepShift = (g0 * h11 - g1 * h01) / determinant;
    const stepSlope = (g1 * h00 - g0 * h01) / determinant;
    shift += stepShift;
    slope = Math.max(0.2, slope + stepSlope);
    if (Math.abs(stepShift) + Math.abs(stepSlope) < 1e-9) break;
  }
  return { weights: [...ENDS], logOdds: ENDS.map((weight) => (shift + slope * weight) * Math.LN2) };
}
