// Dates at the edge of the API: the days of the issue, and what a person may type.
import { describe, expect, it } from 'vitest';
import { dateInput, instantInput } from './date.ts';

describe('dateInput', () => {
  it.each([
    ['1130229', '2024-02-29'],
    ['１１３０２２９', '2024-02-29'],
    ['113/2/29', '2024-02-29'],
    ['民國113年2月29日', '2024-02-29'],
    ['2024-02-29', '2024-02-29'],
    ['20240229', '2024-02-29'],
    ['2024/2/29', '2024-02-29'],
    ['990101', '2010-01-01'],
    ['\u200b1130229', '2024-02-29'],
  ])('reads %s', (typed, day) => expect(dateInput.parse(typed)).toBe(day));
  it.each(['1130230', '1120229', '2023-02-29', '昨天', '', '9999-99-99', '0000101'])('refuses %s', (typed) =>
    expect(dateInput.safeParse(typed).success).toBe(false),
  );
});

describe('instantInput', () => {
  it('turns an offset into UTC', () => expect(instantInput.parse('2026-11-22T08:00:00+08:00')).toBe('2026-11-22T00:00:00.000Z'));
  it('refuses a moment without a zone', () => expect(instantInput.safeParse('2026-11-22T08:00:00').success).toBe(false));
});
