// What is typed into a long list finds by any part of name, unit or load, in any order, in full or half width.
import { expect, test } from 'vitest';
import { fitsTyped } from './chooser-match.ts';

test('every word typed must occur, wherever', () => {
  const text = '吳惠惠　三民社會福利服務中心，在案 6';
  for (const typed of ['', '  ', '惠惠', '三民', '三民 吳', '吳惠惠　三民社會福利服務中心', '在案 ６'])
    expect(fitsTyped(text, typed), typed).toBe(true);
  for (const typed of ['林', '三民 林', '在案 7']) expect(fitsTyped(text, typed), typed).toBe(false);
  expect(fitsTyped('NGO 安心家庭', 'ｎｇｏ')).toBe(true);
});
