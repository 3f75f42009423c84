import { expect, it } from 'vitest';
import { daysSince, formatDate, formatMonth, taipeiInstant } from './dates.ts';

it('puts the first night of a month into that month, as Taipei counts it', () => {
  const night = '2026-10-31T17:30:00.000Z';
  expect(formatDate(night)).toBe('115.11.01');
  expect(formatMonth(night)).toBe('115 年 11 月');
  expect(formatMonth('2026-10-31')).toBe('115 年 10 月');
  expect(formatMonth('2026-10')).toBe('115 年 10 月');
});

it('counts days as a calendar in Taipei does', () => {
  const now = Date.parse('2026-11-28T00:30:00+08:00');
  expect(daysSince('2026-11-27T23:50:00+08:00', now)).toBe(1);
  expect(daysSince('2026-11-28T00:01:00+08:00', now)).toBe(0);
  expect(daysSince('2026-11-18T12:00:00+08:00', now)).toBe(10);
});

it('a day and a time of day are those of Taipei, and a day ends where the next begins', () => {
  expect(taipeiInstant('2026-11-28', '00:30')).toBe('2026-11-27T16:30:00.000Z');
  expect(taipeiInstant('2026-02-28', '24:00')).toBe(taipeiInstant('2026-03-01', '00:00'));
});
