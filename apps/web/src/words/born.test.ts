import { expect, test } from 'vitest';
import { bornInWords } from './born.ts';

test.each([
  ['1981-05-27', 'day', '70.05.27'],
  ['1981-05-01', 'month', '民國 70 年 5 月生'],
  ['1981-01-01', 'year', '民國 70 年生'],
  ['1964-01-01', 'approximate', '約 62 歲'],
  [null, 'unknown', '出生日期不明'],
] as const)('%s known by the %s', (birthDate, birthPrecision, words) => {
  expect(bornInWords({ birthDate, birthPrecision }, '2026-11-28')).toBe(words);
});
