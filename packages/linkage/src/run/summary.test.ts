import { expect, test } from 'vitest';
import { clusterSizes, weightBins } from './summary.ts';

test('clusters are counted by their size', () => {
  expect(clusterSizes(Int32Array.of(0, 0, 2, 3, 0, 3, 6))).toEqual([
    [1, 2],
    [2, 1],
    [3, 1],
  ]);
  expect(clusterSizes(new Int32Array(0))).toEqual([]);
});

test('pairs are counted by whole bits of weight, downwards below 0 too', () => {
  expect(weightBins(Float64Array.of(-0.5, 3.2, -1, 3.9, 0), Float64Array.of(0.1, 0.5, 0.25, 0.75, 0))).toEqual([
    { bits: -1, pairs: 2, expectedMatches: 0.35 },
    { bits: 0, pairs: 1, expectedMatches: 0 },
    { bits: 3, pairs: 2, expectedMatches: 1.25 },
  ]);
});
