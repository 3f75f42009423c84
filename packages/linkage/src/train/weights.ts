// From m and u to bits: monotone over ordered levels (a plainer difference never scores above a closer agreement) and bounded.
import type { Level } from '../roles/types.ts';

/** No level may claim more than this from its mean frequency alone; rare values add their own bits on top. */
const MOST_BITS = 24;
const LEAST_BITS = -14;

/** Pool-adjacent-violators: the non-increasing sequence closest to `values` in weighted squares. */
export function nonIncreasing(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: { sum: number; weight: number; length: number }[] = [];
  for (const [i, value] of values.entries()) {
    blocks.push({ sum: value * weights[i]!, weight: weights[i]!, length: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1]!;
      const before = blocks[blocks.length - 2]!;
      if (before.sum / before.weight >= last.sum / last.weight) break;
      blocks.pop();
      before.sum += last.sum;
      before.weight += last.weight;
      before.length += last.length;
    }
  }
  return blocks.flatMap((block) => Array.from({ length: block.length }, () => block.sum / block.weight));
}

/** Bits by level with those of ordered levels in order; `support` is how much each level can be trusted (expected matches there). */
export function inOrder(levels: readonly Level[], bits: readonly number[], support: Float64Array): number[] {
  const out = [...bits];
  const ordered = levels.map((_, level) => level).filter((level) => level > 0 && levels[level]!.unordered !== true);
  const smooth = nonIncreasing(
    ordered.map((level) => bits[level]!),
    ordered.map((level) => support[level]! + 0.5),
  );
  for (const [i, level] of ordered.entries()) out[level] = smooth[i]!;
  return out;
}

/** log2(m/u) by level, index 0 (missing) 0. */
export function bitsOf(levels: readonly Level[], m: Float64Array, u: Float64Array, support: Float64Array): Float64Array {
  const raw = levels.map((_, level) => (level === 0 ? 0 : Math.log2(m[level]! / u[level]!)));
  return Float64Array.from(inOrder(levels, raw, support), (bits) => Math.min(MOST_BITS, Math.max(LEAST_BITS, bits)));
}
