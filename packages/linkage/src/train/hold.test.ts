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

const grounds = (of: readonly Float64Array[] = random) => ({
  random: of,
  counted: of.map(() => false),
  household: of.map((_, s) => s === 1),
  kin: of.map(() => [false, false, false]),
});

it('holds on to the shares of matches in groups where one column is left that tells something', () => {
  const [usual] = usualStrengths(table(3));
  expect([...shareStrengths(table(3), grounds(), false)]).toEqual([usual! + 120, usual! + 30]);
});

it('lets go in the end, but not where there is no third column', () => {
  expect(shareStrengths(table(3), grounds(), true)).toEqual(usualStrengths(table(3)));
  expect([...shareStrengths(table(2), grounds(), true)]).toEqual([...shareStrengths(table(2), grounds(), false)]);
});

it('does not where two columns are left', () => {
  const born = [...random, Float64Array.of(0, 0.0001, 0.9999)];
  const more = { ...table(3), slots: 4, possible: table(3).possible.map((rows) => [...rows, null]) };
  const [usual] = usualStrengths(more);
  expect([...shareStrengths(more, grounds(born), false)]).toEqual([usual, usual! + 30]);
  expect([random, born].map(fewTelling)).toEqual([true, false]);
});

it('holds on more where strangers of one name were counted', () => {
  const [usual] = usualStrengths(table(3));
  const counted = [true, false, false];
  expect([...shareStrengths(table(3), { ...grounds(), counted }, false)]).toEqual([usual! + 360, usual! + 90]);
});

it('does not where relatives are found as well as one person: by what a household has in common and a part of the name', () => {
  const [usual] = usualStrengths(table(3));
  const kin = [[false, true, false], [], []];
  expect([...shareStrengths(table(3), { ...grounds(), kin }, false)]).toEqual([usual! + 120, usual]);
});
