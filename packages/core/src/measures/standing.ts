// Is a target met? Direction is a field, a tie fails for "below", and without a value or a target nothing is claimed.

import type { Measure, Target } from './measure.ts';

/** How a value stands to its target. `near`: missed by no more than a tenth of the target. */
export type Standing = 'met' | 'near' | 'missed' | 'noTarget' | 'unknown';

/** The target of a year; the latest earlier one when the year has none. */
export function targetOf(measure: Measure, year: number): Target | null {
  const known = measure.targets.filter((target) => target.year <= year).sort((a, b) => b.year - a.year);
  return known[0] ?? null;
}

/** How a value stands. */
export function standing(target: Target | null, value: number | null): Standing {
  if (target === null) return 'noTarget';
  if (value === null) return 'unknown';
  const met = target.op === 'gte' ? value >= target.value : target.op === 'lte' ? value <= target.value : value < target.value;
  if (met) return 'met';
  return Math.abs(value - target.value) <= Math.abs(target.value) * 0.1 ? 'near' : 'missed';
}
