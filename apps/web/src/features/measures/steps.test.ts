// Steps of colour on the map.
import { expect, test } from 'vitest';
import { stepOf } from './steps.ts';

test('five steps from the least to the most; one value alone stands in the middle', () => {
  expect([0, 50, 100].map((value) => stepOf(value, [0, 50, 100]))).toEqual([0, 2, 4]);
  expect(stepOf(7, [7, 7])).toBe(2);
});
