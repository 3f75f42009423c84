// Puts the parts of training together: from encoded values and pattern counts to a model that can be saved, explained and printed as SQL.

import type { UsedRule } from '../compile/steps.ts';
import { bindModel } from '../model/bind.ts';
import type { Model, ModelComparison, ModelRule } from '../model/model.ts';
import { MODEL_SCHEMA_VERSION } from '../model/parse-model.ts';
import type { Assembly, BoundComparison, ColumnRole } from '../roles/types.ts';
import type { EncodedSlot } from '../score/encode.ts';
import { chanceAgreement } from './agreement.ts';
import { type Estimate, estimate } from './estimate.ts';
import { SAMPLED_PAIRS } from './frequencies.ts';
import { fewTelling } from './hold.ts';
import { householdKeys } from './households.ts';
import { knownByIdentifier } from './known.ts';
import { type JudgedPairs, rowsByIdentifier, toldSame } from './labelled-rows.ts';
import type { Namesakes } from './namesakes.ts';
import { type PatternTable, sortedPatterns } from './patterns.ts';
import { mostOfSameName } from './same-name.ts';
import { superviseWeights } from './supervise.ts';
import { bitsOf, inOrder } from './weights.ts';

export interface TrainInput {
  readonly assembly: Assembly;
  readonly columns: readonly ColumnRole[];
  readonly slots: readonly EncodedSlot[];
  /** Agreement of random pairs of records, by slot and level. */
  readonly random: readonly Float64Array[];
  /** What a given name says of the date of birth. */
  readonly namesakes: readonly Namesakes[];
  readonly table: PatternTable;
  readonly rules: readonly ModelRule[];
  /** Those of them that are in use, in the order of the masks' bits. */
  readonly used: readonly UsedRule[];
  readonly records: number;
  readonly pairs: number;
  readonly allPairs: number;
  /** Pairs of records that agree on each rule's key, used or not. */
  readonly agreeing: readonly number[];
  readonly seed: number;
  /** Pairs that people judged. */
  readonly judged?: JudgedPairs;
}

/** The model still lacks frequencies, which training does not ask for, and calibration and threshold, which need the weights of pairs. */
export function trainModel(input: TrainInput): { model: Model; estimate: Estimate } {
  const { assembly, slots, random, namesakes } = input;
  const table = sortedPatterns(input.table);
  const randomPairs = slots.map((slot) => {
    const held = slot.counts.reduce((sum, n) => sum + n, 0);
    return Math.min(SAMPLED_PAIRS, (held * (held - 1)) / 2);
  });
  const known = knownByIdentifier(assembly, table);
  const households = householdKeys(assembly, input.rules, input.agreeing);
  const { judged, allPairs } = input;
  const sizes = assembly.comparisons.map(({ comparison }) => comparison.levels.length);
  const told = judged === undefined ? {} : { told: toldSame(judged, sizes) };
  const estimated = estimate({
    comparisons: assembly.comparisons,
    table,
    random,
    most: fewTelling(random) ? slots.map((slot, s) => mostOfSameName(slot, random[s]!)) : [],
    randomPairs,
    allPairs,
    known,
    households,
    namesakes,
    rules: input.used,
    agreement: chanceAgreement(slots, input.used, input.records),
    held: slots.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0) / Math.max(1, input.records)),
    ...told,
  });
  const comparisons = assembly.comparisons.map((bound, s): ModelComparison => {
    const levels = bound.comparison.levels;
    const bits = bitsOf(levels, estimated.m[s]!, estimated.u[s]!, estimated.support[s]!);
    return {
      id: bound.id,
      comparison: bound.comparison.id,
      columns: bound.columns,
      label: bound.comparison.label,
      levels: levels.map((level, i) => ({
        id: level.id,
        label: level.label,
        m: estimated.m[s]![i]!,
        u: estimated.u[s]![i]!,
        bits: bits[i]!,
      })),
      frequencies: null,
    };
  });
  const model: Model = {
    schemaVersion: MODEL_SCHEMA_VERSION,
    locale: assembly.locale,
    columns: input.columns,
    comparisons,
    related: kindOf(estimated.relatedShare, estimated.r, estimated.u),
    interactions: interactionsOf(assembly, namesakes),
    rules: input.rules,
    priorBits: estimated.priorBits,
    calibration: { weights: [], logOdds: [] },
    threshold: 0.5,
    expected: { precision: 1, recall: 1, f1: 1 },
    training: {
      how: judged === undefined ? 'em' : 'em-with-labels',
      records: input.records,
      pairs: input.pairs,
      patterns: table.size,
      iterations: estimated.iterations,
      converged: estimated.converged,
      labelledPairs: judged?.same.length ?? 0,
      idPairs: 0,
    },
    seed: input.seed,
  };
  return { model: supervised(model, input, table, estimated.support), estimate: estimated };
}

/** What a given name says of the date of birth as bits of a model: less where strangers agree on both. */
function interactionsOf({ comparisons }: Assembly, namesakes: readonly Namesakes[]): Model['interactions'] {
  return namesakes.flatMap(({ slot, agree, on, log }) => {
    const [name, date] = [comparisons[slot]!, comparisons[on]!];
    const stated = (bound: BoundComparison, keep: (level: number) => boolean) => ({
      comparison: bound.id,
      levels: bound.comparison.levels.filter((_, level) => keep(level)).map(({ id }) => id),
    });
    return [...new Set(log)]
      .filter((much) => much !== 0)
      .map((much, i) => ({
        id: `${name.id}×${date.id}#${i + 1}`,
        label: { zh: '同名者多為同一世代', en: 'people of one given name are of one generation' },
        when: [stated(name, (level) => agree[level]!), stated(date, (level) => log[level] === much)],
        bits: -much / Math.LN2,
      }));
  });
}

/** A kind of pair as log2 ratios against the plain kind; null where there are none. */
function kindOf(share: number, rows: readonly Float64Array[], against: readonly Float64Array[]): Model['related'] {
  if (share <= 0) return null;
  return {
    share,
    bits: rows.map((row, s) => Array.from(row, (value, level) => (level === 0 ? 0 : Math.log2(value / against[s]![level]!)))),
  };
}

/** The model with what labelled pairs teach on top of its weights. */
function supervised(model: Model, { assembly, judged }: TrainInput, table: PatternTable, support: readonly Float64Array[]): Model {
  const rows = rowsByIdentifier(model, assembly, table);
  const learned = superviseWeights(
    rows,
    assembly.comparisons.map(({ comparison }) => comparison.levels.length),
    bindModel(model, assembly).interactions,
  );
  if (learned === null) return model;
  const comparisons = model.comparisons.map((stated, s) => {
    const { levels } = assembly.comparisons[s]!.comparison;
    const raw = stated.levels.map((level, i) => (i === 0 ? 0 : level.bits + learned.bySlot[s]![i]! / Math.LN2));
    const bits = inOrder(levels, raw, support[s]!);
    return { ...stated, levels: stated.levels.map((level, i) => ({ ...level, bits: bits[i]! })) };
  });
  const interactions = model.interactions.map((stated, k) => ({ ...stated, bits: stated.bits + learned.byInteraction[k]! / Math.LN2 }));
  const idPairs = rows.reduce((sum, row) => sum + row.count, 0);
  const how = judged === undefined ? 'em-with-ids' : 'em-with-labels';
  const training = { ...model.training, how, idPairs } as const;
  return { ...model, priorBits: model.priorBits + learned.all / Math.LN2, comparisons, interactions, training };
}
