// Filters from the address: known ones are taken, unknown ones ignored.
import { expect, test } from 'vitest';
import { conditionsOf, isChanged, readFilter } from './filter.ts';

test('an empty address gives the starting view by time left', () => {
  expect(readFilter({}, 'mine')).toEqual({ view: 'mine', sort: 'due' });
});

test('known filters are taken over, unknown values fall away', () => {
  expect(
    readFilter(
      { view: 'overdue', status: 'open', risk: 'awful', programme: 'vulnerable-family', district: '64000030', lead: 'L', sort: 'x' },
      'all',
    ),
  ).toEqual({ view: 'overdue', sort: 'due', status: 'open', programme: 'vulnerable-family', district: '64000030', leadId: 'L' });
});

test('a view is changed by a condition or another order, not by the columns that are shown', () => {
  expect(isChanged(readFilter({ view: 'mine', hide: 'needs' }, 'unit'))).toBe(false);
  expect(isChanged(readFilter({ view: 'mine', risk: 'high' }, 'unit'))).toBe(true);
  expect(isChanged(readFilter({ sort: 'newest' }, 'unit'))).toBe(true);
  expect(conditionsOf(readFilter({ sort: 'newest', risk: 'high' }, 'unit'))).toEqual({ view: 'unit', risk: 'high' });
});
