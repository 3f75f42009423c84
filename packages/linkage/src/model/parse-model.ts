// The shape of model.json as JSON Schema (draft 2020-12), its version, and the way from unknown JSON to a model: brought up to the present version step
// by step, then checked against the schema and in itself.

import { findComparison } from '../roles/index.ts';
import { LOCALES, ROLES } from '../roles/types.ts';
import { misshapen, type Shape } from './json-shape.ts';
import type { GatheredFrequencies, Model } from './model.ts';
import { sealFrequencies } from './seal.ts';

export const MODEL_SCHEMA_VERSION = 2;

const text: Shape = { type: 'string' };
const number: Shape = { type: 'number' };
const share: Shape = { type: 'number', minimum: 0, maximum: 1 };
const count: Shape = { type: 'integer', minimum: 0 };
const list = (items: Shape): Shape => ({ type: 'array', items });
const record = (properties: Readonly<Record<string, Shape>>): Shape => ({ type: 'object', required: Object.keys(properties), properties });

const words = record({ zh: text, en: text });
const level = record({ id: text, label: words, m: share, u: share, bits: number });
const counts: Shape = { type: 'object', additionalProperties: list({ type: 'array', prefixItems: [text, number] }) };
/** As version 1 kept them. */
const gathered = record({ total: number, counts });
const frequencies = record({ total: number, salt: text, counts, facts: { type: 'object', additionalProperties: number } });
const absent: Shape = { enum: [null] };

export const MODEL_SCHEMA: Shape & { readonly $schema: string; readonly title: string } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Record linkage model',
  ...record({
    schemaVersion: { enum: [MODEL_SCHEMA_VERSION] },
    locale: { enum: LOCALES },
    columns: list(record({ column: text, role: { enum: ROLES } })),
    comparisons: list(
      record({
        id: text,
        comparison: text,
        columns: list(text),
        label: words,
        levels: list(level),
        frequencies: { anyOf: [absent, frequencies] },
      }),
    ),
    related: { anyOf: [absent, record({ share, bits: list(list(number)) })] },
    interactions: list(
      record({
        id: text,
        label: words,
        when: list(record({ comparison: text, levels: list(text) })),
        bits: number,
      }),
    ),
    rules: list(record({ id: text, label: words, parts: list(record({ comparison: text, facet: text })), used: { type: 'boolean' } })),
    priorBits: number,
    calibration: record({ weights: list(number), logOdds: list(number) }),
    threshold: share,
    expected: record({ precision: share, recall: share, f1: share }),
    training: record({
      how: { enum: ['defaults', 'em', 'em-with-ids', 'em-with-labels'] },
      records: count,
      pairs: count,
      patterns: count,
      iterations: count,
      converged: { type: 'boolean' },
      labelledPairs: count,
      idPairs: count,
    }),
    seed: { type: 'integer' },
  } satisfies Record<keyof Model, Shape>),
};

type Stored = Readonly<Record<string, unknown>>;

const isGathered = (value: unknown): value is GatheredFrequencies => misshapen(value, gathered) === undefined;

/** Version 1 kept frequent values in clear; version 2 keeps their digests. What is no list of comparisons is left for the schema to refuse. */
const sealKeys = (old: Stored): Stored => {
  if (!Array.isArray(old.comparisons)) return old;
  const seal = (comparison: unknown): unknown => {
    if (!isStored(comparison) || !isGathered(comparison.frequencies)) return comparison;
    const { frequency } = findComparison(String(comparison.comparison));
    return { ...comparison, frequencies: sealFrequencies(comparison.frequencies, frequency) };
  };
  return { ...old, comparisons: old.comparisons.map(seal) };
};

/** MIGRATIONS[n] brings a stored model from version n + 1 to n + 2. */
export const MIGRATIONS: readonly ((old: Stored) => Stored)[] = [sealKeys];

const isStored = (value: unknown): value is Stored => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Applies the migrations that a stored model lacks. Throws if it is of a later version than `latest` or of none. */
export const migrate = (stored: Stored, migrations: readonly ((old: Stored) => Stored)[], latest: number): Stored => {
  const { schemaVersion } = stored;
  if (typeof schemaVersion !== 'number' || !Number.isInteger(schemaVersion) || schemaVersion < 1)
    throw new Error('it has no schemaVersion');
  if (schemaVersion > latest) throw new Error(`it is of version ${schemaVersion}, this library knows up to ${latest}`);
  return migrations.slice(schemaVersion - 1).reduce((model, step, i) => ({ ...step(model), schemaVersion: schemaVersion + i + 1 }), stored);
};

/** What the schema cannot say: calibration points rise, ids are unique, and every name that is used exists. */
const contradiction = (model: Model): string | undefined => {
  const { weights, logOdds } = model.calibration;
  if (weights.length !== logOdds.length) return 'calibration: weights and logOdds differ in length';
  if (weights.some((w, i) => i > 0 && w <= weights[i - 1]!)) return 'calibration: weights must rise';
  if (logOdds.some((o, i) => i > 0 && o < logOdds[i - 1]!)) return 'calibration: logOdds must not fall';
  const comparisons = new Map(model.comparisons.map((c) => [c.id, new Set(c.levels.map((l) => l.id))]));
  if (comparisons.size !== model.comparisons.length) return 'comparisons: an id occurs twice';
  const columns = new Set(model.columns.map((c) => c.column));
  for (const comparison of model.comparisons) {
    const strange = comparison.columns.find((column) => !columns.has(column));
    if (strange !== undefined) return `comparison ${comparison.id}: column ${strange} has no role`;
  }
  for (const { id, when } of model.interactions) {
    for (const condition of when) {
      const levels = comparisons.get(condition.comparison);
      if (levels === undefined || condition.levels.some((level) => !levels.has(level)))
        return `interaction ${id}: ${condition.comparison} or one of its levels does not exist`;
    }
  }
  return undefined;
};

/** Reads a model from parsed JSON. Throws an Error whose message names the place that is wrong. */
export const parseModel = (value: unknown): Model => {
  if (!isStored(value)) throw new Error('it is not a JSON object');
  const current = migrate(value, MIGRATIONS, MODEL_SCHEMA_VERSION);
  const complaint = misshapen(current, MODEL_SCHEMA);
  if (complaint !== undefined) throw new Error(complaint);
  // The schema states the type that the compiler knows.
  const model = current as unknown as Model;
  const problem = contradiction(model);
  if (problem !== undefined) throw new Error(problem);
  return model;
};
