// The entry points of a whole run: duplicates within one table, or records of one table found in another.
import { quote } from '../compile/print.ts';
import type { Engine } from '../engine/engine.ts';
import { assemble } from '../roles/index.ts';
import { openWorkshop } from '../score/open-workshop.ts';
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

async function runHere(engine: Engine, options: RunOptions): Promise<RunResult> {
  const columns = options.model?.columns ?? options.roles;
  const assembly = assemble(options.locale, columns);
  let rows = 0;
  for (const source of options.sources) {
    const [counted] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${quote(source.table, engine.dialect)}`);
    rows += counted?.n ?? 0;
  }
  const workshop = openWorkshop(options.locale, columns, assembly, rows, options.workers);
  try {
    return await runLinkage(engine, { ...options, roles: columns }, assembly, workshop);
  } finally {
    await workshop.close();
  }
}
