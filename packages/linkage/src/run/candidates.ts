// From encoded rows to candidate pairs in shared typed arrays: plan the rules by counts, give rows their keys, stream each pair once.
import { printQuery } from '../compile/print.ts';
import { pairsQuery, type RuleShape, type UsedRule } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import { makeBlocks, makeKeys, splitOversize } from '../plan/blocks.ts';
import type { Budget } from '../plan/budget.ts';
import { type Choice, chooseRules, surveyedOut } from '../plan/choose.ts';
import { coverRules, imagineMatches } from '../plan/cover.ts';
import type { Shapes } from '../plan/shapes.ts';
import { type RuleSurvey, surveyAgreement, surveyRules } from '../plan/survey.ts';
import type { BlockingRule } from '../roles/types.ts';
import type { PairBatch } from '../score/batch.ts';
import type { RuleReport } from './options.ts';

/** Twelve bytes a pair; batches are the unit of work for threads. */
const BATCH = 1 << 16;
/** From this many records on, rules are surveyed before they are counted, and fewer are used: each costs a pass over the table. */
const SURVEY_FROM = 300;
const MOST_SURVEYED = 12;
/** From this many records on, a sixteenth of the keys tells the counts well enough. */
const COUNTED_IN_PART_FROM = 100_000;
const MOST_CANDIDATES = 62;

export interface Plan {
  readonly used: readonly UsedRule[];
  readonly reports: readonly RuleReport[];
  /** Share of matches that the used rules are expected to find; 1 where it was not surveyed. */
  readonly coverage: number;
}

export async function planRules(
  engine: Engine,
  rules: readonly BlockingRule[],
  shapes: Shapes,
  records: number,
  budget: Budget,
  telling: readonly boolean[],
  seed: number,
  asked?: readonly string[],
): Promise<Plan> {
  const candidates = shapes.rules.slice(0, MOST_CANDIDATES);
  const wanted = candidates.map((_, rule) => rule).filter((rule) => asked === undefined || asked.includes(candidates[rule]!.id));
  const splits = shapes.slots.flatMap((slot, s) => slot.facets.map((_, f) => [s, f] as const));
  const large = asked === undefined && records >= SURVEY_FROM;
  const surveys = await surveyRules(engine, candidates, budget.block, records >= COUNTED_IN_PART_FROM ? undefined : 1);
  const { choices, coverage } = large
    ? await coverChoice(engine, candidates, shapes, surveys, records, budget, telling, seed)
    : { choices: chooseRules(surveys, budget.pairs, asked === undefined ? undefined : wanted), coverage: 1 };
  const used: UsedRule[] = [];
  const skipped = new Map<number, number>();
  let spent = surveys.reduce((sum, { rule, pairs }) => sum + (choices[rule]!.used ? pairs : 0), 0);
  for (const { rule, oversizeRecords } of surveys
    .filter(({ rule }) => choices[rule]!.used)
    .toSorted((a, b) => a.pairs - b.pairs || a.rule - b.rule)) {
    const shape = candidates[rule]!;
    await makeBlocks(engine, rule, shape);
    const split = oversizeRecords === 0 ? null : await splitOversize(engine, rule, shape, budget.block, splits);
    const affordable = split !== null && split.pairs > 0 && spent + split.pairs <= budget.pairs;
    if (affordable) spent += split.pairs;
    skipped.set(rule, oversizeRecords - (affordable ? Math.min(split.kept, oversizeRecords) : 0));
    used.push({ rule, shape, split: affordable ? split.by : null });
  }
  const reports = rules.map((rule, i): RuleReport => {
    const survey = surveys[i];
    return {
      id: rule.id,
      label: rule.label,
      used: choices[i]?.used ?? false,
      reason: choices[i]?.reason ?? 'adds little',
      expectedPairs: survey?.pairs ?? 0,
      largestBlock: survey?.largestBlock ?? 0,
      oversizeBlocks: survey?.oversizeBlocks ?? 0,
      skippedRecords: skipped.get(i) ?? 0,
    };
  });
  return { used, reports, coverage };
}

/** The choice for large tables: by what rules find of imagined matches, and what share of these they find together. */
async function coverChoice(
  engine: Engine,
  candidates: readonly RuleShape[],
  shapes: Shapes,
  surveys: readonly RuleSurvey[],
  records: number,
  budget: Budget,
  telling: readonly boolean[],
  seed: number,
): Promise<{ choices: Choice[]; coverage: number }> {
  const facets = shapes.slots.map((slot) => slot.facets.length);
  const matches = imagineMatches(candidates, await surveyAgreement(engine, candidates, facets, telling, surveys), seed);
  const chosen = coverRules(surveys, matches, records, budget.pairs, MOST_SURVEYED);
  const found = matches.filter((rules) => chosen.some((rule) => rules[rule])).length;
  const left = budget.pairs - chosen.reduce((sum, rule) => sum + surveys[rule]!.pairs, 0);
  const choices = surveys.map(
    ({ rule, pairs }): Choice => (chosen.includes(rule) ? { rule, used: true, reason: 'chosen' } : surveyedOut(rule, pairs, left)),
  );
  return { choices, coverage: Math.max(0.1, found / matches.length) };
}

export async function generatePairs(engine: Engine, used: readonly UsedRule[], budget: Budget, across: boolean): Promise<PairBatch[]> {
  if (used.length === 0) return [];
  await makeKeys(engine, used, budget.block);
  const batches: PairBatch[] = [];
  let current = newBatch();
  let filled = 0;
  const sql = printQuery(
    pairsQuery(
      used.map((u) => u.rule),
      across,
    ),
    engine.dialect,
  );
  await engine.streamInts(sql, ([l, r, mask], rows) => {
    for (let from = 0; from < rows; ) {
      const take = Math.min(rows - from, BATCH - filled);
      current.l.set(l!.subarray(from, from + take), filled);
      current.r.set(r!.subarray(from, from + take), filled);
      current.mask.set(mask!.subarray(from, from + take), filled);
      filled += take;
      from += take;
      if (filled === BATCH) {
        batches.push(current);
        current = newBatch();
        filled = 0;
      }
    }
  });
  if (filled > 0)
    batches.push({ l: current.l.subarray(0, filled), r: current.r.subarray(0, filled), mask: current.mask.subarray(0, filled) });
  return batches;
}

/** Given pairs as batches, under no rule's mask. */
export function inBatches(l: Int32Array, r: Int32Array): PairBatch[] {
  const batches: PairBatch[] = [];
  for (let from = 0; from < l.length; from += BATCH) {
    const batch = newBatch(Math.min(BATCH, l.length - from));
    batch.l.set(l.subarray(from, from + batch.l.length));
    batch.r.set(r.subarray(from, from + batch.l.length));
    batches.push(batch);
  }
  return batches;
}

function newBatch(pairs = BATCH): PairBatch {
  const ints = () => new Int32Array(new SharedArrayBuffer(pairs * 4));
  return { l: ints(), r: ints(), mask: ints() };
}
