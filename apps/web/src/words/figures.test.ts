// Figures in words.
import { expect, test } from 'vitest';
import { formatDifference, formatFigure, formatTarget, standingOf } from './figures.ts';

const figure = (value: number | null, suppressed = false) => ({ value, numerator: null, denominator: null, suppressed });

test.each([
  [figure(98.4210526), 'percent', '98.4%'],
  [figure(0), 'percent', '0.0%'],
  [figure(12), 'count', '12'],
  [figure(null), 'percent', '—'],
  [figure(null, true), 'percent', '少於 5 或可由此推知，不列'],
])('%o in %s', (value, unit, words) => {
  expect(formatFigure(value, unit)).toBe(words);
});

test('targets and how an indicator stands: by word and shape, never by colour alone', () => {
  expect(formatTarget({ op: 'gte', value: 95, year: 2026 }, 'percent')).toBe('≥95.0%');
  expect(standingOf('missed').slice(0, 2)).toEqual(['overdue', '落後']);
});

test('a difference is that of the rounded figures beside it, with its sign; of what is not shown nothing is said', () => {
  expect(formatDifference(figure(97.64), figure(97.93))).toBe('−0.3');
  expect(formatDifference(figure(100), figure(97.9))).toBe('+2.1');
  expect(formatDifference(figure(97.91), figure(97.93))).toBe('0.0');
  expect(formatDifference(figure(null, true), figure(97.9))).toBe('—');
});
