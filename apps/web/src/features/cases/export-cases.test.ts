// CSV cells: quoted where needed, never a formula.
import { expect, test } from 'vitest';
import { csvCell } from './export-cases.ts';

test.each([
  ['蘇家', '蘇家'],
  ['a,b', '"a,b"'],
  ['他說"不"', '"他說""不"""'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
])('%s becomes %s', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});
