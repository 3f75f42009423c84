// Figures in words.
import { expect, test } from 'vitest';
import { formatFigure, formatTarget, stepOf } from './figures.ts';

const figure = (value: number | null, suppressed = false) => ({ value, numerator: null, denominator: null, suppressed });

test.each([
  [figure(98.4210526), 'percent', '98.4%'],
  [figure(0), 'percent', '0.0%'],
  [figure(12), 'count', '12'],
  [figure(null), 'percent', '—'],
  [figure(null, true), 'percent', '少於 5，不列'],
])('%o in %s', (value, unit, words) => {
  expect(formatFigure(value, unit)).toBe(words);
});

test('targets and steps', () => {
  expect(formatTarget({ op: 'gte', value: 95, year: 2026 }, 'percent')).toBe('≥95.0%');
  expect([0, 50, 100].map((value) => stepOf(value, [0, 50, 100]))).toEqual([0, 2, 4]);
  expect(stepOf(7, [7, 7])).toBe(2);
});
