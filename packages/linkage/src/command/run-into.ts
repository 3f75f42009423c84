// What dedupe, link and update have in common: read the inputs and labels, run, and leave the answer in a folder, whole or not at all.

import type { Engine } from '../engine/index.ts';
import { openOutFolder } from '../io/index.ts';
import type { Model } from '../model/index.ts';
import type { RunReport } from '../report/index.ts';
import type { ColumnRole, Locale } from '../roles/index.ts';
import { hireAhead, type Label, type RunOptions, type RunResult } from '../run/index.ts';
import { finishRun } from './finish-run.ts';
import { withEngine } from './open-engine.ts';
import { countOption, fileList, shareOption, type Values } from './options.ts';
import { going, progressLine } from './progress.ts';
import { readLabels } from './read-model.ts';
import type { Manner, Session } from './session.ts';
import { type InputPlan, type LoadedSource, loadSource } from './sources.ts';
import { printRun } from './summary.ts';

export interface Job {
  readonly command: RunReport['command'];
  /** Where the answer goes. */
  readonly folder: string;
  readonly inputs: readonly InputPlan[];
  readonly roles: readonly ColumnRole[];
  readonly locale: Locale;
  /** Used instead of training. */
  readonly model?: Model;
  /** Links the loaded sources; answers with what the report should name as inputs. */
  readonly run: (engine: Engine, sources: readonly LoadedSource[], settings: Settings) => Promise<Answer>;
}

type Settings = Omit<RunOptions, 'mode' | 'sources' | 'roles' | 'locale'>;

interface Answer {
  readonly result: RunResult;
  readonly sources: readonly LoadedSource[];
}

const settingsOf = (values: Values, model: Model | undefined, labels: readonly Label[]): Settings & { readonly seed: number } => {
  const threshold = shareOption(values.threshold, '--threshold');
  const keepFrom = shareOption(values['keep-from'], '--keep-from');
  const pairBudget = countOption(values['pair-budget'], '--pair-budget', 1);
  const workers = countOption(values.workers, '--workers');
  return {
    seed: countOption(values.seed, '--seed') ?? 1,
    ...(workers === undefined ? {} : { workers }),
    ...(model === undefined ? {} : { model }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(keepFrom === undefined ? {} : { keepFrom }),
    ...(pairBudget === undefined ? {} : { pairBudget }),
    ...(values.rule === undefined ? {} : { rules: fileList(values.rule) }),
    ...(values['one-to-one'] ? { oneToOne: true } : {}),
    ...(values['one-per-source'] ? { onePerSource: true } : {}),
    ...(values['no-second-round'] ? { secondRound: false } : {}),
    ...(labels.length === 0 ? {} : { labels }),
  };
};

/** Rows from which on a single Parquet file is read where it lies. */
const IN_PLACE_FROM = 2_000_001;
/** What the engine may hold of such a file at a time; the rest it spills. */
const LEAN = "SET memory_limit = '700MB'";

export const runInto = async (session: Session, manner: Manner, values: Values, job: Job): Promise<void> => {
  const started = performance.now();
  const { folder } = job;
  const progress = progressLine(session, manner);
  const out = await openOutFolder(folder);
  const forget = session.onInterrupt(() => out.discard());
  let workshop: Awaited<ReturnType<typeof hireAhead>> = null;
  try {
    // Threads start while the input is read.
    const workers = countOption(values.workers, '--workers');
    if (workers !== 0) {
      const files = job.inputs.flatMap((input) => input.files);
      workshop = await hireAhead(job.locale, job.model?.columns ?? job.roles, files, workers);
    }
    const hired = workshop;
    // A thread that cannot start is met where it is asked.
    Promise.resolve(hired?.ready()).then(
      () => session.loaded((hired?.size ?? 1) === 1),
      () => {},
    );
    await withEngine(session, values, async (engine) => {
      const reading = performance.now();
      progress.show({ phase: 'read' });
      const loaded: LoadedSource[] = [];
      const inPlaceFrom = job.command === 'dedupe' ? IN_PLACE_FROM : undefined;
      for (const input of job.inputs) loaded.push(await loadSource(engine, input, job.roles, session.signal, inPlaceFrom));
      if (loaded.some((source) => source.rowNumber !== undefined) && values.memory === undefined) await engine.run(LEAN);
      const labels = await readLabels(engine, fileList(values.labels));
      progress.show({ phase: 'encode' });
      const readSeconds = (performance.now() - reading) / 1000;
      const settings = settingsOf(values, job.model, labels);
      const { result, sources } = await job.run(engine, loaded, {
        ...settings,
        ...(hired === null ? {} : { workshop: hired }),
        signal: session.signal,
        onProgress: (p) => progress.show({ phase: going(p.phase) }),
      });
      progress.show({ phase: 'write' });
      const report = await finishRun({
        command: job.command,
        engine,
        result,
        sources,
        out,
        folder,
        started,
        readSeconds,
        seed: settings.seed,
        samples: !values['no-samples'],
        language: manner.language,
      });
      progress.end();
      printRun(session, manner, report, folder);
    });
  } finally {
    progress.end();
    await workshop?.close();
    out.discard();
    forget();
  }
};
