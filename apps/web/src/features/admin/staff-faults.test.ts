// What an administrator reads when a file does not fit: each fault once, with its lines.
import { expect, test } from 'vitest';
import { gatherFaults, runsOf } from './staff-faults.ts';

const at = { units: [2], users: [2, 3, 4, 6] };

test('a column that is out of place is one fault with its lines; another one is another', () => {
  const date = '看不懂這個日期';
  expect(
    gatherFaults(
      {
        'users.0.grants.0.until': date,
        'users.1.grants.0.until': date,
        'users.1.grants.1.until': date,
        'users.3.grants.0.until': date,
        'users.2.unit': '沒有這個單位',
        'units.0.kind': '請從選項中選擇',
        rehearsal: '?',
      },
      at,
    ),
  ).toEqual([
    { sheet: 'users', field: 'until', why: date, lines: [2, 3, 6] },
    { sheet: 'users', field: 'unit', why: '沒有這個單位', lines: [4] },
    { sheet: 'units', field: 'kind', why: '請從選項中選擇', lines: [2] },
    { sheet: null, field: 'rehearsal', why: '?', lines: [] },
  ]);
});

test('lines in a row are said by their ends', () => {
  expect(runsOf([5, 2, 3, 4, 9])).toEqual([
    [2, 5],
    [9, 9],
  ]);
});
