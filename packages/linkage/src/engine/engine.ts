// What the rest of the library may ask of a SQL engine. Only the files of this folder know DuckDB or spark-sql.

/** A column fetched in bulk: numbers as typed arrays, text as strings. */
export type ColumnData = Int32Array | Float64Array | (string | null)[];

export interface Engine {
  readonly dialect: 'duckdb' | 'spark';
  /** Runs one statement and forgets its rows. */
  run(sql: string): Promise<void>;
  /** Rows as objects; for small answers only. Integers come as numbers, text as strings, NULL as null. */
  rows<T extends Record<string, unknown>>(sql: string): Promise<T[]>;
  /** Streams INTEGER columns in chunks of typed arrays, valid only during the call. NULLs must not occur. */
  streamInts(sql: string, visit: (columns: readonly Int32Array[], rows: number) => void | Promise<void>): Promise<void>;
  /** Streams one VARCHAR column (NULL as ''), chunk by chunk. */
  streamText(sql: string, visit: (values: readonly string[]) => void | Promise<void>): Promise<void>;
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
