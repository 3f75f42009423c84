// How do files of any known format become one text table in the engine?
// Parquet is read by the engine; text is decoded and cut by Node and appended. Every column arrives as text, missing as NULL.

import type { Engine } from '../engine/index.ts';
import { readingProblem } from './classify.ts';
import type { Encoding } from './decode.ts';
import { openDelimited } from './delimited.ts';
import { formatOf } from './format.ts';
import { openJsonLines } from './json-lines.ts';
import { missingColumnNote, type Note } from './notes.ts';
import { parquetColumns, parquetRows, ROW_NUMBER, selectNumbered, selectText } from './parquet.ts';
import { LinkageProblem } from './problem.ts';
import { name } from './sql.ts';

export interface LoadOptions {
  readonly table: string;
  /** Columns that must be in every file (the record's id). */
  readonly needed: readonly string[];
  /** Columns that must be in one file at least; `undefined` takes all there are. */
  readonly wanted?: readonly string[];
  readonly encoding?: Encoding;
  readonly signal?: AbortSignal;
  /** A single Parquet file of at least so many rows is left where it lies: `table` is a view then, with row numbers. Absent: never. */
  readonly inPlaceFrom?: number;
}

export interface Loaded {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly notes: readonly Note[];
  /** The column that numbers the rows from 0, where they were left in their file. */
  readonly rowNumber?: string;
}

type Part = {
  readonly file: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly select: (columns: readonly string[]) => string;
  /** As `select`, with row numbers; where the file can be read so. */
  readonly numbered?: (columns: readonly string[]) => string;
};

const openParquet = async (engine: Engine, file: string, table: string): Promise<Part> => {
  const columns = await parquetColumns(engine, file);
  return {
    ...{ file, table, columns: columns.map((c) => c.name) },
    select: (names) => selectText(engine, file, columns, names),
    ...(engine.dialect === 'duckdb' ? { numbered: (names) => selectNumbered(engine, file, columns, names) } : {}),
  };
};

const loadText = async (
  engine: Engine,
  file: string,
  format: 'csv' | 'json-lines',
  table: string,
  options: LoadOptions,
  notes: Note[],
): Promise<Part> => {
  const text = await (format === 'csv' ? openDelimited : openJsonLines)(file, options.encoding ?? 'auto');
  const keep =
    options.wanted === undefined ? text.columns : text.columns.filter((c) => options.needed.includes(c) || options.wanted!.includes(c));
  for (const column of options.needed) if (!keep.includes(column)) throw unknownColumn(column, file, text.columns);
  const picked = keep.map((column) => text.columns.indexOf(column));
  const out = await engine.createTextTable(table, keep.length > 0 ? keep : ['column0']);
  for await (const batch of text.rows()) {
    options.signal?.throwIfAborted();
    if (keep.length > 0) for (const row of batch) out.append(picked.map((i) => row[i] ?? null));
  }
  await out.close();
  notes.push(...text.notes);
  return {
    file,
    table,
    columns: text.columns,
    select: (names) => `SELECT ${names.map((n) => column(engine, n, keep.includes(n))).join(', ')} FROM ${name(engine, table)}`,
  };
};

const column = (engine: Engine, wanted: string, there: boolean): string =>
  there ? name(engine, wanted) : `CAST(NULL AS ${engine.dialect === 'spark' ? 'STRING' : 'VARCHAR'}) AS ${name(engine, wanted)}`;

const unknownColumn = (wanted: string, file: string, columns: readonly string[]): LinkageProblem =>
  new LinkageProblem({ code: 'unknown-column', column: wanted, file, columns: columns.slice(0, 40).join(', ') });

const columnsOf = (parts: readonly Part[], options: LoadOptions, notes: Note[]): string[] => {
  const everywhere = [...new Set([...options.needed, ...(options.wanted ?? parts.flatMap((p) => p.columns))])];
  for (const wanted of everywhere) {
    const without = parts.filter((part) => !part.columns.includes(wanted));
    const first = without[0];
    if (first === undefined) continue;
    if (without.length === parts.length || options.needed.includes(wanted)) throw unknownColumn(wanted, first.file, first.columns);
    for (const part of without) notes.push(missingColumnNote(part.file, wanted));
  }
  return everywhere;
};

/** Copying tens of millions of texts takes more memory than linking them: the rows of such a file are read as they are needed; null for all others. */
const viewInPlace = async (
  engine: Engine,
  [part, second]: readonly Part[],
  columns: readonly string[],
  { table, inPlaceFrom }: LoadOptions,
): Promise<number | null> => {
  if (inPlaceFrom === undefined || part?.numbered === undefined || second !== undefined) return null;
  if (columns.includes(ROW_NUMBER) || part.columns.includes('file_row_number')) return null;
  const rows = await parquetRows(engine, part.file);
  if (rows < inPlaceFrom) return null;
  await engine.run(`CREATE OR REPLACE TEMPORARY VIEW ${name(engine, table)} AS ${part.numbered(columns)}`);
  return rows;
};

/** Stacks the files into `options.table`. Problems name the file, the line and what to do. */
export const load = async (engine: Engine, files: readonly string[], options: LoadOptions): Promise<Loaded> => {
  const notes: Note[] = [];
  const parts: Part[] = [];
  for (const [i, file] of files.entries()) {
    const format = await formatOf(file);
    options.signal?.throwIfAborted();
    try {
      const table = `${options.table}_part${i}`;
      parts.push(
        format === 'parquet' ? await openParquet(engine, file, table) : await loadText(engine, file, format, table, options, notes),
      );
    } catch (error) {
      throw readingProblem(error, file);
    }
  }
  const columns = columnsOf(parts, options, notes);
  const inPlace = await viewInPlace(engine, parts, columns, options);
  if (inPlace !== null) return { columns, rows: inPlace, notes, rowNumber: ROW_NUMBER };
  const selects: string[] = [];
  for (const part of parts) selects.push(part.select(columns));
  try {
    await engine.store(options.table, selects.join('\nUNION ALL\n'));
  } catch (error) {
    throw readingProblem(error, files.join(', '));
  }
  for (const part of parts) await engine.run(`DROP TABLE IF EXISTS ${name(engine, part.table)}`);
  const [count] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${name(engine, options.table)}`);
  const rows = Number(count?.n ?? 0);
  if (rows === 0) throw new LinkageProblem({ code: 'no-rows', file: files.join(', ') });
  return { columns, rows, notes };
};
