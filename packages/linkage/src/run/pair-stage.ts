// The middle of a run behind one face: candidate pairs, their patterns, their weights. In process on DuckDB, wholly in SQL on Spark; same answers.
import type { UsedRule } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import type { BoundModel, ResolvedRefinement } from '../model/bind.ts';
import type { Budget } from '../plan/budget.ts';
import type { Encoded } from '../score/encode.ts';
import type { PatternShape } from '../score/pattern.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import { weighPairs } from '../score/weigh.ts';
import type { Workshop } from '../score/workshop.ts';
import { type PatternTable, readPatterns } from '../train/patterns.ts';
import { generatePairs } from './candidates.ts';
import type { WeighedPairs } from './decide.ts';
import { makeSqlPairs, weighSqlPairs } from './sql-pairs.ts';

export interface PairStage {
  readonly pairs: number;
  readonly table: PatternTable;
  weigh(model: BoundModel, floor: number): Promise<WeighedPairs>;
}

export interface StageInput {
  readonly engine: Engine;
  readonly used: readonly UsedRule[];
  readonly budget: Budget;
  readonly across: boolean;
  readonly encoded: Encoded;
  readonly scorers: readonly SlotScorer[];
  readonly shape: PatternShape;
  readonly refinements: readonly ResolvedRefinement[];
  readonly workshop: Workshop;
  /** Called when pairs are there and comparing begins. */
  readonly blocked: () => void;
}

export async function inProcess(input: StageInput): Promise<PairStage> {
  const { engine, used, budget, across, encoded, scorers, shape, refinements, workshop } = input;
  const batches = await generatePairs(engine, used, budget, across);
  input.blocked();
  const table = readPatterns(await workshop.compare(batches), shape, refinements, used);
  return {
    pairs: batches.reduce((sum, batch) => sum + batch.l.length, 0),
    table,
    weigh: async (model, floor) => weighPairs(model, table.levels, batches, encoded.columns, scorers, floor),
  };
}

export async function inSql(input: StageInput): Promise<PairStage> {
  const { engine, used, budget, across, scorers, shape, refinements } = input;
  const made = await makeSqlPairs(engine, used, budget, across, scorers, shape);
  input.blocked();
  return {
    pairs: made.patterns.counts.reduce((sum, n) => sum + n, 0),
    table: readPatterns(made.patterns, shape, refinements, used),
    weigh: (model, floor) => weighSqlPairs(engine, model, made, scorers, floor),
  };
}
