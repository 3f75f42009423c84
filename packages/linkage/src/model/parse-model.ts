// From unknown JSON to a model: brought up to the present version step by step, then checked against the schema and in itself.

import { misshapen } from './json-shape.ts';
import { MODEL_SCHEMA_VERSION, type Model } from './model.ts';
import { MODEL_SCHEMA } from './schema.ts';

type Stored = Readonly<Record<string, unknown>>;

/** MIGRATIONS[n] brings a stored model from version n + 1 to n + 2. Version 1 is the first, so there are none yet. */
export const MIGRATIONS: readonly ((old: Stored) => Stored)[] = [];

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
