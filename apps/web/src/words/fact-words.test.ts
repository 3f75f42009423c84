// Facts of events in words.
import { expect, test } from 'vitest';
import { factWords } from './fact-words.ts';

test('codes are said, ids and moments are not', () => {
  const word = (code: string) => ({ homeVisit: '家訪', met: '見到' })[code] ?? code;
  expect(factWords({ method: 'homeVisit', outcome: 'met', minutes: 70, by: '018f0000-0000-7000-8000-000000000001', at: '2026-11-22T02:00:00.000Z', note: null }, word)).toBe('家訪，見到，70');
});
