// Learns a model from records in memory; for files and millions of records use the command or `dedupe` on an engine.

import type { Model } from '../model/index.ts';
import type { Row } from '../reference/index.ts';
import type { ColumnRole, Locale } from '../roles/index.ts';
import { dedupe, type Label } from '../run/index.ts';
import { type RecordOptions, withRecords } from './records.ts';

export interface TrainOptions extends RecordOptions {
  readonly locale: Locale;
  readonly columns: readonly ColumnRole[];
  readonly seed?: number;
  readonly labels?: readonly Label[];
}

/** Trains on the records themselves, without truth. Deterministic by seed, whatever the order of records. */
export const train = (records: readonly Row[], { locale, columns, seed = 1, labels = [], ...options }: TrainOptions): Promise<Model> =>
  withRecords(records, columns, options, async (engine, source) => {
    const result = await dedupe(engine, { sources: [source], roles: columns, locale, seed, ...(labels.length > 0 ? { labels } : {}) });
    return result.model;
  });
