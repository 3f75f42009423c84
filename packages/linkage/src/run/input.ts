// Lays the sources out as one relation `lk_input` (rid, src, id, role columns as text) without copying where one table suffices.
import { type Dialect, quote } from '../compile/print.ts';
import type { Engine } from '../engine/engine.ts';
import type { RunOptions } from './options.ts';

const text = (dialect: Dialect): string => (dialect === 'duckdb' ? 'VARCHAR' : 'STRING');

/** Returns the number of rows. Row numbers are internal: no result depends on them. */
export async function layOutInput(engine: Engine, options: Pick<RunOptions, 'sources' | 'roles'>): Promise<number> {
  const d = engine.dialect;
  const columns = [...new Set(options.roles.map((role) => role.column))];
  const selects = options.sources.map((source, index) => {
    const origin = source.sourceColumn === undefined ? `'${source.name.replaceAll("'", "''")}'` : quote(source.sourceColumn, d);
    const cells = columns.map((name) => `CAST(${quote(name, d)} AS ${text(d)}) AS ${quote(name, d)}`);
    return {
      source,
      list: `CAST(${quote(source.id, d)} AS ${text(d)}) AS lk_id, CAST(${origin} AS ${text(d)}) AS lk_origin, ${index} AS src, ${cells.join(', ')}`,
    };
  });
  const [only] = selects;
  const number = only?.source.rowNumber === undefined ? 'rowid' : quote(only.source.rowNumber, d);
  const dense = d === 'duckdb' && selects.length === 1 && number === 'rowid' ? await denseRows(engine, only!.source.table) : null;
  if (d === 'duckdb' && selects.length === 1 && only !== undefined && (number !== 'rowid' || dense !== null)) {
    await engine.run(
      `CREATE OR REPLACE TEMPORARY VIEW lk_input AS SELECT CAST(${number} AS INTEGER) AS rid, ${only.list} FROM ${quote(only.source.table, d)}`,
    );
  } else {
    const union = selects.map(({ source, list }) => `SELECT ${list} FROM ${quote(source.table, d)}`).join(' UNION ALL ');
    if (d === 'duckdb') {
      await engine.run(`CREATE OR REPLACE TABLE lk_stack AS ${union}`);
      await engine.run('CREATE OR REPLACE TEMPORARY VIEW lk_input AS SELECT CAST(rowid AS INTEGER) AS rid, * FROM lk_stack');
    } else {
      await engine.run(
        `CREATE TABLE lk_input USING parquet AS SELECT CAST(row_number() OVER (ORDER BY src, lk_id) - 1 AS INT) AS rid, * FROM (${union})`,
      );
    }
  }
  if (dense !== null) return dense;
  const [counted] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM lk_input');
  return counted?.n ?? 0;
}

/** The rows of a stored table without holes left by deletions, so that rowid counts from 0; null if `table` is none. */
async function denseRows(engine: Engine, table: string): Promise<number | null> {
  const name = table.replaceAll("'", "''");
  const [stored] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM duckdb_tables() WHERE table_name = '${name}'`);
  if ((stored?.n ?? 0) !== 1) return null;
  const [rows] = await engine.rows<{ n: number; last: number | null }>(
    `SELECT count(*) AS n, max(rowid) AS last FROM ${quote(table, 'duckdb')}`,
  );
  return rows !== undefined && (rows.last ?? -1) === rows.n - 1 ? rows.n : null;
}
