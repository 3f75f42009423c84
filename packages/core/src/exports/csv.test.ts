// Cells are quoted where needed and never a formula; numbers and nothing are themselves.
import { expect, test } from 'vitest';
import { csvCell, csvFile } from './csv.ts';

test.each([
  ['蘇家', '蘇家'],
  ['a,b', '"a,b"'],
  ['他說"不"', '"他說""不"""'],
  ['a\r\nb', '"a\r\nb"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['﹢1', "'﹢1"],
  [' =1+1', "' =1+1"],
  ['𠮷田·Yukan', '𠮷田·Yukan'],
  ['\r=1', `"'\r=1"`],
  [-3, '-3'],
  [null, ''],
])('%j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('a file begins with its mark and ends every line', () => {
  expect(
    csvFile([
      ['頭', 'b'],
      ['x', 1],
    ]),
  ).toBe('\ufeff頭,b\r\nx,1\r\n');
});
