// Which pairs of records in memory are likely one, by a model?

import type { Model } from '../model/index.ts';
import type { Row } from '../reference/index.ts';
import { dedupe } from '../run/index.ts';
import { type RecordOptions, withRecords } from './records.ts';

export interface Edge {
  readonly idL: string;
  readonly idR: string;
  /** Bits. */
  readonly weight: number;
  readonly probability: number;
}

export interface PredictOptions extends RecordOptions {
  /** Pairs below this probability are left out; default 0.01. */
  readonly keepFrom?: number;
}

/** Scores all pairs that share a blocking key, in order of ids. */
export const predict = (model: Model, records: readonly Row[], { keepFrom = 0.01, ...options }: PredictOptions = {}): Promise<Edge[]> =>
  withRecords(records, model.columns, options, async (engine, source) => {
    const result = await dedupe(engine, { sources: [source], roles: model.columns, locale: model.locale, model, keepFrom });
    const rows = await engine.rows<{ id_l: string; id_r: string; weight: number; probability: number }>(
      `SELECT id_l, id_r, weight, probability FROM ${result.tables.edges} ORDER BY id_l, id_r`,
    );
    return rows.map((row) => ({ idL: row.id_l, idR: row.id_r, weight: row.weight, probability: row.probability }));
  });
