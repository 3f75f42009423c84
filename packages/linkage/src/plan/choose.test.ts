import { describe, expect, test } from 'vitest';
import { budgetFor } from './budget.ts';
import { chooseRules } from './choose.ts';

const count = (rule: number, pairs: number) => ({ rule, pairs });

describe('choice of rules', () => {
  const counts = [count(0, 9000), count(1, 50), count(2, 10), count(3, 0)];

  test('in the given order while the budget lasts', () => {
    expect(chooseRules(counts, 100).map((c) => c.reason)).toEqual(['over budget', 'chosen', 'chosen', 'no values']);
    expect(chooseRules(counts, 9020).map((c) => c.used)).toEqual([true, false, true, false]);
  });

  test('rules asked for are used whatever they cost', () => {
    expect(chooseRules(counts, 1, [0, 3]).map((c) => c.reason)).toEqual(['asked for', 'not asked for', 'not asked for', 'no values']);
  });
});

test('a block may not take more than its share of the budget', () => {
  for (const records of [0, 1000, 1_000_000, 23_000_000]) {
    const { pairs, block } = budgetFor(records);
    expect((block * (block - 1)) / 2).toBeLessThanOrEqual(Math.max(pairs / 100, 100));
  }
  expect(budgetFor(10, 5).pairs).toBe(5);
});
