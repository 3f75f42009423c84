import { describe, expect, it } from 'vitest';
import { revise } from './transitive.ts';

/** Records 0, 1, 2 of one cluster and 3 alone; the pair 0–1 is the one in question. */
const threesome = (own: number, bits: number) =>
  revise(
    Int32Array.of(0, 0, 0, 3),
    {
      l: Int32Array.of(0, 0, 1, 2),
      r: Int32Array.of(1, 2, 2, 3),
      probability: Float64Array.of(own, 0.99, 0.99, 0.8),
      bits: () => bits,
    },
    0.5,
  );

describe('pairs in the light of their clusters', () => {
  it('a pair linked through a third record reaches the threshold, one that was separated does not', () => {
    const { probability } = threesome(0.1, 5);
    expect(probability[0]).toBeGreaterThan(0.5);
    expect(probability[0]).toBeLessThan(0.99);
    expect(probability[3]).toBeLessThan(0.5);
  });

  it('a linked pair is surer for the third record', () => {
    expect(threesome(0.7, 5).probability[0]).toBeCloseTo(0.9801);
    expect(threesome(0.7, 5).overstated).toBe(0);
  });

  it('what contradicts is expected to be wrong, though it stays with its cluster', () => {
    const { probability, overstated } = threesome(0.001, -12);
    expect(probability[0]).toBe(0.5);
    expect(overstated).toBeGreaterThan(0.45);
  });
});
