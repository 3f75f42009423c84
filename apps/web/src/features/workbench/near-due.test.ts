import { expect, test } from 'vitest';
import { nearDue } from './near-due.ts';

const now = Date.parse('2026-11-28T01:00:00Z');
const inDays = (days: number) => ({ due: new Date(now + days * 86_400_000).toISOString() });

test('what ends within two weeks is for now, overdue too; of what ends later the nearest few, where there is little', () => {
  const many = [-3, 0, 1, 2, 3, 5, 8, 9, 13, 14, 15, 40].map(inDays);
  expect(nearDue(many, now)).toEqual(many.slice(0, 10));
  const few = [20, 30, 40].map(inDays);
  expect(nearDue(few, now)).toEqual(few);
  expect(
    nearDue(
      Array.from({ length: 12 }, (_, at) => inDays(20 + at)),
      now,
    ),
  ).toHaveLength(8);
});
