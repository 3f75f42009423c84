// What the rest of the library may ask of a SQL engine. Only the files of this folder know DuckDB or spark-sql.

import type { TextColumn } from './text-column.ts';

/** Calls may be made while others run: each waits its turn. A visitor of a stream may not call the engine, whose turn it is in. */
export interface Engine {
  readonly dialect: 'duckdb' | 'spark';
  /** Runs one statement and forgets its rows. */
  run(sql: string): Promise<void>;
  /** Creates or replaces the stored table `table` from a query. */
  store(table: string, query: string): Promise<void>;
  /** Writes a query's rows to one Parquet file. */
  copyOut(query: string, file: string): Promise<void>;
  /** Rows as objects; for small answers only. Integers come as numbers, text as strings, NULL as null. */
  rows<T extends Record<string, unknown>>(sql: string): Promise<T[]>;
  /** Streams INTEGER columns in chunks of typed arrays, valid only during the call. NULLs must not occur. */
  streamInts(sql: string, visit: (columns: readonly Int32Array[], rows: number) => void | Promise<void>): Promise<void>;
  /** As `streamInts`, for INTEGER and DOUBLE columns. */
  streamNumbers(sql: string, visit: (columns: readonly (Int32Array | Float64Array)[], rows: number) => void | Promise<void>): Promise<void>;
  /**
   * Streams `numbers` INTEGER columns and, after them, VARCHAR columns as bytes; valid only during the call. For engines in this process only:
   * others throw.
   */
  streamTexts(
    sql: string,
    numbers: number,
    visit: (ints: readonly Int32Array[], texts: readonly TextColumn[], rows: number) => void | Promise<void>,
  ): Promise<void>;
  /**
   * Numbers the rows of `table` (t text, n INTEGER) from 0 and streams them in chunks of `size` values (the last one shorter), in any order of chunks:
   * texts joined by U+0000 (NULL as '', U+0000 inside a value as a blank) and their counts.
   */
  streamValues(table: string, size: number, visit: (chunk: number, joined: string, counts: Int32Array) => void): Promise<void>;
  /** Makes the relation `name` (t, and the given INTEGER columns) by the numbering that `streamValues` used for `table`. */
  attachInts(table: string, name: string, columns: Readonly<Record<string, Int32Array>>): Promise<void>;
  /** Creates `table` with INTEGER or DOUBLE columns and fills it from typed arrays of equal length. */
  createTable(table: string, columns: Readonly<Record<string, Int32Array | Float64Array>>): Promise<void>;
  /** Appends text rows (used by readers). `null` is NULL. */
  createTextTable(table: string, columns: readonly string[]): Promise<TextAppender>;
  close(): Promise<void>;
}

export interface TextAppender {
  append(row: readonly (string | null)[]): void;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly threads?: number;
  /** For example "3GB"; beyond it the engine spills to `tempFolder`. */
  readonly memoryLimit?: string;
  readonly tempFolder?: string;
}
