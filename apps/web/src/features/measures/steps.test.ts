// Steps of colour on the map.
import { expect, test } from 'vitest';
import { stepBounds, stepOf } from './steps.ts';

test('five steps from the least to the most; one value alone stands in the middle', () => {
  expect([0, 50, 100].map((value) => stepOf(value, [0, 50, 100]))).toEqual([0, 2, 4]);
  expect(stepOf(7, [7, 7])).toBe(2);
});

test('the legend says from where to where each step goes', () => {
  expect(stepBounds([90, 100]).map(({ from, to }) => [from, to])).toEqual([
    [90, 92],
    [92, 94],
    [94, 96],
    [96, 98],
    [98, 100],
  ]);
  expect(stepBounds([7, 7])).toEqual([{ step: 2, from: 7, to: 7 }]);
  expect(stepBounds([])).toEqual([]);
});
