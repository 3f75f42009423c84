// Which copy of a draft wins.
import { expect, test } from 'vitest';
import { newer } from './newer.ts';

const at = (savedAt: string) => ({ body: { note: savedAt }, savedAt });

test('the later copy wins, the server in a tie, whichever is missing', () => {
  const early = at('2026-11-22T08:00:00.000Z');
  const late = at('2026-11-22T08:00:01.000Z');
  expect(newer(early, late)).toBe(late);
  expect(newer(late, early)).toBe(late);
  expect(newer(early, { ...early })).toBe(early);
  expect(newer(null, late)).toBe(late);
  expect(newer(early, undefined)).toBe(early);
  expect(newer(null, undefined)).toBeUndefined();
});
