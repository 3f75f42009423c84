// The day of review half a year on.
import { expect, test } from 'vitest';
import { monthsFrom } from './months-from.ts';

test('stays inside the month, and counts the day of Taipei', () => {
  expect(monthsFrom(new Date('2026-08-31T02:00:00Z'), 6)).toBe('2027-02-28');
  expect(monthsFrom(new Date('2026-11-26T17:00:00Z'), 6)).toBe('2027-05-27');
  expect(monthsFrom(new Date('2026-03-01T00:00:00Z'), 6)).toBe('2026-09-01');
});
