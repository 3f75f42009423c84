import { expect, test } from 'vitest';
import { type GrantDraft, toGrants } from './grants.ts';

const row: GrantDraft = { key: 'a', role: 'leadWorker', reach: 'unit', reachId: null, until: null };

test('every row is sent, one without a role too: the server names it; it was dropped in silence', () => {
  expect(toGrants([row, { ...row, key: 'b', role: '' }]).map((each) => each.role)).toEqual(['leadWorker', '']);
});

test('a right ends with its day in Taipei; a text that is no day goes as it is, to be named as wrong', () => {
  expect(toGrants([{ ...row, until: '2026-12-31' }])[0]?.until).toBe('2026-12-31T15:59:59.000Z');
  expect(toGrants([{ ...row, until: '115年底' }])[0]?.until).toBe('115年底');
});
