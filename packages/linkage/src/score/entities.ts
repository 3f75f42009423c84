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
  readonly interactions: BoundModel['interactions'];
}

export interface EntityOrder {
  /** Members of cluster c are `nodes` from `starts[c]` to `starts[c + 1]`. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
  /** Pairs of clusters. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly tables: EntityTables;
  /** Weights below this, and the bits that so many tries cost, are of no interest. */
  readonly least: number;
}

export function entityTables(model: BoundModel): EntityTables {
  return {
    prior: model.model.priorBits,
    bits: model.slots.map((slot) => slot.bits),
    kin: model.slots.map((slot, s) => slot.bits.map((_, level) => model.related?.bits[s]?.[level] ?? 0)),
    u: model.slots.map((slot) => slot.u),
    adjusted: model.slots.map((slot, s) => Uint8Array.from(slot.bits, (_, level) => (carriesFrequency(model, s, level) ? 1 : 0))),
    share: model.related?.share ?? -1,
    interactions: model.interactions,
  };
}

/** Weights of the pairs of clusters; −∞ where a weight is surely below `least` plus the bits that so many tries cost. */
export function entityWeights(order: EntityOrder, columns: readonly Int32Array[], scorers: readonly SlotScorer[]): Float64Array {
  const { a, b, tables } = order;
  const weights = new Float64Array(a.length);
  const looks = looksAt(tables, columns, scorers);
  for (let i = 0; i < a.length; i++) weights[i] = entityWeight(order, a[i]!, b[i]!, looks);
  return weights;
}

/** A slot as it is looked at. */
interface Look {
  readonly slot: number;
  readonly column: Int32Array;
  readonly scorer: SlotScorer;
  readonly bits: Float64Array;
  readonly kin: Float64Array;
  readonly u: Float64Array;
  readonly adjusted: Uint8Array;
  /** What it and those after it can add at most. */
  readonly most: number;
}

/** The slots in the order in which they are looked at: first those that can add most, so that what is hopeless is left early. */
function looksAt(
  { bits, kin, u, adjusted, share, interactions }: EntityTables,
  columns: readonly Int32Array[],
  scorers: readonly SlotScorer[],
): Look[] {
  const best = bits.map((row, s) =>
    row.reduce((most, value, level) => {
      if (level === 0) return most;
      return Math.max(most, value + (adjusted[s]![level] === 1 ? scorers[s]!.mostFrequencyBits(level, u[s]![level]!) : 0));
    }, 0),
  );
  const order = [...best.keys()].toSorted((a, b) => best[b]! - best[a]! || a - b);
  const together = interactions.reduce((sum, { bits }) => sum + Math.max(0, bits), 0);
  let most = best.reduce((sum, value) => sum + value, together + (share < 0 ? 0 : -Math.log2(1 - share)));
  return order.map((s) => {
    const look = {
      slot: s,
      column: columns[s]!,
      scorer: scorers[s]!,
      bits: bits[s]!,
      kin: kin[s]!,
      u: u[s]!,
      adjusted: adjusted[s]!,
      most,
    };
    most -= best[s]!;
    return look;
  });
}

const MOST_MEMBERS = 64;
/** Levels at which a pair of entities was counted, by slot. */
const MOST_SLOTS = 64;
const counted = new Uint8Array(MOST_SLOTS);
const lefts = new Int32Array(MOST_MEMBERS);
const rights = new Int32Array(MOST_MEMBERS);

/** The different values of a cluster's members, as far as they have one; says how many. */
function valuesOf(column: Int32Array, nodes: Int32Array, from: number, to: number, into: Int32Array): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = column[nodes[i]!]!;
    let known = value === 0;
    for (let k = 0; k < count && !known; k++) known = into[k] === value;
    if (!known) into[count++] = value;
  }
  return count;
}

function entityWeight({ starts, nodes, tables, least }: EntityOrder, a: number, b: number, looks: readonly Look[]): number {
  const [fromA, toA, fromB, toB] = [starts[a]!, starts[a + 1]!, starts[b]!, starts[b + 1]!];
  const needed = least + Math.log2((toA - fromA) * (toB - fromB)) - 1e-6;
  let weight = tables.prior;
  let kin = 0;
  for (const { slot, column, scorer, bits, kin: kinBits, u, adjusted, most } of looks) {
    counted[slot] = 0;
    if (weight + most < needed) return Number.NEGATIVE_INFINITY;
    const left = valuesOf(column, nodes, fromA, toA, lefts);
    const right = valuesOf(column, nodes, fromB, toB, rights);
    let best = Number.NEGATIVE_INFINITY;
    let related = 0;
    for (let i = 0; i < left; i++) {
      for (let j = 0; j < right; j++) {
        const level = scorer.level(lefts[i]!, rights[j]!);
        const frequency = adjusted[level] === 1 ? scorer.frequencyBits(lefts[i]!, rights[j]!, level, u[level]!) : 0;
        const reached = bits[level]! + frequency;
        const alike = kinBits[level]! + frequency;
        // Levels that the trainer put in order may weigh the same: which comes first must not decide.
        if (reached < best || (reached === best && alike <= related)) continue;
        best = reached;
        counted[slot] = level;
        related = alike;
      }
    }
    if (best === Number.NEGATIVE_INFINITY) continue;
    weight += best;
    kin += related;
  }
  for (const { when, bits } of tables.interactions) {
    if (!when.every((c) => c.levels.has(counted[c.slot]!))) continue;
    weight += bits;
    kin += bits;
  }
  return tables.share < 0 ? weight : weight - mixtureBits(tables.share, kin);
}
