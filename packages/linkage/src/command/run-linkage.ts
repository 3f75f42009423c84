// `linkage dedupe` and `linkage link`: from files to a folder with edges, clusters, model and report.

import { LinkageProblem } from '../io/index.ts';
import type { Model } from '../model/index.ts';
import type { ColumnRole, Locale } from '../roles/index.ts';
import { dedupe, link } from '../run/index.ts';
import { localeOption, required, roleOptions, type Values } from './options.ts';
import { readModel } from './read-model.ts';
import { runInto } from './run-into.ts';
import type { Manner, Session } from './session.ts';
import { planDedupe, planLink } from './sources.ts';

/** Roles and locale from the command line, or from a model. */
const rolesAndLocale = (values: Values, model: Model | undefined): { roles: readonly ColumnRole[]; locale: Locale } => {
  const roles = roleOptions(values);
  if (roles.length > 0) return { roles, locale: localeOption(values) };
  if (model === undefined) throw new LinkageProblem({ code: 'missing-option', option: '--role COLUMN=ROLE' });
  return { roles: model.columns, locale: model.locale };
};

export const runLinkageCommand = async (session: Session, manner: Manner, mode: 'dedupe' | 'link', values: Values): Promise<void> => {
  const inputs = mode === 'dedupe' ? planDedupe(values) : planLink(values);
  const folder = required(values.out, '--out');
  const model = values.model === undefined ? undefined : await readModel(values.model);
  const { roles, locale } = rolesAndLocale(values, model);
  await runInto(session, manner, values, {
    command: mode,
    folder,
    inputs,
    roles,
    locale,
    ...(model === undefined ? {} : { model }),
    run: async (engine, sources, settings) => ({
      result: await (mode === 'dedupe' ? dedupe : link)(engine, { ...settings, sources, roles, locale }),
      sources,
    }),
  });
};
