// How do records in memory come before the engine? As one text table, for the length of some work.

import { type Engine, openDuckdb } from '../engine/index.ts';
import type { Row } from '../reference/index.ts';
import type { ColumnRole } from '../roles/index.ts';

export interface RecordOptions {
  /** Column of the record id; default `id`. */
  readonly id?: string;
}

const textOf = (value: unknown): string | null => (value === undefined || value === null || value === '' ? null : String(value));

/** Runs `work` on a fresh in-memory DuckDB that holds the records as table `records`. Throws a RangeError if a record has no id. */
export const withRecords = async <T>(
  records: readonly Row[],
  columns: readonly ColumnRole[],
  { id = 'id' }: RecordOptions,
  work: (engine: Engine, source: { name: string; table: string; id: string }) => Promise<T>,
): Promise<T> => {
  const engine = await openDuckdb();
  try {
    const names = [...new Set([id, ...columns.map((c) => c.column)])];
    const table = await engine.createTextTable('records', names);
    for (const [i, record] of records.entries()) {
      if (textOf(record[id]) === null) throw new RangeError(`record ${i} has no ${id}`);
      table.append(names.map((name) => textOf(record[name])));
    }
    await table.close();
    return await work(engine, { name: 'records', table: 'records', id });
  } finally {
    await engine.close();
  }
};
