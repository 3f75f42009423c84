// Which files take part, under which ids, and which columns of them are read?

import type { Engine } from '../engine/index.ts';
import { type Encoding, LinkageProblem, load, type Note } from '../io/index.ts';
import type { ReportInput } from '../report/index.ts';
import type { ColumnRole } from '../roles/index.ts';
import type { Source } from '../run/index.ts';
import { encodingOption, fileList, required, type Values } from './options.ts';

/** One stack of files as asked for on the command line. */
export interface InputPlan {
  readonly name: string;
  readonly files: readonly string[];
  readonly id: string;
  readonly encoding: Encoding;
  readonly sourceColumn: string | null;
}

const planOne = (values: Values, option: 'input' | 'left' | 'right', id: string | undefined): InputPlan => {
  const files = fileList(values[option]);
  if (files.length === 0) throw new LinkageProblem({ code: 'missing-option', option: `--${option}` });
  return { name: option, files, id: required(id, '--id'), encoding: encodingOption(values), sourceColumn: values['source-column'] ?? null };
};

export const planDedupe = (values: Values): InputPlan[] => [planOne(values, 'input', values.id)];
export const planLink = (values: Values): InputPlan[] => [
  planOne(values, 'left', values['left-id'] ?? values.id),
  planOne(values, 'right', values['right-id'] ?? values.id),
];

export interface LoadedSource extends Source {
  readonly report: ReportInput;
  readonly notes: readonly Note[];
}

/** Loads the files into a table named like the source: id, role columns and source column as text. */
export const loadSource = async (
  engine: Engine,
  plan: InputPlan,
  roles: readonly ColumnRole[],
  signal: AbortSignal,
  inPlaceFrom?: number,
): Promise<LoadedSource> => {
  const wanted = [...new Set([...roles.map((r) => r.column), ...(plan.sourceColumn === null ? [] : [plan.sourceColumn])])];
  const { rows, notes, rowNumber } = await load(engine, plan.files, {
    ...{ table: plan.name, needed: [plan.id], wanted, encoding: plan.encoding, signal },
    ...(inPlaceFrom === undefined ? {} : { inPlaceFrom }),
  });
  return {
    name: plan.name,
    table: plan.name,
    id: plan.id,
    ...(rowNumber === undefined ? {} : { rowNumber }),
    ...(plan.sourceColumn === null ? {} : { sourceColumn: plan.sourceColumn }),
    report: { ...plan, rows },
    notes,
  };
};
