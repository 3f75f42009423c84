// The outcomes of comparing two telephone numbers, in words, strongest first.
import { level, scaled } from '../../level.ts';

export const PHONE_LEVELS = scaled([
  level('missing', '電話缺漏', 'telephone missing', 0, 0),
  level('same-mobile', '手機號碼相同', 'same mobile number', 0.5, 0.000005, { frequency: 'value' }),
  level('same-landline', '市話號碼相同', 'same landline number', 0.12, 0.000005, { frequency: 'value' }),
  level('slip', '電話一碼不同', 'telephone differs in one place', 0.05, 0.000004),
  level('local', '電話相同但缺區碼', 'same telephone, area code missing', 0.02, 0.000005, { unordered: true }),
  level('extension', '總機相同、分機不同', 'same switchboard, other extension', 0.01, 0.000005, { unordered: true, frequency: 'value' }),
  level('different', '電話不同', 'other telephone', 0.3, 0.99996),
]);
