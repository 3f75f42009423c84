// The audit filter from the address.
import { expect, test } from 'vitest';
import { readAuditFilter } from './filter.ts';

test('ids, routes and days are read; a day ends at midnight in Taipei; anything else falls away', () => {
  const id = '018f0000-0000-7000-8000-000000000001';
  expect(readAuditFilter({ person: id, case: 'x', route: 'people.one', from: '2026-11-01', to: '2026-11-02' })).toEqual({
    personId: id,
    route: 'people.one',
    from: '2026-10-31T16:00:00.000Z',
    to: '2026-11-02T15:59:59.999Z',
  });
  expect(readAuditFilter({ from: '1151101' })).toEqual({});
});
