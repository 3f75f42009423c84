// From weighed pairs to clusters: what may not be together, how ties break, and what the closure of clusters adds to the pairs.
import { type Clustering, clusterPairs } from '../cluster/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { BoundModel } from '../model/bind.ts';
import { logOddsAt } from '../model/calibration.ts';
import type { Encoded } from '../score/encode.ts';
import { PairScorer } from '../score/pair-scorer.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import type { Weighed } from '../score/weigh.ts';

export interface Decision {
  readonly clustering: Clustering;
  /** Proposed pairs and the closure of clusters. */
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
}

export interface DecideInput {
  readonly engine: Engine;
  readonly model: BoundModel;
  readonly encoded: Encoded;
  readonly scorers: readonly SlotScorer[];
  readonly weighed: Weighed;
  readonly threshold: number;
  readonly onePerSource: boolean;
  /** Pairs within one source are not answers (link). */
  readonly across: boolean;
}

export async function decide(input: DecideInput): Promise<Decision> {
  const { model, encoded, scorers, weighed } = input;
  const calibration = model.model.calibration;
  const pairScorer = new PairScorer(model, encoded.columns, scorers);
  const ranks = await recordInts(input.engine, encoded.rows, 'lk_id');
  const conflicts = conflictLevels(model);
  const origins = input.onePerSource ? await recordInts(input.engine, encoded.rows, 'lk_origin') : null;
  const conflict = (a: number, b: number) =>
    conflicts.some(({ slot, levels }) => levels.has(scorers[slot]!.level(encoded.columns[slot]![a]!, encoded.columns[slot]![b]!)));
  const weights = new Map<number, number>();
  const clustering = clusterPairs({
    nodes: encoded.rows,
    l: weighed.l,
    r: weighed.r,
    logOdds: weighed.weight.map((w) => logOddsAt(calibration, w)),
    threshold: Math.log(input.threshold / (1 - input.threshold)),
    scoreOf: (a, b) => {
      const weight = pairScorer.weight(a, b);
      weights.set(a * encoded.rows + b, weight);
      return logOddsAt(calibration, weight);
    },
    apart: (a, b) => (origins !== null && origins[a] === origins[b]) || conflict(a, b),
    rank: (node) => ranks[node]!,
  });
  const inside = clustering.closure.l.map((_, i) => i).filter((i) => !input.across || encoded.sources[clustering.closure.l[i]!] !== encoded.sources[clustering.closure.r[i]!]);
  const closure = { l: inside.map((i) => clustering.closure.l[i]!), r: inside.map((i) => clustering.closure.r[i]!) };
  const join = (from: Int32Array, more: readonly number[]) => {
    const all = new Int32Array(from.length + more.length);
    all.set(from);
    all.set(more, from.length);
    return all;
  };
  const weight = new Float64Array(weighed.weight.length + closure.l.length);
  weight.set(weighed.weight);
  for (const [i, a] of closure.l.entries()) weight[weighed.weight.length + i] = weights.get(a * encoded.rows + closure.r[i]!)!;
  return { clustering, l: join(weighed.l, closure.l), r: join(weighed.r, closure.r), weight };
}

/** A number per row made of a text column's content, the same in any row order: to break ties, to compare sources. */
async function recordInts(engine: Engine, records: number, column: string): Promise<Int32Array> {
  const numbers = new Int32Array(records);
  const hash = engine.dialect === 'duckdb' ? `CAST(hash(${column}) % 2147483647 AS INTEGER)` : `hash(${column})`;
  await engine.streamInts(`SELECT rid, ${hash} AS h FROM lk_input`, ([rid, h], rows) => {
    for (let i = 0; i < rows; i++) numbers[rid![i]!] = h![i]!;
  });
  return numbers;
}

/** Levels of label-grade identifiers that say "two different persons". */
function conflictLevels(model: BoundModel): { slot: number; levels: Set<number> }[] {
  return model.slots.flatMap(({ bound: { comparison } }, slot) => {
    if (comparison.truthFacet === undefined) return [];
    const levels = new Set(comparison.levels.flatMap((level, i) => (level.conflict === true ? [i] : [])));
    return levels.size === 0 ? [] : [{ slot, levels }];
  });
}
