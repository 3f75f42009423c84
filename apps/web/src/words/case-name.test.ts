import { expect, test } from 'vitest';
import { byCaseName, caseName, shortCaseName } from './case-name.ts';

const named = (title: string | null, number = 'VF-1') => ({ title, number });

test('a case without a name says so, and comes last', () => {
  expect(caseName(named(null, 'VF-115-11-0054'))).toBe('姓名不詳 VF-115-11-0054');
  const order = [named(null, 'VF-2'), named('王家'), named(null), named('丁家')].toSorted(byCaseName);
  expect(order.map(caseName)).toEqual(['丁家', '王家', '姓名不詳 VF-1', '姓名不詳 VF-2']);
});

test('a short name keeps whole characters', () => {
  expect(shortCaseName(named('𠮷田𡈽家庭'), 3)).toBe('𠮷田𡈽');
  expect(shortCaseName(named('Nguyễn Thị Hồng家庭'), 5)).toBe('Nguyễn Th');
  expect(shortCaseName(named('陳世輝家庭'), 5)).toBe('陳世輝家庭');
  expect(shortCaseName(named(null, 'VF-115-11-0054'), 5)).toBe('11-0054');
});
