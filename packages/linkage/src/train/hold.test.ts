import { expect, it } from 'vitest';
import { fewTelling, shareStrengths, usualStrengths } from './hold.ts';

// Names and streets tell something, the sex does not. Group 0: found by the name alone; group 1: by name and street.
const random = [Float64Array.of(0, 0.0001, 0.9999), Float64Array.of(0, 0.004, 0.996), Float64Array.of(0, 0.5, 0.5)];
const table = (slots: number) => ({
  size: 3,
  slots,
  counts: Float64Array.of(100, 20, 30),
  group: Int32Array.of(0, 0, 1),
  possible: [[[false, true, false], null, null].slice(0, slots), [[false, true, false], [false, true, false], null].slice(0, slots)],
});

it('holds on to the shares of matches in groups where one column is left that tells something', () => {
  const [usual] = usualStrengths(table(3));
  expect([...shareStrengths(table(3), random, false)]).toEqual([usual! + 120, usual! + 30]);
});

it('lets go in the end, but not where there is no third column', () => {
  expect(shareStrengths(table(3), random, true)).toEqual(usualStrengths(table(3)));
  expect([...shareStrengths(table(2), random, true)]).toEqual([...shareStrengths(table(2), random, false)]);
});

it('does not where two columns are left', () => {
  const born = [...random, Float64Array.of(0, 0.0001, 0.9999)];
  const more = { ...table(3), slots: 4, possible: table(3).possible.map((rows) => [...rows, null]) };
  const [usual] = usualStrengths(more);
  expect([...shareStrengths(more, born, false)]).toEqual([usual, usual! + 30]);
  expect([random, born].map(fewTelling)).toEqual([true, false]);
});
