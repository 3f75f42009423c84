// The outcomes of comparing two identity numbers, in words, strongest first (linkage.md §3.2, point 4).
import { indexOf, level, scaled } from '../../level.ts';

export const ID_LEVELS = scaled([
  level('missing', '證號缺漏', 'identity number missing', 0, 0),
  level('same-valid', '證號相同（檢查碼正確）', 'same identity number, check digit right', 0.75, 0.0000002, { frequency: 'value' }),
  level('same', '證號相同（檢查碼不符）', 'same identity number, check digit wrong', 0.01, 0.0000002, { frequency: 'value' }),
  level('slip', '證號一碼不同', 'identity number differs in one place', 0.06, 0.000002),
  level('transposed', '證號相鄰兩碼對調', 'two neighbouring characters of the identity number exchanged', 0.01, 0.0000005),
  level('masked', '證號未遮罩部分相符', 'what is visible of a masked identity number agrees', 0.13, 0.00002, {
    unordered: true,
    frequency: 'part',
  }),
  level(
    'borrowed',
    '證號相同但出生年代不同（疑似登錄家屬證號）',
    'same identity number, born a generation apart: probably a relative’s number',
    0.0005,
    0.000001,
    { unordered: true },
  ),
  level('different', '證號不同', 'other identity number', 0.02, 0.3),
  level('different-masked', '證號未遮罩部分不同', 'what is visible of the identity numbers differs', 0.005, 0.2),
  level('different-valid', '證號不同（檢查碼皆正確）', 'two different identity numbers, both check digits right', 0.0145, 0.49997, {
    conflict: true,
  }),
]);

export type IdLevel =
  | 'same-valid'
  | 'same'
  | 'slip'
  | 'transposed'
  | 'masked'
  | 'borrowed'
  | 'different'
  | 'different-masked'
  | 'different-valid';
export const idLevel: (id: IdLevel) => number = indexOf(ID_LEVELS);
