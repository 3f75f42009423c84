// The shape of model.json as JSON Schema (draft 2020-12): the statement that `parseModel` checks by and that others may check by too.

import { LOCALES, ROLES } from '../roles/types.ts';
import type { Shape } from './json-shape.ts';
import { MODEL_SCHEMA_VERSION, type Model } from './model.ts';

const text: Shape = { type: 'string' };
const number: Shape = { type: 'number' };
const share: Shape = { type: 'number', minimum: 0, maximum: 1 };
const count: Shape = { type: 'integer', minimum: 0 };
const list = (items: Shape): Shape => ({ type: 'array', items });
const record = (properties: Readonly<Record<string, Shape>>): Shape => ({ type: 'object', required: Object.keys(properties), properties });

const words = record({ zh: text, en: text });
const level = record({ id: text, label: words, m: share, u: share, bits: number });
const frequencies = record({
  total: number,
  counts: { type: 'object', additionalProperties: list({ type: 'array', prefixItems: [text, number] }) },
});
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
