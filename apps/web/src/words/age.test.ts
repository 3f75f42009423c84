// Ages in words.
import { expect, test } from 'vitest';
import { ageInWords } from './age.ts';

test.each([
  ['2019-03-14', '2026-11-22', '7 歲 8 個月'],
  ['2019-03-23', '2026-11-22', '7 歲 7 個月'],
  ['1990-06-01', '2026-11-22', '36 歲'],
  ['2026-11-23', '2026-11-22', '日期在今天之後'],
])('%s on %s', (born, today, words) => {
  expect(ageInWords(born, today)).toBe(words);
});
