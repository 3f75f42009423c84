import { expect, it } from 'vitest';
import { strangersOf } from './strangers.ts';

// A date of birth: of 1,000 records 0.4 % of all pairs are matches, of which half agree; of strangers one in 40,000 does.
const M = Float64Array.of(0, 0.5, 0.5);
const agreement = (lambda: number, own: boolean) => ({
  random: Float64Array.of(0, lambda * 0.5 + 0.000025, 1 - lambda * 0.5 - 0.000025),
  pairs: 30_000,
  expected: Float64Array.of(0, 0.00004, 0.99996),
  own,
});

it('asks the shelf where nearly all that agree by chance may be matches', () => {
  // A fifth of the matches was not recognised: what is left would be sixteen times what strangers agree on.
  expect(strangersOf(agreement(0.004, true), M, 0.0032)[1]).toBeLessThan(0.0001);
  expect(strangersOf(agreement(0.004, true), M, 0.0032)[1]).toBeGreaterThan(0.00002);
});

it('leaves what a household shares to the file', () => {
  expect(strangersOf(agreement(0.004, false), M, 0.0032)[1]).toBeGreaterThan(0.0002);
});

it('believes the count where few matches are among those that agree', () => {
  const common = { ...agreement(0.004, true), random: Float64Array.of(0, 0.05, 0.95), expected: Float64Array.of(0, 0.03, 0.97) };
  expect(strangersOf(common, M, 0.004)[1]).toBeCloseTo(0.048, 3);
});

it('is a number where nothing agrees', () => {
  const nothing = { ...agreement(0, true), random: Float64Array.of(0, 0, 1) };
  expect(strangersOf(nothing, M, 0.01)[1]).toBeGreaterThan(0);
  expect(strangersOf({ ...nothing, pairs: 0 }, M, 0.01)[1]).toBeCloseTo(0.00004);
});
