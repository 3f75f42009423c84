// A model's plan as one SQL script to read, review or run by hand. Between its parts the library answers what SQL is not asked: what a distinct value is
// (`lk_dimension_*`) and at which level two distinct values agree (`lk_value_levels_*`).
import { bindModel } from '../model/bind.ts';
import type { Model } from '../model/model.ts';
import { shapesOf } from '../plan/shapes.ts';
import { assemble } from '../roles/index.ts';
import type { Assembly } from '../roles/types.ts';
import { type Dialect, printStep } from './print.ts';
import type { Step } from './query.ts';
import {
  levelsStep,
  pairsStep,
  patternsStep,
  refinedStep,
  valueLevelsTable,
  valuePairsStep,
  valuePairsTable,
  weightsStep,
} from './score-steps.ts';
import { blocksStep, dimensionTable, keysStep, numberedStep, recordsStep, valuesStep, valuesTable } from './steps.ts';

export interface CompileOptions {
  /** Pairs between source 0 and source 1 only (link). */
  readonly across?: boolean;
  /** Blocks above this size are left out. */
  readonly block?: number;
  /** Weights below this many bits are left out. */
  readonly floor?: number;
}

/** Expects `lk_input` (rid INTEGER from 0, src INTEGER, role columns as text); ends with `lk_weights` (l, r, weight). */
export function compileSql(model: Model, dialect: Dialect, options: CompileOptions = {}): string {
  return compileAssembled(model, assemble(model.locale, model.columns), dialect, options);
}

export function compileAssembled(
  model: Model,
  assembly: Assembly,
  dialect: Dialect,
  { across = false, block = 1000, floor = -10 }: CompileOptions = {},
): string {
  const bound = bindModel(model, assembly);
  const shapes = shapesOf(assembly.comparisons, assembly.rules);
  const used = shapes.rules.flatMap((shape, rule) => (model.rules[rule]?.used === true ? [{ rule, shape, split: null }] : []));
  const slots = shapes.slots.map((_, s) => s);
  const told = (text: string) => `-- ${text}`;
  const say = (step: Step) => `-- ${step.id}\n${printStep(step, dialect)};`;
  return [
    told(`Linkage plan of ${assembly.comparisons.map((c) => c.id).join(', ')}`),
    ...slots.flatMap((s) => [
      say(valuesStep(s, shapes.slots[s]!)),
      told(`The library reads ${valuesTable(s)} and makes ${dimensionTable(s)} (t, c: canonical value, f0…: facets), 0 for "no value".`),
    ]),
    say(recordsStep(shapes.slots)),
    ...used.flatMap(({ rule, shape }) => [say(blocksStep(rule, shape)), say(numberedStep(rule, shape, block))]),
    say(keysStep(used)),
    say(
      pairsStep(
        used.map(({ rule }) => rule),
        across,
      ),
    ),
    ...slots.flatMap((s) => [
      say(valuePairsStep(s)),
      told(`The library reads ${valuePairsTable(s)} and makes ${valueLevelsTable(s)} (a, b, level, bits).`),
    ]),
    say(levelsStep(slots.length)),
    say(patternsStep(slots.length)),
    say(refinedStep(slots.length, bound.refinements)),
    say(weightsStep(bound, floor)),
    '',
  ].join('\n\n');
}
