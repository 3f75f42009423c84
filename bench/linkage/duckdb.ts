// The bench's one door to DuckDB: for making files and for counting, never for linking.

import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

/** Runs statements in a fresh in-memory database and returns the last result's rows as objects. */
export const runSql = async (sql: string): Promise<Record<string, DuckDBValue>[]> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run('SET preserve_insertion_order = true');
    return (await connection.runAndReadAll(sql)).getRowObjects();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
