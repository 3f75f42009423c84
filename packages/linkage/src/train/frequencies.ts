// u of every level without drawing random pairs of records: the top level from value counts, the others from a weighted sample of distinct values.
// sum n(n-1) / N(N-1) is exact (linkage.md §3.1.2); fuzzy levels come from all pairs of a few hundred values drawn in proportion to frequency.

import type { SharedSlot } from '../score/shared-slot.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import { mix } from '../shelf/text/hash.ts';

const SAMPLE = 260;

/** Pairs of drawn values behind the fuzzy levels of one slot. */
export const SAMPLED_PAIRS = (SAMPLE * (SAMPLE - 1)) / 2;

export interface CountedValues extends Pick<SharedSlot, 'prepared'> {
  /** Records by canonical id. */
  readonly counts: Int32Array;
}

/** P(level | two different random records that both have a value), by level index; index 0 (missing) is 0. */
export function randomAgreement(slot: CountedValues, levels: number, scorer: SlotScorer, seed: number): Float64Array {
  const u = new Float64Array(levels);
  const drawn = drawValues(slot, seed);
  const { counts } = slot;
  let N = 0;
  let equalPairs = 0;
  for (let id = 0, ids = counts.length; id < ids; id++) {
    const n = counts[id]!;
    N += n;
    equalPairs += n * (n - 1);
  }
  if (N < 2) return u;
  // How often two records hold the same value is exact; which level that is (masked values do not reach the top) is read off the drawn ones.
  const pEqual = equalPairs / (N * (N - 1));
  const equal = new Float64Array(levels);
  let equalWeight = 0;
  for (const id of drawn) {
    const weight = slot.counts[id]! - 1;
    if (weight === 0) continue;
    const level = scorer.level(id, id);
    equal[level] = equal[level]! + weight;
    equalWeight += weight;
  }
  if (equalWeight > 0) for (let level = 1; level < levels; level++) u[level] = (equal[level]! / equalWeight) * pEqual;
  const unequal = new Float64Array(levels);
  let total = 0;
  for (let i = 0; i < drawn.length; i++) {
    for (let j = i + 1; j < drawn.length; j++) {
      const level = scorer.level(drawn[i]!, drawn[j]!);
      unequal[level] = unequal[level]! + 1;
      total++;
    }
  }
  if (total > 0) for (let level = 1; level < levels; level++) u[level] = u[level]! + (1 - pEqual) * (unequal[level]! / total);
  return u;
}

/** Value ids drawn with probability proportional to their count, by content hash and not by row order or id. */
function drawValues(slot: CountedValues, seed: number): number[] {
  const keyed: { id: number; key: number; low: number }[] = [];
  // Exponential ranks: the SAMPLE smallest of hash/count are a sample in proportion to count (Efraimidis and Spirakis 2006).
  let bound = Number.POSITIVE_INFINITY;
  let hopeless = 0;
  for (let id = 1; id < slot.counts.length; id++) {
    const high = slot.prepared.high[id]!;
    const uniform = ((mix(high ^ seed) >>> 0) + 1) / 4294967297;
    const count = slot.counts[id]!;
    // Nearly all values are held once: for these the logarithm need not be asked.
    if (count === 1 && uniform < hopeless) continue;
    const key = -Math.log(uniform) / count;
    if (key > bound) continue;
    keyed.push({ id, key, low: slot.prepared.low[id]! });
    if (keyed.length >= SAMPLE * 4) {
      keyed.sort((a, b) => a.key - b.key || a.low - b.low);
      keyed.length = SAMPLE;
      bound = keyed[SAMPLE - 1]!.key;
      hopeless = Math.exp(-bound) * (1 - 1e-9);
    }
  }
  keyed.sort((a, b) => a.key - b.key || a.low - b.low);
  return keyed.slice(0, SAMPLE).map((k) => k.id);
}
