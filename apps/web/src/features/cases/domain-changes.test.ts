import { expect, test } from 'vitest';
import { domainChanges, mostUsed } from './domain-changes.ts';

const use = (instrument: string, at: string, scores: readonly number[], person: string | null = null) =>
  ({
    instrument,
    at,
    score: scores.length,
    subjectPersonId: person,
    parts: scores.map((score, n) => ({ id: `P${n}`, label: { zh: `面向${n}` }, score })),
  }) as never;

test('the most used instrument, its uses by time, and each domain from the first to the last', () => {
  const all = [use('a', '2026-09-01', [3, 1]), use('b', '2026-08-01', [9]), use('a', '2026-03-01', [5, 1]), use('a', '2026-06-01', [4, 4])];
  const used = mostUsed(all);
  expect(used.map((each) => each.at)).toEqual(['2026-03-01', '2026-06-01', '2026-09-01']);
  expect(domainChanges(used).map(({ id, from, to }) => [id, from, to])).toEqual([
    ['P0', 5, 3],
    ['P1', 1, 1],
  ]);
});

test('the scores of two people are no trend, and once is no change', () => {
  const used = mostUsed([use('a', '2026-03-01', [1], 'x'), use('a', '2026-04-01', [2], 'y')]);
  expect(used).toHaveLength(1);
  expect(domainChanges(used)).toEqual([]);
});
