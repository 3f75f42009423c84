// Clock words: the sentences of the design kit, and that meaning never improves as time runs.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const say = (left: number, whole = day) => timeLeft(0, whole, whole - left);

describe('timeLeft', () => {
  test.each([
    [18 * minute, '剩 18 分', 'urgent'],
    [3 * hour + 20 * minute, '剩 3 時 20 分', 'attention'],
    [9 * hour + 12 * minute, '剩 9 時 12 分', 'normal'],
    [-26 * minute, '逾期 26 分', 'overdue'],
    [-2 * day, '逾期 2 日', 'overdue'],
    [20_000, '剩 不到 1 分', 'urgent'],
  ])('%i ms left of a day', (left, words, meaning) => {
    expect(say(left)).toMatchObject({ words, meaning });
  });

  test.each([
    [9 * day, '剩 9 日', 'normal'],
    [day + 6 * hour, '剩 1 日 6 時', 'attention'],
    [3 * hour, '剩 3 時', 'urgent'],
  ])('%i ms left of thirty days', (left, words, meaning) => {
    expect(say(left, 30 * day)).toMatchObject({ words, meaning });
  });

  test('meaning only worsens as time runs, and the bar stays between 0 and 100', () => {
    const order = ['normal', 'attention', 'urgent', 'overdue'];
    fc.assert(
      fc.property(fc.integer({ min: hour, max: 60 * day }), fc.integer({ min: 0, max: 70 * day }), fc.nat(day), (whole, at, step) => {
        const before = timeLeft(0, whole, at);
        const after = timeLeft(0, whole, at + step);
        expect(order.indexOf(after.meaning)).toBeGreaterThanOrEqual(order.indexOf(before.meaning));
        expect(after.usedPercent).toBeGreaterThanOrEqual(before.usedPercent);
        expect(after.usedPercent).toBeLessThanOrEqual(100);
      }),
    );
  });
});
