import { expect, it } from 'vitest';
import { inOneHousehold, sharingHouseholds } from './households.ts';

const row = (...of: number[]): Float64Array => Float64Array.of(0, ...of);
const M = [row(0.9, 0.1), row(0.8, 0.2)];
const R = [row(0.5, 0.5), row(0.8, 0.2)];
const U = [row(0.01, 0.99), row(0.001, 0.999)];

it('counts as relatives the pairs that share a household’s key beyond those of one person', () => {
  expect(sharingHouseholds([{ slots: [0, 1], pairs: 1120 }], { m: M, r: R }, U, 1000)).toBeCloseTo((1120 - 1000 * 0.72) / 0.4);
});

it('finds none where one person’s records explain all that agree, or nothing was counted', () => {
  expect(sharingHouseholds([{ slots: [0, 1], pairs: 700 }], { m: M, r: R }, U, 1000)).toBe(0);
  expect(sharingHouseholds([], { m: M, r: R }, U, 1000)).toBe(0);
});

it('sees a household where relatives by name agree on what it has in common, and nowhere else', () => {
  // By pattern: name (1 same, 2 surname alone), address (1 same, 2 other).
  const table = {
    size: 5,
    slots: 2,
    levels: Uint8Array.of(1, 1, 2, 1, 2, 2, 2, 0, 0, 1),
    counts: Float64Array.of(1, 10, 100, 1000, 10_000),
  };
  const grounds = {
    household: [false, true],
    kin: [
      [false, false, true],
      [false, false, false],
    ],
  };
  expect(inOneHousehold(table, grounds, { m: M, u: U })).toBe(10);
});
