// No code of a case comes to the screen as a code.
import { expect, test } from 'vitest';
import { generalWord } from './general-word.ts';

test.each([
  ['L1', '第一級'],
  ['L2', '第二級'],
  ['C1', '第一類（家內）'],
  ['C2', '第二類（家外）'],
  ['C3', '第三類（其他）'],
  ['sentBack', '退回'],
])('%s', (code, word) => {
  expect(generalWord(code)).toBe(word);
});

test('a code of a programme is left to the programme', () => expect(generalWord('economy')).toBeUndefined());
