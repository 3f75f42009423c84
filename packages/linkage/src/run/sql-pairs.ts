// Candidate pairs, levels, patterns and weights wholly in the engine's SQL, for engines that spread work over machines: only distinct value pairs
// come here, are answered by the same comparisons as everywhere, and go back as integers. On DuckDB it is what the in-process path is held to.
import { makeStep } from '../compile/make-step.ts';
import {
  levelsStep,
  pairsStep,
  patternsStep,
  refinedStep,
  valueLevelsTable,
  valuePairsStep,
  valuePairsTable,
  weightsStep,
} from '../compile/score-steps.ts';
import type { UsedRule } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import { type BoundModel, carriesFrequency } from '../model/bind.ts';
import { makeBlocks, makeKeys, splitOversize } from '../plan/blocks.ts';
import type { Budget } from '../plan/budget.ts';
import type { Shapes } from '../plan/shapes.ts';
import type { Patterns } from '../score/batch.ts';
import { Interner } from '../score/intern.ts';
import type { PatternShape } from '../score/pattern.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import type { WeighedPairs } from './decide.ts';
import type { PairStage } from './pair-stage.ts';

/** Distinct pairs of canonical values of one slot with their level. */
interface ValueLevels {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly level: Int32Array;
}

interface SqlInput {
  readonly engine: Engine;
  readonly shapes: Shapes;
  readonly budget: Budget;
  readonly across: boolean;
  readonly scorers: readonly SlotScorer[];
  readonly shape: PatternShape;
}

export function pairsInSql({ engine, shapes, budget, across, scorers, shape }: SqlInput): PairStage {
  let made: SqlPairs | null = null;
  return {
    async makeBlocks(rule, ruleShape, oversize) {
      await makeBlocks(engine, rule, ruleShape);
      return oversize ? splitOversize(engine, rule, ruleShape, budget.block, shapes) : null;
    },
    async compare(used, blocked) {
      made = await makeSqlPairs(engine, used, budget, across, scorers, shape);
      blocked();
      return made.patterns;
    },
    async weigh(model, _, floor) {
      if (made === null) throw new Error('weighed before compared');
      return weighSqlPairs(engine, model, made, scorers, floor);
    },
  };
}

interface SqlPairs {
  readonly patterns: Patterns;
  readonly values: readonly ValueLevels[];
}

/** Leaves `lk_pairs`, `lk_levels` and `lk_patterns` in the engine. */
async function makeSqlPairs(
  engine: Engine,
  used: readonly UsedRule[],
  budget: Budget,
  across: boolean,
  scorers: readonly SlotScorer[],
  shape: PatternShape,
): Promise<SqlPairs> {
  if (used.length === 0) return { patterns: { size: 0, keys: new Int32Array(0), counts: new Float64Array(0) }, values: [] };
  await makeKeys(engine, used, budget.block);
  await makeStep(
    engine,
    pairsStep(
      used.map((rule) => rule.rule),
      across,
    ),
  );
  const values: ValueLevels[] = [];
  for (const [s, scorer] of scorers.entries()) {
    await makeStep(engine, valuePairsStep(s));
    const a: number[] = [];
    const b: number[] = [];
    await engine.streamNumbers(`SELECT a, b FROM ${valuePairsTable(s)}`, ([left, right], rows) => {
      for (let i = 0; i < rows; i++) {
        a.push(left![i]!);
        b.push(right![i]!);
      }
    });
    const answered = { a: Int32Array.from(a), b: Int32Array.from(b), level: Int32Array.from(a, (id, i) => scorer.level(id, b[i]!)) };
    values.push(answered);
    await engine.createTable(valueLevelsTable(s), { ...answered, bits: new Float64Array(a.length) });
  }
  await makeStep(engine, levelsStep(scorers.length));
  await makeStep(engine, patternsStep(scorers.length));
  return { patterns: await readSqlPatterns(engine, scorers.length, shape), values };
}

async function readSqlPatterns(engine: Engine, slots: number, shape: PatternShape): Promise<Patterns> {
  const interner = new Interner();
  const counts: number[] = [];
  const columns = ['mask', ...Array.from({ length: slots }, (_, s) => `g${s}`), 'n'];
  await engine.streamNumbers(`SELECT ${columns.join(', ')} FROM lk_patterns`, (data, rows) => {
    for (let i = 0; i < rows; i++) {
      let first = 0;
      let second = 0;
      for (let s = 0; s < slots; s++) {
        const part = data[s + 1]![i]! * shape.strides[s]!;
        if (s < shape.split) first += part;
        else second += part;
      }
      const id = interner.add(first, second, data[0]![i]!);
      counts[id] = (counts[id] ?? 0) + data[slots + 1]![i]!;
    }
  });
  return { size: interner.size, keys: interner.keys, counts: Float64Array.from(counts) };
}

/** Weights of the pairs of `makeSqlPairs` at or above `floor`. */
async function weighSqlPairs(
  engine: Engine,
  model: BoundModel,
  pairs: SqlPairs,
  scorers: readonly SlotScorer[],
  floor: number,
): Promise<WeighedPairs> {
  if (pairs.values.length === 0) return { l: new Int32Array(0), r: new Int32Array(0), weight: new Float64Array(0) };
  for (const [s, { a, b, level }] of pairs.values.entries()) {
    const slot = model.slots[s]!;
    if (slot.frequency === null) continue;
    const bits = Float64Array.from(level, (reached, i) =>
      carriesFrequency(model, s, reached) ? scorers[s]!.frequencyBits(a[i]!, b[i]!, reached, slot.u[reached]!) : 0,
    );
    await engine.createTable(valueLevelsTable(s), { a, b, level, bits });
  }
  await makeStep(engine, refinedStep(scorers.length, model.refinements));
  await makeStep(engine, weightsStep(model, floor));
  const l: number[] = [];
  const r: number[] = [];
  const weight: number[] = [];
  await engine.streamNumbers('SELECT l, r, weight FROM lk_weights', (data, rows) => {
    for (let i = 0; i < rows; i++) {
      l.push(data[0]![i]!);
      r.push(data[1]![i]!);
      weight.push(data[2]![i]!);
    }
  });
  return { l: Int32Array.from(l), r: Int32Array.from(r), weight: Float64Array.from(weight) };
}
