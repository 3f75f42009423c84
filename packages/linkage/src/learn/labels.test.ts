import { describe, expect, it } from 'vitest';
import { apartByLabel, joinByLabel, LABEL_BITS, resolvePairs, weighLabels } from './labels.ts';

const ROWS = new Map([
  ['a', [0]],
  ['b', [1]],
  ['c', [2]],
  ['d', [3, 4]],
]);
const label = (idL: string, idR: string, same: boolean) => ({ idL, idR, same });

describe('labels', () => {
  it('finds rows by id, doubled ids included, and tells what it could not use', () => {
    const pairs = resolvePairs([label('a', 'd', true), label('a', 'b', false), label('b', 'a', true), label('a', 'nobody', true)], ROWS);
    expect([...pairs.l].map((l, i) => [l, pairs.r[i], pairs.same[i]])).toEqual([
      [0, 3, true],
      [0, 4, true],
    ]);
    expect(pairs.warnings.map((w) => w.code)).toEqual(['unknown-label-id', 'contradicting-labels']);
  });

  it('sets the weight of decided pairs and adds those that blocking missed', () => {
    const pairs = resolvePairs([label('b', 'a', true), label('a', 'c', false), label('c', 'b', true)], ROWS);
    const weighed = { l: Int32Array.of(0, 0), r: Int32Array.of(1, 2), weight: Float64Array.of(-3, 4) };
    const after = weighLabels(weighed, pairs);
    expect([...after.l]).toEqual([0, 0, 1]);
    expect([...after.r]).toEqual([1, 2, 2]);
    expect([...after.weight]).toEqual([LABEL_BITS, -LABEL_BITS, LABEL_BITS]);
    expect([...weighed.weight]).toEqual([-3, 4]);
  });

  it('keeps apart and joins as told; a "different" inside wins over joining', () => {
    const pairs = resolvePairs([label('a', 'b', true), label('b', 'c', true), label('a', 'c', false)], ROWS);
    expect(apartByLabel(pairs)(2, 0)).toBe(true);
    expect(apartByLabel(pairs)(0, 1)).toBe(false);
    expect([...joinByLabel(Int32Array.of(0, 1, 2, 3, 3), pairs)]).toEqual([0, 0, 2, 3, 3]);
  });

  it('joins whole clusters, not only the two records', () => {
    const pairs = resolvePairs([label('a', 'd', true)], ROWS);
    expect([...joinByLabel(Int32Array.of(0, 0, 2, 3, 4), pairs)]).toEqual([0, 0, 2, 0, 0]);
  });
});
