// Cells of a CSV file: quotes and what stands in them, blank lines, and the line that each begins on.
import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

test.each([
  [
    'a,b\nc\td',
    [
      [1, ['a', 'b']],
      [2, ['c', 'd']],
    ],
  ],
  [
    '\ufeffa, b \r\n\r\nc,',
    [
      [1, ['a', 'b']],
      [3, ['c', '']],
    ],
  ],
  [
    '"a, ""b""",c\n"two\nlines",d\ne',
    [
      [1, ['a, "b"', 'c']],
      [2, ['two\nlines', 'd']],
      [4, ['e']],
    ],
  ],
  ['', []],
  [',,\n', []],
])('%j', (text, lines) => {
  expect(readCsv(text).map(({ line, cells }) => [line, cells])).toEqual(lines);
});
