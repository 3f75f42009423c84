// A remark for a slip of the hand, none for a right number, a part of one or a passport.
import { expect, test } from 'vitest';
import { idRemark } from './id-remark.ts';

test.each(['A123456789', 'a１２３４５６７８９', 'A1234', '', 'X1234567890', 'A800000014'])('%s passes', (typed) => {
  expect(idRemark(typed)).toBeUndefined();
});

test.each(['A123456780', 'A800000013'])('%s has a wrong check digit', (typed) => {
  expect(idRemark(typed)).toContain('檢查碼');
});
