import { expect, it } from 'vitest';
import { nextOpen, progressOf } from './instrument-progress.ts';

const item = (id: string, part: string, required = true) => ({
  id,
  part,
  required,
  kind: 'one' as const,
  label: { zh: id, en: id },
  options: [],
  counts: true,
});
const instrument = {
  parts: [
    { id: 'a', label: { zh: 'a', en: 'a' } },
    { id: 'b', label: { zh: 'b', en: 'b' } },
  ],
  // Stated in another order than they are shown.
  items: [item('b1', 'b'), item('a1', 'a'), item('a2', 'a'), item('a3', 'a', false)],
};

it('counts what is required, part by part', () => {
  expect(progressOf(instrument, { a1: 'Y' })).toEqual([
    { id: 'a', answered: 1, of: 2, firstOpen: 'a2' },
    { id: 'b', answered: 0, of: 1, firstOpen: 'b1' },
  ]);
});

it('goes to the next open question in the order shown, and round to the first', () => {
  expect(nextOpen(instrument, {})).toBe('a1');
  expect(nextOpen(instrument, { a1: 'Y' }, 'a1')).toBe('a2');
  expect(nextOpen(instrument, { a1: 'Y', a2: 'N' }, 'a2')).toBe('b1');
  expect(nextOpen(instrument, { b1: 'Y', a2: 'N' }, 'b1')).toBe('a1');
  expect(nextOpen(instrument, { a1: 'Y', a2: 'N', b1: 'Y' }, 'b1')).toBe(null);
});
