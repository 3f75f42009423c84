import { expect, test } from 'vitest';
import { demoAccounts, terminalWidth } from './demo-accounts.ts';

test('Han characters take two cells, also beyond the basic plane', () => {
  expect([terminalWidth('abc'), terminalWidth('督導'), terminalWidth('𠮷a')]).toEqual([3, 4, 3]);
});

test('columns stand under each other whatever the script', () => {
  const text = demoAccounts({
    password: 'x',
    accounts: [
      { username: 'a', name: '林佩君', role: '督導', unit: 'U1', county: '1' },
      { username: 'longer.name', name: 'Amy', role: 'auditor', unit: 'U2', county: '1' },
    ],
  });
  const starts = text
    .split('\n')
    .filter((line) => line.includes('U'))
    .map((line) => terminalWidth(line.slice(0, line.indexOf('U'))));
  expect(new Set(starts).size).toBe(1);
});

test('the first administrators of a county are not called a demo', () => {
  const text = demoAccounts({
    demo: false,
    accounts: [{ username: 'a', name: 'b', role: 'c', unit: 'd', county: '1', password: 'only-mine' }],
  });
  expect(text).toMatch(/ {2}a .*d.*only-mine/);
  expect(text).toContain('First administrators');
  expect(text).not.toContain('Demo accounts');
});
