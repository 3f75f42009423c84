// Weights of two clusters as entities: in every field the best that any two of their members reach (linkage.md §3.2.10).
import { type BoundModel, carriesFrequency, mixtureBits } from '../model/bind.ts';
import type { SlotScorer } from './slot-scorer.ts';

/** What levels weigh, as plain data. */
export interface EntityTables {
  readonly prior: number;
  /** By slot and level. */
  readonly bits: readonly Float64Array[];
  readonly kin: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** 1 where a level carries frequency bits. */
  readonly adjusted: readonly Uint8Array[];
  /** Share of related persons; negative where the model has none. */
  readonly share: number;
}

export interface EntityOrder {
  /** Members of cluster c are `nodes` from `starts[c]` to `starts[c + 1]`. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
  /** Pairs of clusters. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly tables: EntityTables;
}

export function entityTables(model: BoundModel): EntityTables {
  return {
    prior: model.model.priorBits,
    bits: model.slots.map((slot) => slot.bits),
    kin: model.slots.map((slot, s) => slot.bits.map((_, level) => model.related?.bits[s]?.[level] ?? 0)),
    u: model.slots.map((slot) => slot.u),
    adjusted: model.slots.map((slot, s) => Uint8Array.from(slot.bits, (_, level) => (carriesFrequency(model, s, level) ? 1 : 0))),
    share: model.related?.share ?? -1,
  };
}

export function entityWeights(order: EntityOrder, columns: readonly Int32Array[], scorers: readonly SlotScorer[]): Float64Array {
  const { a, b } = order;
  const weights = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) weights[i] = entityWeight(order, a[i]!, b[i]!, columns, scorers);
  return weights;
}

function entityWeight(
  { starts, nodes, tables }: EntityOrder,
  a: number,
  b: number,
  columns: readonly Int32Array[],
  scorers: readonly SlotScorer[],
): number {
  let weight = tables.prior;
  let kin = 0;
  for (let s = 0; s < scorers.length; s++) {
    const column = columns[s]!;
    const scorer = scorers[s]!;
    const bits = tables.bits[s]!;
    let best = Number.NEGATIVE_INFINITY;
    let related = 0;
    for (let i = starts[a]!; i < starts[a + 1]!; i++) {
      const left = column[nodes[i]!]!;
      if (left === 0) continue;
      for (let j = starts[b]!; j < starts[b + 1]!; j++) {
        const right = column[nodes[j]!]!;
        if (right === 0) continue;
        const level = scorer.level(left, right);
        if (level === 0) continue;
        const frequency = tables.adjusted[s]![level] === 1 ? scorer.frequencyBits(left, right, level, tables.u[s]![level]!) : 0;
        const reached = bits[level]! + frequency;
        if (reached <= best) continue;
        best = reached;
        related = tables.kin[s]![level]! + frequency;
      }
    }
    if (best === Number.NEGATIVE_INFINITY) continue;
    weight += best;
    kin += related;
  }
  return tables.share < 0 ? weight : weight - mixtureBits(tables.share, kin);
}
