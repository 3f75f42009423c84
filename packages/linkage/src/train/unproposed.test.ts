import { expect, it } from 'vitest';
import { unproposed } from './unproposed.ts';

it('infers what no rule found from what one and two rules found', () => {
  // Three rules that each find a match with a chance of 0.6, independent of one another: 0.064 of 10,000 matches are found by none.
  const masks = Int32Array.of(1, 2, 4, 3, 5, 6, 7);
  const counts = Float64Array.of(960, 960, 960, 1440, 1440, 1440, 2160);
  expect(unproposed({ size: 7, masks, counts, catches: 7 }, new Float64Array(7).fill(1))).toBeCloseTo(640);
  expect(unproposed({ size: 7, masks, counts, catches: 7 }, new Float64Array(7).fill(0.5))).toBeCloseTo(320);
});

it('knows that rules find very unlike shares', () => {
  // Three rules that find a match with a chance of 0.9, 0.5 and 0.1: 0.045 of 10,000 matches are found by none.
  const chances = [0.9, 0.5, 0.1];
  const masks = Int32Array.of(1, 2, 4, 3, 5, 6, 7);
  const counts = Float64Array.from(masks, (mask) => chances.reduce((n, chance, r) => n * ((mask >> r) & 1 ? chance : 1 - chance), 10_000));
  expect(unproposed({ size: 7, masks, counts, catches: 7 }, new Float64Array(7).fill(1))).toBeCloseTo(450);
});

it('counts what a narrower rule found beside a wider one once', () => {
  // Two rules of 0.6, and one (bit 2) that finds half of what the first finds: 0.16 of 10,000 matches are found by none.
  const masks = Int32Array.of(1, 5, 2, 3, 7);
  const counts = Float64Array.of(1200, 1200, 2400, 1800, 1800);
  expect(unproposed({ size: 5, masks, counts, catches: 3 }, new Float64Array(5).fill(1))).toBeCloseTo(1600);
});

it('claims none where every match is found more than twice, or nothing was found', () => {
  expect(unproposed({ size: 1, masks: Int32Array.of(7), counts: Float64Array.of(50), catches: 7 }, Float64Array.of(1))).toBe(0);
  expect(unproposed({ size: 0, masks: new Int32Array(0), counts: new Float64Array(0), catches: 7 }, new Float64Array(0))).toBe(0);
});
