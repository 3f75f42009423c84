// A model before any data was seen: which columns play which roles, with the shelf's own expectations of how often levels are reached.
// Good enough to score with when there is nothing to train on; `train` replaces its numbers.

import type { Model } from '../model/index.ts';
import { MODEL_SCHEMA_VERSION } from '../model/index.ts';
import { assemble, type ColumnRole, type Locale } from '../roles/index.ts';
import { bitsOf } from '../train/weights.ts';

export interface DefineOptions {
  readonly locale: Locale;
  readonly columns: readonly ColumnRole[];
  /** How rare a true match is among candidate pairs, as odds in bits; −10 is one in about a thousand. */
  readonly priorBits?: number;
  /** Probability from which a pair counts as linked. */
  readonly threshold?: number;
}

/**
 * Makes a model from roles alone.
 *
 * @example defineModel({ locale: 'zh-TW', columns: [{ column: 'name', role: 'full-name' }] })
 */
export const defineModel = ({ locale, columns, priorBits = -10, threshold = 0.5 }: DefineOptions): Model => {
  const assembly = assemble(locale, columns);
  const comparisons = assembly.comparisons.map(({ id, columns: from, comparison }) => {
    const { levels } = comparison;
    const m = Float64Array.from(levels, (level) => level.m);
    const u = Float64Array.from(levels, (level) => level.u);
    const bits = bitsOf(levels, m, u, new Float64Array(levels.length).fill(1));
    return {
      id,
      comparison: comparison.id,
      columns: from,
      label: comparison.label,
      levels: levels.map((level, i) => ({ id: level.id, label: level.label, m: level.m, u: level.u, bits: bits[i]! })),
      frequencies: null,
    };
  });
  return {
    schemaVersion: MODEL_SCHEMA_VERSION,
    locale,
    columns,
    comparisons,
    related: null,
    interactions: [],
    rules: assembly.rules.map((rule) => ({ id: rule.id, label: rule.label, parts: rule.parts, used: true })),
    priorBits,
    calibration: { weights: [], logOdds: [] },
    threshold,
    expected: { precision: 0, recall: 0, f1: 0 },
    training: { how: 'defaults', records: 0, pairs: 0, patterns: 0, iterations: 0, converged: true, labelledPairs: 0, idPairs: 0 },
    seed: 1,
  };
};
