// Reads the folder of an earlier run: its report, model and tables, and on demand the records that it was made from.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../engine/index.ts';
import { type Encoding, LinkageProblem, load } from '../io/index.ts';
import type { Model } from '../model/index.ts';
import { parseReport, type RunReport } from '../report/index.ts';
import { readModel } from './read-model.ts';
import type { InputPlan } from './sources.ts';

export interface EarlierRun {
  readonly folder: string;
  readonly report: RunReport;
  readonly model: Model;
}

export const openRun = async (folder: string): Promise<EarlierRun> => {
  for (const file of ['report.json', 'model.json', 'edges.parquet', 'clusters.parquet']) {
    await stat(join(folder, file)).catch((error: unknown) => {
      throw new LinkageProblem({ code: 'not-a-run', folder, missing: file }, error);
    });
  }
  const report = parseReport(await readFile(join(folder, 'report.json'), 'utf8'), folder);
  return { folder, report, model: await readModel(join(folder, 'model.json')) };
};

/** Where a run's Parquet file is read from in SQL. */
export const runTable = (engine: Engine, run: EarlierRun, file: 'edges' | 'clusters'): string => {
  const path = join(run.folder, `${file}.parquet`);
  return engine.dialect === 'duckdb' ? `read_parquet('${path.replaceAll("'", "''")}')` : `parquet.\`${path}\``;
};

/** The inputs of the run as they can be loaded again. */
export const inputsOf = (run: EarlierRun): InputPlan[] =>
  run.report.inputs.map((input) => ({
    name: input.name,
    files: input.files,
    id: input.id,
    encoding: input.encoding as Encoding,
    sourceColumn: input.sourceColumn,
  }));

/** Loads one input of the run again, with the columns that have roles. */
export const reload = (engine: Engine, run: EarlierRun, input: InputPlan, signal: AbortSignal): Promise<unknown> =>
  load(engine, input.files, {
    table: input.name,
    needed: [input.id],
    wanted: run.model.columns.map((c) => c.column),
    encoding: input.encoding,
    signal,
  });
