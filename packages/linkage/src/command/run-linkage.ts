// `linkage dedupe` and `linkage link`: from files to a folder with edges, clusters, model and report.

import { LinkageProblem, openOutFolder } from '../io/index.ts';
import type { Model } from '../model/index.ts';
import type { ColumnRole, Locale } from '../roles/index.ts';
import { dedupe, type Label, link, type RunOptions } from '../run/index.ts';
import { finishRun } from './finish-run.ts';
import { withEngine } from './open-engine.ts';
import { countOption, fileList, localeOption, required, roleOptions, shareOption, type Values } from './options.ts';
import { going, progressLine } from './progress.ts';
import { readLabels, readModel } from './read-model.ts';
import type { Manner, Session } from './session.ts';
import { loadSource, planDedupe, planLink } from './sources.ts';
import { printRun } from './summary.ts';

/** Roles and locale from the command line, or from a model. */
const rolesAndLocale = (values: Values, model: Model | undefined): { roles: readonly ColumnRole[]; locale: Locale } => {
  const roles = roleOptions(values);
  if (roles.length > 0) return { roles, locale: localeOption(values) };
  if (model === undefined) throw new LinkageProblem({ code: 'missing-option', option: '--role COLUMN=ROLE' });
  return { roles: model.columns, locale: model.locale };
};

/** The options that dedupe, link and update share. */
export const runSettings = (values: Values, model: Model | undefined, labels: readonly Label[]): Partial<RunOptions> => {
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

export const runLinkageCommand = async (session: Session, manner: Manner, mode: 'dedupe' | 'link', values: Values): Promise<void> => {
  const started = performance.now();
  const plans = mode === 'dedupe' ? planDedupe(values) : planLink(values);
  const folder = required(values.out, '--out');
  const model = values.model === undefined ? undefined : await readModel(values.model);
  const { roles, locale } = rolesAndLocale(values, model);
  const progress = progressLine(session, manner);
  const out = await openOutFolder(folder);
  const forget = session.onInterrupt(() => out.discard());
  try {
    await withEngine(session, values, async (engine) => {
      const reading = performance.now();
      progress.show({ phase: 'read' });
      const sources = [];
      for (const plan of plans) sources.push(await loadSource(engine, plan, roles, session.signal));
      const labels = await readLabels(engine, fileList(values.labels));
      progress.show({ phase: 'encode' });
      const readSeconds = (performance.now() - reading) / 1000;
      const settings = runSettings(values, model, labels);
      const options: Omit<RunOptions, 'mode'> = {
        ...settings,
        sources,
        roles,
        locale,
        signal: session.signal,
        onProgress: (p) => progress.show({ phase: going(p.phase) }),
      };
      const result = await (mode === 'dedupe' ? dedupe : link)(engine, options);
      progress.show({ phase: 'write' });
      const seed = options.seed ?? 1;
      const report = await finishRun({
        command: mode,
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
