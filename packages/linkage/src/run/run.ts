// One run from tables to clusters, phase by phase. `dedupe` and `link` of this folder are this with the role shelf's assembly.
import type { Clustering } from '../cluster/index.ts';
import type { Engine } from '../engine/engine.ts';
import { judgedPairs } from '../learn/judged-pairs.ts';
import { resolveLabels } from '../learn/labels.ts';
import { type BoundModel, bindModel, resolveRefinements } from '../model/bind.ts';
import { probabilityAt } from '../model/calibration.ts';
import type { Model, ModelFrequencies, ModelRule } from '../model/model.ts';
import { budgetFor } from '../plan/budget.ts';
import { shapesOf } from '../plan/shapes.ts';
import type { Assembly } from '../roles/types.ts';
import { collectGarbage, LARGE_FILE } from '../score/collect.ts';
import type { EncodedSlot } from '../score/encode.ts';
import { encodeHere } from '../score/encode-here.ts';
import { encodeInEngine } from '../score/encode-in-engine.ts';
import { entityTables } from '../score/entities.ts';
import { patternShape } from '../score/pattern.ts';
import { SlotScorer } from '../score/slot-scorer.ts';
import { patternWeights } from '../score/weigh.ts';
import type { Workshop } from '../score/workshop.ts';
import { namesakesOf } from '../train/namesakes.ts';
import { readPatterns } from '../train/patterns.ts';
import { settle } from '../train/settle.ts';
import { trainModel } from '../train/train.ts';
import { unproposed } from '../train/unproposed.ts';
import { unseenDifferences } from '../train/unseen-differences.ts';
import { planRules } from './candidates.ts';
import { decide } from './decide.ts';
import { type Description, describeRun } from './describe.ts';
import { layOutInput } from './input.ts';
import type { RunOptions, RunResult, Warning } from './options.ts';
import { pairsHere, weighGiven } from './pairs-here.ts';
import { PhaseClock } from './phase-clock.ts';
import { writeClusters, writeEdges } from './results.ts';
import { pairsInSql } from './sql-pairs.ts';
import { columnWarnings, idWarnings, planWarnings, recallWarnings, trainingWarnings } from './warnings.ts';

/** Pairs and clusters by row number, for tests and experiments. */
export interface Inside {
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
  readonly probability: Float64Array;
  readonly proposed: number;
  readonly clustering: Clustering;
  readonly model: BoundModel;
}

const KEEP_FROM = 0.01;

/** Runs in this process on `engine`, string work in `workshop`. Throws `signal.reason` when aborted. */
export async function runLinkage(
  engine: Engine,
  options: RunOptions,
  assembly: Assembly,
  workshop: Workshop,
  inspect?: (inside: Inside) => void | Promise<void>,
): Promise<RunResult> {
  const clock = new PhaseClock(options);
  const { inside, sealed, described } = await findAnswer(engine, options, assembly, workshop, clock);
  const frequencies = await sealed();
  const result = described();
  clock.done('seal');
  // Values and pairs are needed no more: on large files they take as much memory as writing does.
  await workshop.release();
  if (result.records >= LARGE_FILE) collectGarbage();
  await inspect?.(inside);
  const { l, r, weight, probability, clustering } = inside;
  await writeClusters(engine, clustering.cluster);
  await writeEdges(engine, { l, r, weight, probability });
  clock.done('write');
  const { model } = result;
  const comparisons = model.comparisons.map((stated, s) => ({ ...stated, frequencies: frequencies[s] ?? null }));
  return { ...result, model: { ...model, comparisons }, phases: clock.phases };
}

interface Answer {
  readonly inside: Inside;
  /** Frequencies for the model, which has none yet. */
  readonly sealed: () => Promise<readonly (ModelFrequencies | null)[]>;
  /** What the report says of the run; no cluster waits for it. */
  readonly described: () => Description;
}

