import { expect, it } from 'vitest';
import { unproposed as ofTable } from './unproposed.ts';

/** Rules on one column each, unless said otherwise; all pairs hold all columns, unless `levels` (pattern × columns) say otherwise. */
const unproposed = (
  table: { size: number; masks: Int32Array; counts: Float64Array; catches: number; levels?: Uint8Array; rulesOn?: readonly number[] },
  match: Float64Array,
): number => {
  const rulesOn = table.rulesOn ?? [1, 2, 4];
  return ofTable({ slots: rulesOn.length, levels: new Uint8Array(table.size * rulesOn.length).fill(1), ...table, rulesOn }, match);
};

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

it('expects no more of pairs that hold one column than its rules find of others', () => {
  // Three rules of 0.5, 0.6 and 0.7: 600 of 10,000 matches are found by none. Of 4,000 more that hold the first column only its rule finds half.
  const masks = Int32Array.of(1, 2, 4, 3, 5, 6, 7, 1);
  const counts = Float64Array.of(600, 900, 1400, 900, 1400, 2100, 2100, 2000);
  const levels = new Uint8Array(24).fill(1);
  levels.fill(0, 22);
  expect(unproposed({ size: 8, masks, counts, catches: 7, levels }, new Float64Array(8).fill(1))).toBeCloseTo(2600);
});

it('takes two rules on one column for one where a pair holds no other', () => {
  // As above, but the first column has a second rule that finds the same: taken for two catches it would say that nearly all were found.
  const masks = Int32Array.of(2, 4, 6, 9, 9);
  const counts = Float64Array.of(3000, 3000, 3000, 1000, 2000);
  const levels = new Uint8Array(15).fill(1);
  levels.fill(0, 13);
  const missed = unproposed({ size: 5, masks, counts, catches: 15, levels, rulesOn: [9, 2, 4] }, new Float64Array(5).fill(1));
  expect(missed).toBeGreaterThanOrEqual(2000);
});

it('claims none where every match is found more than twice, or nothing was found', () => {
  expect(unproposed({ size: 1, masks: Int32Array.of(7), counts: Float64Array.of(50), catches: 7 }, Float64Array.of(1))).toBe(0);
  expect(unproposed({ size: 0, masks: new Int32Array(0), counts: new Float64Array(0), catches: 7 }, new Float64Array(0))).toBe(0);
});
