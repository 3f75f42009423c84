// The candidate pairs of a range of blocks, each pair by the first rule that proposes it.
import type { BlockList } from '../plan/block-rows.ts';
import type { PairBatch } from './batch.ts';

export interface PairsOrder {
  /** Block number of every row under every used rule, row by row; 0 is "in none". */
  readonly keys: Int32Array;
  readonly stride: number;
  /** Place of the rule among the used ones. */
  readonly position: number;
  readonly list: BlockList;
  readonly from: number;
  readonly to: number;
  /** Pairs between sources 0 and 1 only. */
  readonly across: boolean;
}

/** Pairs while they are found; later ones overwrite them. */
let scratch: PairBatch = { l: new Int32Array(0), r: new Int32Array(0), mask: new Int32Array(0) };

/** Bit p of a mask is the p-th used rule. What it gives is good until the next call: late rules propose few pairs that are new, of many that are looked at. */
export function pairsOf({ keys, stride, position, list, from, to, across }: PairsOrder, sources: Int32Array): PairBatch {
  const { members, starts } = list;
  let most = 0;
  for (let b = from; b < to; b++) {
    const size = starts[b + 1]! - starts[b]!;
    most += (size * (size - 1)) / 2;
  }
  if (most > scratch.l.length) scratch = { l: new Int32Array(most), r: new Int32Array(most), mask: new Int32Array(most) };
  const { l, r, mask } = scratch;
  let pairs = 0;
  for (let b = from; b < to; b++) {
    const end = starts[b + 1]!;
    for (let i = starts[b]!; i < end; i++) {
      const a = members[i]!;
      for (let j = i + 1; j < end; j++) {
        const c = members[j]!;
        const found = maskOf(keys, stride, position, a, c);
        if (found === 0) continue;
        if (across && sources[a] === sources[c]) continue;
        // Members ascend, so the smaller row is left; across sources it is that of the first one.
        const swap = across && sources[a] !== 0;
        l[pairs] = swap ? c : a;
        r[pairs] = swap ? a : c;
        mask[pairs++] = found;
      }
    }
  }
  return { l: l.subarray(0, pairs), r: r.subarray(0, pairs), mask: mask.subarray(0, pairs) };
}

/** All rules that propose the pair; 0 if one before `position` does. */
function maskOf(keys: Int32Array, stride: number, position: number, a: number, c: number): number {
  const atA = a * stride;
  const atC = c * stride;
  for (let p = 0; p < position; p++) {
    const key = keys[atA + p]!;
    if (key !== 0 && key === keys[atC + p]) return 0;
  }
  let mask = 1 << position;
  for (let p = position + 1; p < stride; p++) {
    const key = keys[atA + p]!;
    if (key !== 0 && key === keys[atC + p]) mask |= 1 << p;
  }
  return mask;
}
