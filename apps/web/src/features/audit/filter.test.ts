// The audit filter from the address.
import { expect, test } from 'vitest';
import { faultOfFilter, readAuditFilter } from './filter.ts';

test('ids, routes and days are read; a day ends at midnight in Taipei; anything else falls away', () => {
  const id = '018f0000-0000-7000-8000-000000000001';
  expect(readAuditFilter({ person: id, case: 'x', route: 'people.one', from: '2026-11-01', to: '2026-11-02' })).toEqual({
    personId: id,
    route: 'people.one',
    from: '2026-10-31T16:00:00.000Z',
    // The log is asked for what came before it: the last millisecond of the day is part of the day.
    to: '2026-11-02T16:00:00.000Z',
  });
  expect(readAuditFilter({ from: '1151101' })).toEqual({});
});

test('half an id, or an end before the beginning, is said: without it everything would be shown as if it were asked for', () => {
  expect(faultOfFilter({ person: '018f0000' })).toBe('id');
  expect(faultOfFilter({ case: 'x' })).toBe('id');
  expect(faultOfFilter({ from: '2026-11-02', to: '2026-11-01' })).toBe('span');
  expect(faultOfFilter({ person: ' 018f0000-0000-7000-8000-000000000001 ', from: '2026-11-01', to: '2026-11-01' })).toBeUndefined();
});
