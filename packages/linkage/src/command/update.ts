// `linkage update --run DIR --input NEW --out DIR2`: adds new records to an earlier run as a full run over all would have it.

import { update } from '../run/index.ts';
import { inputsOf, openRun, runTable } from './open-run.ts';
import { required, type Values } from './options.ts';
import { runInto } from './run-into.ts';
import type { Manner, Session } from './session.ts';
import { type LoadedSource, planDedupe } from './sources.ts';

/** The new run's input is both stacks, so that the next update and explain find every record. */
const stacked = (before: LoadedSource, fresh: LoadedSource): LoadedSource => ({
  ...before,
  table: 'all_input',
  report: { ...before.report, files: [...before.report.files, ...fresh.report.files], rows: before.report.rows + fresh.report.rows },
  notes: [...before.notes, ...fresh.notes],
});

export const updateCommand = async (session: Session, manner: Manner, values: Values): Promise<void> => {
  const run = await openRun(required(values.run, '--run'));
  const [old] = inputsOf(run);
  const added = { ...planDedupe({ ...values, id: values.id ?? old!.id })[0]!, name: 'added', sourceColumn: old!.sourceColumn };
  await runInto(session, manner, values, {
    command: 'update',
    folder: values.out ?? run.folder,
    inputs: [old!, added],
    roles: run.report.roles,
    locale: run.model.locale,
    run: async (engine, [before, fresh], settings) => {
      await engine.store('previous_clusters', `SELECT * FROM ${runTable(engine, run, 'clusters')}`);
      const result = await update(engine, {
        ...settings,
        sources: [before!],
        previous: { model: run.model, clusters: 'previous_clusters' },
        added: [fresh!],
      });
      await engine.store('all_input', `SELECT * FROM ${before!.table} UNION ALL SELECT * FROM ${fresh!.table}`);
      return { result, sources: [stacked(before!, fresh!)] };
    },
  });
};