/** Everything but writing it down. */
async function findAnswer(engine: Engine, options: RunOptions, assembly: Assembly, workshop: Workshop, clock: PhaseClock): Promise<Answer> {
  const seed = options.seed ?? 1;
  const warnings: Warning[] = [];
  const records = await layOutInput(engine, options);
  warnings.push(...(await idWarnings(engine)));
  const shapes = shapesOf(assembly.comparisons, assembly.rules);
  const inSql = options.allInSql === true || engine.dialect === 'spark';
  const encode = inSql ? encodeInEngine : encodeHere;
  const encoded = await encode(engine, assembly.comparisons, shapes, workshop, records, options.model);
  warnings.push(...columnWarnings(encoded.slots));
  if (records >= LARGE_FILE) await workshop.tidy();
  clock.done('encode');

  const shape = patternShape(assembly.comparisons.map((b) => b.comparison.levels.length));
  const shared = encoded.slots.map((slot) => slot.shared);
  await workshop.equip({ slots: shared, columns: encoded.columns, sources: encoded.sources, shape });
  const scorers = assembly.comparisons.map((b, s) => new SlotScorer(b.comparison, shared[s]!));
  const budget = budgetFor(records, options.pairBudget);
  const across = options.mode === 'link';
  const stage = inSql
    ? pairsInSql({ engine, shapes, budget, across, scorers, shape })
    : pairsHere({ workshop, shapes, budget, rows: encoded.rows, across });
  const planning = planRules({
    rules: assembly.rules,
    shapes,
    facets: { columns: encoded.columns, slots: shared },
    records,
    budget,
    telling: encoded.slots.map(isTelling),
    seed,
    asked: options.rules,
    survey: (order) => workshop.ask('survey', order),
    makeBlocks: stage.makeBlocks,
  });
  // What training asks for is made behind the survey, while this thread plans, which needs no other.
  const drawing = Promise.all(
    options.model === undefined ? encoded.slots.map(({ counts }, slot) => workshop.ask('random', { slot, counts, seed })) : [],
  );
  drawing.catch(() => {});
  const plan = await planning;
  warnings.push(...planWarnings(plan.reports, records));
  clock.done('plan');
  const refinements = resolveRefinements(assembly);
  const patterns = await stage.compare(plan.used, () => clock.done('block'));
  // Counted behind the pairs, while this thread trains: nothing but the weights asks for them.
  const gathering = encoded.frequencies.gather();
  const table = readPatterns(patterns, shape, refinements, plan.used);
  const pairs = table.counts.reduce((sum, n) => sum + n, 0);
  clock.done('compare');

  const left = encoded.sources.reduce((sum, source) => sum + (source === 0 ? 1 : 0), 0);
  const allPairs = options.mode === 'link' ? left * (records - left) : (records * (records - 1)) / 2;
  const rules: ModelRule[] = assembly.rules.map((rule, i) => ({ ...rule, used: plan.reports[i]?.used ?? false }));
  const labels = await resolveLabels(engine, options.labels ?? []);
  warnings.push(...labels.warnings);
  let model: Model;
  let missed = 0;
  if (options.model !== undefined) model = options.model;
  else {
    const random = await drawing;
    const input = {
      assembly,
      columns: options.roles,
      slots: encoded.slots,
      random,
      namesakes: namesakesOf({ comparisons: assembly.comparisons, shared, columns: encoded.columns, scorers, random }),
      table,
      rules,
      used: plan.used,
      agreeing: plan.reports.map((report) => report.expectedPairs),
      records,
      pairs,
      allPairs,
      seed,
      ...(labels.same.length === 0 ? {} : { judged: judgedPairs(labels, encoded.columns, scorers, refinements) }),
    };
    const trained = trainModel(input);
    warnings.push(...trainingWarnings(trained.estimate, pairs));
    model = trained.model;
    const match = patternWeights(bindModel(model, assembly), table.levels, table.size).map((weight) =>
      probabilityAt(model.calibration, weight),
    );
    missed = unproposed(table, match);
    warnings.push(...recallWarnings(unseenDifferences(table, match).map((s) => assembly.comparisons[s]!)));
  }
  const { comparisons } = model;
  const found = await gathering;
  const gathered = found.map((counts, s) => counts && { ...counts, strangers: comparisons[s]!.levels[1]!.u });
  await workshop.weighBy(gathered);
  for (const [s, scorer] of scorers.entries()) scorer.weighBy(gathered[s] ?? null);
  clock.done('train');

  let bound = bindModel(model, assembly, found);
  const floor = floorFor(model, options.keepFrom ?? KEEP_FROM);
  const weighed = await stage.weigh(bound, table.levels, floor);
  if (options.model === undefined) model = settle(model, weighed.weight, missed);
  if (options.threshold !== undefined) model = { ...model, threshold: options.threshold };
  bound = { ...bound, model };
  if (records >= LARGE_FILE) await workshop.tidy();
  clock.done('score');
  // A team seals while this thread divides clusters, which needs it little; alone it comes after them.
  const sealing = workshop.size > 1 ? encoded.frequencies.seal(found) : null;
  const decision = await decide({
    engine,
    model: bound,
    encoded,
    scorers,
    weighed,
    weighEntities: (pairs) => workshop.ask('entities', { ...pairs, tables: entityTables(bound) }),
    weigh: (l, r) => weighGiven(workshop, bound, (met) => readPatterns(met, shape, refinements, plan.used).levels, l, r),
    tidy: () => workshop.tidy(),
    threshold: model.threshold,
    onePerSource: options.onePerSource ?? false,
    oneToOne: options.oneToOne ?? false,
    secondRound: (options.secondRound ?? true) && !across,
    labels,
    across,
  });
  clock.done('cluster');
  return {
    inside: { ...decision, proposed: weighed.l.length, model: bound },
    sealed: () => sealing ?? encoded.frequencies.seal(found),
    described: () =>
      describeRun({
        model: bound,
        decision,
        encoded,
        scorers,
        table,
        pairs,
        missed,
        proposed: weighed.l.length,
        rules: plan.reports,
        warnings,
      }),
  };
}

/** True if sharing a value of the slot says something: two random records seldom do. */
function isTelling({ counts }: EncodedSlot): boolean {
  let held = 0;
  let equal = 0;
  for (let id = 0, ids = counts.length; id < ids; id++) {
    const n = counts[id]!;
    held += n;
    equal += n * (n - 1);
  }
  return held > 1 && equal / (held * (held - 1)) < 0.02;
}

/** Weight below which a pair cannot have probability `keepFrom`; 0 keeps everything. */
function floorFor(model: Model, keepFrom: number): number {
  if (keepFrom <= 0) return Number.NEGATIVE_INFINITY;
  let low = -200;
  let high = 200;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (probabilityAt(model.calibration, middle) < keepFrom) low = middle;
    else high = middle;
  }
  return low;
}
