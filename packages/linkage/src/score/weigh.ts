// Pattern ids to weights: the sum of bits is a table look-up per pattern; only pairs at frequency-adjusted levels that can still reach the floor cost more.
import { type BoundModel, carriesFrequency, mixtureBits } from '../model/bind.ts';
import type { PairBatch } from './batch.ts';
import type { SlotScorer } from './slot-scorer.ts';

/** Frequency bits are bounded to ±20 a slot by the shelf. */
const MOST_FREQUENCY_BITS = 20;

export interface Weighed {
  /** Same length each; pairs whose weight is at least the floor. */
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
  readonly pattern: Int32Array;
}

/** Sums of bits of every refined pattern without frequency bits: `plain` is prior, levels and interactions, `kin` related against strangers. */
function patternSums(model: BoundModel, levels: Uint8Array, size: number): { plain: Float64Array; kin: Float64Array } {
  const slots = model.slots.length;
  const plain = new Float64Array(size);
  const kin = new Float64Array(size);
  for (let p = 0; p < size; p++) {
    let weight = model.model.priorBits;
    for (let s = 0; s < slots; s++) {
      weight += model.slots[s]!.bits[levels[p * slots + s]!]!;
      kin[p]! += model.related?.bits[s]?.[levels[p * slots + s]!] ?? 0;
    }

    for (const { when, bits } of model.interactions) if (when.every((c) => c.levels.has(levels[p * slots + c.slot]!))) weight += bits;
    plain[p] = weight;
  }
  return { plain, kin };
}

/** Weight of every refined pattern without frequency bits. */
export function patternWeights(model: BoundModel, levels: Uint8Array, size: number): Float64Array {
  const { plain, kin } = patternSums(model, levels, size);
  const { related } = model;
  return related === null ? plain : plain.map((weight, p) => weight - mixtureBits(related.share, kin[p]!));
}

/** `levels` are refined levels, pattern × slots. */
export function weighPairs(
  model: BoundModel,
  levels: Uint8Array,
  batches: readonly PairBatch[],
  columns: readonly Int32Array[],
  scorers: readonly SlotScorer[],
  floor: number,
): Weighed {
  const slots = model.slots.length;
  const size = levels.length / Math.max(1, slots);
  const { plain: base, kin } = patternSums(model, levels, size);
  const { related } = model;
  const adjusted = Array.from({ length: size }, (_, p) => {
    const list: number[] = [];
    for (let s = 0; s < slots; s++) {
      const level = levels[p * slots + s]!;
      if (carriesFrequency(model, s, level)) list.push(s);
    }
    return list;
  });
  const reach = base.map((weight, p) => weight + MOST_FREQUENCY_BITS * adjusted[p]!.length);
  let capacity = 1024;
  let l = new Int32Array(capacity);
  let r = new Int32Array(capacity);
  let weights = new Float64Array(capacity);
  let pattern = new Int32Array(capacity);
  let kept = 0;
  for (const batch of batches) {
    for (let i = 0; i < batch.l.length; i++) {
      const p = batch.mask[i]!;
      if (reach[p]! < floor) continue;
      let frequency = 0;
      for (const s of adjusted[p]!) {
        const slot = model.slots[s]!;
        const level = levels[p * slots + s]!;
        const column = columns[s]!;
        frequency += scorers[s]!.frequencyBits(column[batch.l[i]!]!, column[batch.r[i]!]!, level, slot.u[level]!);
      }
      const weight = base[p]! + frequency - (related === null ? 0 : mixtureBits(related.share, kin[p]! + frequency));
      if (weight < floor) continue;
      if (kept === capacity) {
        capacity *= 2;
        l = grow(l, new Int32Array(capacity));
        r = grow(r, new Int32Array(capacity));
        weights = grow(weights, new Float64Array(capacity));
        pattern = grow(pattern, new Int32Array(capacity));
      }
      l[kept] = batch.l[i]!;
      r[kept] = batch.r[i]!;
      weights[kept] = weight;
      pattern[kept] = p;
      kept++;
    }
  }
  return { l: l.subarray(0, kept), r: r.subarray(0, kept), weight: weights.subarray(0, kept), pattern: pattern.subarray(0, kept) };
}

function grow<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
