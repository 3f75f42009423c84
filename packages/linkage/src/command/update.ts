// `linkage update --run DIR --input NEW --out DIR2`: adds new records to an earlier run as a full run over all would have it.

import { openOutFolder } from '../io/index.ts';
import { type Progress, update } from '../run/index.ts';
import { finishRun } from './finish-run.ts';
import { withEngine } from './open-engine.ts';
import { inputsOf, openRun, runTable } from './open-run.ts';
import { fileList, required, type Values } from './options.ts';
import { going, progressLine } from './progress.ts';
import { readLabels } from './read-model.ts';
import { runSettings } from './run-linkage.ts';
import type { Manner, Session } from './session.ts';
import { loadSource, planDedupe } from './sources.ts';
import { printRun } from './summary.ts';

export const updateCommand = async (session: Session, manner: Manner, values: Values): Promise<void> => {
  const started = performance.now();
  const run = await openRun(required(values.run, '--run'));
  const folder = values.out ?? run.folder;
  const [old] = inputsOf(run);
  const added = { ...planDedupe({ ...values, id: values.id ?? old!.id })[0]!, name: 'added', sourceColumn: old!.sourceColumn };
  const progress = progressLine(session, manner);
  const out = await openOutFolder(folder);
  const forget = session.onInterrupt(() => out.discard());
  try {
    await withEngine(session, values, async (engine) => {
      const reading = performance.now();
      progress.show({ phase: 'read' });
      const { roles } = run.report;
      const before = await loadSource(engine, old!, roles, session.signal);
      const fresh = await loadSource(engine, added, roles, session.signal);
      const labels = await readLabels(engine, fileList(values.labels));
      progress.show({ phase: 'encode' });
      await engine.store('previous_clusters', `SELECT * FROM ${runTable(engine, run, 'clusters')}`);
      const readSeconds = (performance.now() - reading) / 1000;
      const options = {
        ...runSettings(values, undefined, labels),
        sources: [before],
        signal: session.signal,
        onProgress: (p: Progress) => progress.show({ phase: going(p.phase) }),
      };
      const result = await update(engine, {
        ...options,
        previous: { model: run.model, clusters: 'previous_clusters' },
        added: [fresh],
      });
      progress.show({ phase: 'write' });
      // The new run's input is both stacks, so that the next update and explain find every record.
      const all = {
        ...before,
        table: 'all_input',
        report: { ...before.report, files: [...before.report.files, ...fresh.report.files], rows: before.report.rows + fresh.report.rows },
      };
      await engine.store('all_input', `SELECT * FROM ${before.table} UNION ALL SELECT * FROM ${fresh.table}`);
      const sources = [{ ...all, notes: [...before.notes, ...fresh.notes] }];
      const seed = options.seed ?? 1;
      const report = await finishRun({
        command: 'update',
        engine,
        result,
        sources,
        out,
        folder,
        started,
        readSeconds,
        seed,
        samples: !values['no-samples'],
        language: manner.language,
      });
      progress.end();
      printRun(session, manner, report, folder);
    });
  } finally {
    progress.end();
    out.discard();
    forget();
  }
};
