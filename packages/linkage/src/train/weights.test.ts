import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseThreshold, expectationAt, ProbabilityHistogram } from './threshold.ts';
import { nonIncreasing } from './weights.ts';

describe('monotone levels', () => {
  test('pools only what is out of order', () => {
    expect(nonIncreasing([5, 1, 3, -2], [1, 1, 1, 1])).toEqual([5, 2, 2, -2]);
    expect(nonIncreasing([1, 3], [3, 1])).toEqual([1.5, 1.5]);
  });

  test('never rises, keeps the weighted sum, and leaves ordered values alone', () => {
    const rows = fc.array(fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (list) => {
        const values = list.map(([value]) => value);
        const weights = list.map(([, weight]) => weight);
        const out = nonIncreasing(values, weights);
        for (let i = 1; i < out.length; i++) expect(out[i]!).toBeLessThanOrEqual(out[i - 1]! + 1e-9);
        const sum = (xs: readonly number[]) => xs.reduce((total, x, i) => total + x * weights[i]!, 0);
        expect(sum(out)).toBeCloseTo(sum(values), 6);
        const sorted = values.toSorted((a, b) => b - a);
        for (const [i, x] of nonIncreasing(sorted, weights).entries()) expect(x).toBeCloseTo(sorted[i]!, 9);
      }),
    );
  });
});

describe('threshold without truth', () => {
  test('links what raises expected F1 and reports what it expects', () => {
    const histogram = new ProbabilityHistogram();
    histogram.add(0.99, 100);
    histogram.add(0.6, 10);
    histogram.add(0.1, 200);
    const { threshold, expected } = chooseThreshold(histogram, 0);
    expect(threshold).toBeGreaterThan(0.1);
    expect(threshold).toBeLessThanOrEqual(0.6);
    expect(expected.precision).toBeCloseTo((99 + 6) / 110, 3);
    expect(expected.recall).toBeCloseTo((99 + 6) / (99 + 6 + 20), 2);
    expect(expectationAt(histogram, threshold, 0)).toEqual(expected);
  });

  test('with nothing proposed nothing is claimed', () => {
    expect(chooseThreshold(new ProbabilityHistogram(), 0).threshold).toBe(0.5);
  });
});
