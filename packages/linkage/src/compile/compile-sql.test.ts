import { describe, expect, test } from 'vitest';
import type { Model } from '../model/model.ts';
import { toyAssembly } from '../testing/toy-assembly.ts';
import { compileAssembled } from './compile-sql.ts';

const assembly = toyAssembly(
  [
    ['name', 'similarity'],
    ['birth', 'edits'],
  ],
  ['name'],
  [['name', 'birth']],
);

const model: Model = {
  schemaVersion: 2,
  locale: 'en',
  columns: [],
  comparisons: assembly.comparisons.map(({ id, columns, comparison }) => ({
    id,
    comparison: comparison.id,
    columns,
    label: comparison.label,
    levels: comparison.levels.map((level, i) => ({
      id: level.id,
      label: level.label,
      m: level.m,
      u: level.u,
      bits: [0, 8, 4, -1, -5][i]!,
    })),
    frequencies: null,
  })),
  related: {
    share: 0.001,
    bits: [
      [0, 1, 0.5, 0, -0.5],
      [0, 0, 0, 0, 0],
    ],
  },
  interactions: [],
  rules: assembly.rules.map((rule) => ({ ...rule, used: true })),
  priorBits: -8,
  calibration: { weights: [], logOdds: [] },
  threshold: 0.5,
  expected: { precision: 1, recall: 1, f1: 1 },
  training: { how: 'defaults', records: 0, pairs: 0, patterns: 0, iterations: 0, converged: true, labelledPairs: 0, idPairs: 0 },
  seed: 1,
};

describe('the plan as SQL', () => {
  for (const dialect of ['duckdb', 'spark'] as const) {
    test(`${dialect} is as committed`, async () => {
      await expect(compileAssembled(model, assembly, dialect)).toMatchFileSnapshot(`sql/plan.${dialect}.sql`);
    });
  }

  test('uses no string function of a dialect but for laying out several columns', () => {
    for (const dialect of ['duckdb', 'spark'] as const) {
      expect(compileAssembled(model, assembly, dialect)).not.toMatch(/levenshtein|jaro|similarity|regexp|soundex|lower\(|upper\(|substr/i);
    }
  });
});
