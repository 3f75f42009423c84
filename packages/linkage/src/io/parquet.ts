// How are the columns of a Parquet file read as text?
// Dates lose an empty time of day, whole floating numbers (pandas writes integers with gaps so) lose their ".0", nested columns are refused.

import { resolve } from 'node:path';
import { type Engine, openDuckdb } from '../engine/index.ts';
import { LinkageProblem } from './problem.ts';
import { literal, name } from './sql.ts';

export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

const from = (engine: Engine, file: string, more = ''): string =>
  engine.dialect === 'duckdb' ? `read_parquet(${literal(file)}, binary_as_string = true${more})` : `parquet.${name(engine, resolve(file))}`;

/** Name and SQL type of every column; a file is described by DuckDB also where Spark will read it. */
export const parquetColumns = async (engine: Engine, file: string): Promise<ParquetColumn[]> => {
  if (engine.dialect === 'spark') {
    const reader = await openDuckdb({ threads: 1 });
    try {
      return await parquetColumns(reader, file);
    } finally {
      await reader.close();
    }
  }
  const rows = await engine.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${from(engine, file)}`);
  return rows.map((row) => ({ name: row.column_name, type: row.column_type.toUpperCase() }));
};

const asText = (engine: Engine, column: ParquetColumn, file: string): string => {
  const raw = name(engine, column.name);
  const text = engine.dialect === 'duckdb' ? 'VARCHAR' : 'STRING';
  if (/[[(<]|^(STRUCT|MAP|UNION|ARRAY|BLOB|BINARY)/.test(column.type) && !column.type.startsWith('DECIMAL')) {
    throw new LinkageProblem({ code: 'nested-column', file, column: column.name, type: column.type });
  }
  if (column.type.startsWith('TIMESTAMP')) return `replace(CAST(CAST(${raw} AS TIMESTAMP) AS ${text}), ' 00:00:00', '')`;
  if (column.type === 'DOUBLE' || column.type === 'FLOAT') {
    return `CASE WHEN ${raw} = floor(${raw}) AND abs(${raw}) < 1e15 THEN CAST(CAST(${raw} AS BIGINT) AS ${text}) ELSE CAST(${raw} AS ${text}) END`;
  }
  const plain = column.type === 'VARCHAR' ? raw : `CAST(${raw} AS ${text})`;
  return `nullif(${plain}, '')`;
};

/** A SELECT of the wanted columns as text, in order; columns that the file lacks are NULL. */
export const selectText = (engine: Engine, file: string, columns: readonly ParquetColumn[], wanted: readonly string[]): string => {
  const list = wanted.map((column) => {
    const found = columns.find((c) => c.name === column);
    const value = found ? asText(engine, found, file) : `CAST(NULL AS ${engine.dialect === 'duckdb' ? 'VARCHAR' : 'STRING'})`;
    return `${value} AS ${name(engine, column)}`;
  });
  return `SELECT ${list.join(', ')} FROM ${from(engine, file)}`;
};

/** What the row number of a file that is read in place is called. */
export const ROW_NUMBER = 'lk_row';

/** As `selectText`, with the number of the row in the file. DuckDB only. */
export const selectNumbered = (engine: Engine, file: string, columns: readonly ParquetColumn[], wanted: readonly string[]): string =>
  selectText(engine, file, columns, wanted)
    .replace(/^SELECT /, `SELECT file_row_number AS ${ROW_NUMBER}, `)
    .replace(from(engine, file), from(engine, file, ', file_row_number = true'));

/** Rows that the file says it has. */
export const parquetRows = async (engine: Engine, file: string): Promise<number> => {
  const [found] = await engine.rows<{ n: number }>(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${from(engine, file)}`);
  return found?.n ?? 0;
};
