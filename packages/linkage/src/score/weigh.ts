// Pattern ids to weights: the sum of bits is a table look-up per pattern; only pairs at frequency-adjusted levels that can still reach the floor cost more.
import { type BoundModel, carriesFrequency, mixtureBits } from '../model/bind.ts';
import type { Slabs } from './slabs.ts';
import type { SlotScorer } from './slot-scorer.ts';

/** What every pattern weighs, in shared memory. */
export interface WeighTables {
  /** Prior, bits of the refined levels and interactions. */
  readonly plain: Float64Array;
  /** Related persons against strangers. */
  readonly kin: Float64Array;
  /** Share of related persons; negative where the model has none. */
  readonly share: number;
  /** Refined levels, pattern × slots. */
  readonly levels: Uint8Array;
  /** Slots whose level carries frequency bits, by bit. */
  readonly adjusted: Int32Array;
  /** u by slot and level. */
  readonly u: readonly Float64Array[];
}

export interface WeighOrder {
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly pattern: Int32Array;
  /** What the batch's pattern ids are called in the tables. */
  readonly names: Int32Array;
  readonly tables: WeighTables;
  readonly floor: number;
}

/** Pairs whose weight is at least the floor, in the order of the batch. */
export interface WeighedBatch {
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
}

/** `levels` are refined levels, pattern × slots. */
export function weighTables(model: BoundModel, levels: Uint8Array, size: number): WeighTables {
  const slots = model.slots.length;
  const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  const plain = new Float64Array(shared(size * 8));
  const kin = new Float64Array(shared(size * 8));
  const adjusted = new Int32Array(shared(size * 4));
  const own = new Uint8Array(shared(size * slots));
  own.set(levels.subarray(0, size * slots));
  const carries = model.slots.map((slot, s) => slot.bits.map((_, level) => (carriesFrequency(model, s, level) ? 1 : 0)));
  for (let p = 0; p < size; p++) {
    let weight = model.model.priorBits;
    let related = 0;
    let mask = 0;
    for (let s = 0; s < slots; s++) {
      const level = levels[p * slots + s]!;
      weight += model.slots[s]!.bits[level]!;
      related += model.related?.bits[s]?.[level] ?? 0;
      if (carries[s]![level] === 1) mask |= 1 << s;
    }
    for (const { when, bits } of model.interactions) {
      if (!when.every((c) => c.levels.has(levels[p * slots + c.slot]!))) continue;
      weight += bits;
      related += bits;
    }
    plain[p] = weight;
    kin[p] = related;
    adjusted[p] = mask;
  }
  return { plain, kin, share: model.related?.share ?? -1, levels: own, adjusted, u: model.slots.map((slot) => slot.u) };
}

/** Weight of every refined pattern without frequency bits. */
export function patternWeights(model: BoundModel, levels: Uint8Array, size: number): Float64Array {
  const { plain, kin } = weighTables(model, levels, size);
  const { related } = model;
  return related === null ? plain : plain.map((weight, p) => weight - mixtureBits(related.share, kin[p]!));
}

/** Pairs while they are weighed; later ones overwrite them. */
let scratch = { l: new Int32Array(0), r: new Int32Array(0), weight: new Float64Array(0) };

export function weighBatch(order: WeighOrder, columns: readonly Int32Array[], scorers: readonly SlotScorer[], slabs: Slabs): WeighedBatch {
  const { names, tables, floor, pattern } = order;
  const { plain, kin, share, levels, adjusted, u } = tables;
  const slots = scorers.length;
  const pairs = pattern.length;
  if (pairs > scratch.l.length) scratch = { l: new Int32Array(pairs), r: new Int32Array(pairs), weight: new Float64Array(pairs) };
  const { l, r, weight: weights } = scratch;
  const most = mostBits(tables, scorers);
  // A batch meets few of all patterns: each is looked at when it comes.
  const ceiling = new Float64Array(plain.length).fill(Number.NaN);
  let kept = 0;
  for (let i = 0; i < pairs; i++) {
    const p = names[pattern[i]!]!;
    if (Number.isNaN(ceiling[p]!)) ceiling[p] = ceilingOf(tables, most, p, slots);
    // The sum may differ in the last digits from what is added up below.
    if (ceiling[p]! < floor - 1e-6) continue;
    const a = order.l[i]!;
    const b = order.r[i]!;
    // Nothing is rare about it: the ceiling is the weight.
    if (adjusted[p] === 0) {
      if (ceiling[p]! < floor) continue;
      l[kept] = a;
      r[kept] = b;
      weights[kept++] = ceiling[p]!;
      continue;
    }
    let frequency = 0;
    for (let left = adjusted[p]!; left !== 0; left &= left - 1) {
      const s = 31 - Math.clz32(left & -left);
      const level = levels[p * slots + s]!;
      const column = columns[s]!;
      frequency += scorers[s]!.frequencyBits(column[a]!, column[b]!, level, u[s]![level]!);
    }
    const weight = plain[p]! + frequency - (share < 0 ? 0 : mixtureBits(share, kin[p]! + frequency));
    if (weight < floor) continue;
    l[kept] = a;
    r[kept] = b;
    weights[kept++] = weight;
  }
  const out = { l: slabs.ints(kept), r: slabs.ints(kept), weight: slabs.doubles(kept) };
  out.l.set(l.subarray(0, kept));
  out.r.set(r.subarray(0, kept));
  out.weight.set(weights.subarray(0, kept));
  return out;
}

/** The most that rarity can add, by slot and level. */
function mostBits({ u }: WeighTables, scorers: readonly SlotScorer[]): Float64Array[] {
  return u.map((row, s) => row.map((value, level) => (level === 0 ? 0 : scorers[s]!.mostFrequencyBits(level, value))));
}

/** The most that a pair of a pattern can weigh: with the rarest values, for what related persons explain never grows faster than what they leave. */
function ceilingOf({ plain, kin, share, levels, adjusted }: WeighTables, most: readonly Float64Array[], p: number, slots: number): number {
  let rarity = 0;
  for (let left = adjusted[p]!; left !== 0; left &= left - 1) {
    const s = 31 - Math.clz32(left & -left);
    rarity += most[s]![levels[p * slots + s]!]!;
  }
  return plain[p]! + rarity - (share < 0 ? 0 : mixtureBits(share, kin[p]! + rarity));
}
