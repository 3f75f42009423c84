import { expect, it } from 'vitest';
import { formatDate, formatMonth } from './dates.ts';

it('puts the first night of a month into that month, as Taipei counts it', () => {
  const night = '2026-10-31T17:30:00.000Z';
  expect(formatDate(night)).toBe('115.11.01');
  expect(formatMonth(night)).toBe('115 年 11 月');
  expect(formatMonth('2026-10-31')).toBe('115 年 10 月');
  expect(formatMonth('2026-10')).toBe('115 年 10 月');
});
