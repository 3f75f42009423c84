// The entry points of a whole run: duplicates within one table, or records of one table found in another.
import { stat } from 'node:fs/promises';
import { quote } from '../compile/print.ts';
import type { Engine } from '../engine/engine.ts';
import { assemble } from '../roles/index.ts';
import type { ColumnRole, Locale } from '../roles/types.ts';
import { openWorkshop, ROWS_FOR_A_TEAM } from '../score/open-workshop.ts';
import type { Workshop } from '../score/workshop.ts';
import type { RunOptions, RunResult } from './options.ts';
import { runLinkage } from './run.ts';

/** Finds the records of `sources` (stacked) that are one person. Trains unless `model` is given. */
export async function dedupe(engine: Engine, options: Omit<RunOptions, 'mode'>): Promise<RunResult> {
  return runHere(engine, { ...options, mode: 'dedupe' });
}

/** Finds which records of the second source are records of the first; pairs within a source are not proposed. */
export async function link(engine: Engine, options: Omit<RunOptions, 'mode'>): Promise<RunResult> {
  if (options.sources.length !== 2) throw new RangeError('link takes exactly two sources');
  return runHere(engine, { ...options, mode: 'link' });
}

/** Files of this many bytes in all hold enough rows for several threads. */
const BYTES_FOR_A_TEAM = 2_000_000;
/** What a row takes, about: text, and columns compressed. */
const BYTES_A_ROW = 100;
const BYTES_A_PARQUET_ROW = 30;

/** Threads for a run over these files, so that they start while the input is read; null if it is too small for them. The caller closes it. */
export async function hireAhead(
  locale: Locale,
  columns: readonly ColumnRole[],
  files: readonly string[],
  workers: number | undefined,
): Promise<Workshop | null> {
  let bytes = 0;
  let rows = 0;
  for (const file of files) {
    // A file that cannot be looked at is told of by its reader.
    const size = (await stat(file).catch(() => null))?.size ?? 0;
    bytes += size;
    rows += size / (/\.parquet$/i.test(file) ? BYTES_A_PARQUET_ROW : BYTES_A_ROW);
  }
  if (workers === undefined && bytes < BYTES_FOR_A_TEAM) return null;
  return openWorkshop(locale, columns, assemble(locale, columns), Math.max(ROWS_FOR_A_TEAM, rows), workers);
}

async function runHere(engine: Engine, options: RunOptions): Promise<RunResult> {
  const columns = options.model?.columns ?? options.roles;
  const assembly = assemble(options.locale, columns);
  let rows = 0;
  for (const source of options.sources) {
    const [counted] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${quote(source.table, engine.dialect)}`);
    rows += counted?.n ?? 0;
  }
  if (options.workshop !== undefined) return runLinkage(engine, { ...options, roles: columns }, assembly, options.workshop);
  const workshop = openWorkshop(options.locale, columns, assembly, rows, options.workers);
  try {
    return await runLinkage(engine, { ...options, roles: columns }, assembly, workshop);
  } finally {
    await workshop.close();
  }
}
