import { describe, expect, it } from 'vitest';
import { tableOf } from './frequency-counts.ts';
import type { Model } from './model.ts';
import { MIGRATIONS, MODEL_SCHEMA_VERSION, migrate, parseModel } from './parse-model.ts';

const words = { zh: '名', en: 'name' };
const level = (id: string) => ({ id, label: words, m: 0.5, u: 0.25, bits: 1 });

const MODEL: Model = {
  schemaVersion: MODEL_SCHEMA_VERSION,
  locale: 'en',
  columns: [{ column: 'name', role: 'full-name' }],
  comparisons: [
    {
      id: 'n',
      comparison: 'en/full-name',
      columns: ['name'],
      label: words,
      levels: [level('missing'), level('same'), level('different')],
      frequencies: { total: 3, salt: 's', counts: { value: [['x2Kq', 2]] }, facts: {} },
    },
  ],
  related: { share: 0.001, bits: [[0, 1, 2]] },
  interactions: [{ id: 'i', label: words, when: [{ comparison: 'n', levels: ['same'] }], bits: -1 }],
  rules: [{ id: 'r', label: words, parts: [{ comparison: 'n', facet: 'whole' }], used: true }],
  priorBits: -10,
  calibration: { weights: [-5, 5], logOdds: [-3, 3] },
  threshold: 0.6,
  expected: { precision: 0.9, recall: 0.8, f1: 0.85 },
  training: { how: 'em', records: 3, pairs: 3, patterns: 2, iterations: 5, converged: true, labelledPairs: 0, idPairs: 0 },
  seed: 1,
};

describe('parseModel', () => {
  it('gives back what was written as JSON', () => {
    expect(parseModel(JSON.parse(JSON.stringify(MODEL)))).toEqual(MODEL);
  });

  it.each([
    ['nothing', null, 'not a JSON object'],
    ['no version', {}, 'no schemaVersion'],
    ['a later version', { ...MODEL, schemaVersion: 99 }, 'version 99'],
    ['a missing part', { ...MODEL, threshold: undefined }, 'model.threshold: must be number'],
    ['a wrong number', { ...MODEL, threshold: 1.5 }, 'model.threshold: must be at most 1'],
    ['an unknown role', { ...MODEL, columns: [{ column: 'name', role: 'nickname' }] }, 'model.columns[0].role'],
    [
      'a torn level',
      { ...MODEL, comparisons: [{ ...MODEL.comparisons[0], levels: [{ id: 'x' }] }] },
      'model.comparisons[0].levels[0]: label is missing',
    ],
    [
      'a torn count',
      {
        ...MODEL,
        comparisons: [{ ...MODEL.comparisons[0], frequencies: { total: 1, salt: 's', counts: { value: [['x2Kq']] }, facts: {} } }],
      },
      'too short',
    ],
    ['falling calibration', { ...MODEL, calibration: { weights: [1, 0], logOdds: [0, 0] } }, 'weights must rise'],
    ['a column without role', { ...MODEL, comparisons: [{ ...MODEL.comparisons[0], columns: ['nom'] }] }, 'column nom has no role'],
    [
      'an interaction of nothing',
      { ...MODEL, interactions: [{ ...MODEL.interactions[0], when: [{ comparison: 'n', levels: ['near'] }] }] },
      'interaction i',
    ],
  ])('refuses %s and names the place', (_, value, message) => {
    expect(() => parseModel(value)).toThrow(message);
  });
});

describe('migrate', () => {
  it('has one step for every version before the present one', () => {
    expect(MIGRATIONS).toHaveLength(MODEL_SCHEMA_VERSION - 1);
  });

  it('runs exactly the steps that a stored model lacks, in order', () => {
    const step = (name: string) => (old: Readonly<Record<string, unknown>>) => ({
      ...old,
      steps: [...((old.steps as string[] | undefined) ?? []), name],
    });
    const steps = [step('1→2'), step('2→3')];
    expect(migrate({ schemaVersion: 1 }, steps, 3)).toEqual({ schemaVersion: 3, steps: ['1→2', '2→3'] });
    expect(migrate({ schemaVersion: 2 }, steps, 3)).toEqual({ schemaVersion: 3, steps: ['2→3'] });
    expect(migrate({ schemaVersion: 3 }, steps, 3)).toEqual({ schemaVersion: 3 });
  });
});

it('brings a model of version 1 up to date: its readable values become digests that are found by the value', () => {
  const clear = { total: 3, counts: { records: [['name', 3]], name: [['smith, ann', 2]] } };
  const old = { ...MODEL, schemaVersion: 1, comparisons: [{ ...MODEL.comparisons[0], frequencies: clear }] };
  const model = parseModel(JSON.parse(JSON.stringify(old)));
  expect(model.schemaVersion).toBe(MODEL_SCHEMA_VERSION);
  expect(JSON.stringify(model)).not.toContain('ann');
  const table = tableOf(model.comparisons[0]!.frequencies!);
  expect(table.counts.name!.get('smith, ann')).toBe(2);
  expect(table.counts.name!.get('smith, bob')).toBeUndefined();
  expect(table.counts.records!.get('name')).toBe(3);
});
