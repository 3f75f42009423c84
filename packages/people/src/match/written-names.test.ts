import { describe, expect, it } from 'vitest';
import { prepareReported } from './prepare.ts';
import { UNKNOWN_PERSON } from './reported-person.ts';
import { writtenNames } from './written-names.ts';

describe('the names in one field', () => {
  it.each([
    ['陳怡君', ['陳怡君']],
    [' 陳 怡 君 ', ['陳 怡 君']],
    ['陳○君', ['陳○君']],
    ['陳OO', ['陳OO']],
    ['陳X明', ['陳X明']],
    ['吳俊傑 Walis Nokan', ['吳俊傑', 'Walis Nokan']],
    ['吳俊傑Walis Nokan', ['吳俊傑', 'Walis Nokan']],
    ['Walis Nokan 吳俊傑', ['Walis Nokan', '吳俊傑']],
    ['吳俊傑（Walis Nokan）', ['吳俊傑', 'Walis Nokan']],
    ['吳俊傑(瓦歷斯．諾幹)', ['吳俊傑', '瓦歷斯．諾幹']],
    ['吳俊傑 瓦歷斯‧諾幹', ['吳俊傑', '瓦歷斯‧諾幹']],
    ['瓦歷斯 · 諾幹 Walis Nokan', ['瓦歷斯·諾幹', 'Walis Nokan']],
    ['夷將·拔路兒 Icyang·Parod', ['夷將·拔路兒', 'Icyang·Parod']],
    ['吳俊傑/Walis Nokan', ['吳俊傑', 'Walis Nokan']],
    ['陳怡君/林小美', ['陳怡君/林小美']],
    ['王美麗（案母）', ['王美麗']],
    ['小明（綽號阿弟）', ['小明']],
    ['Walis Nokan（綽號阿弟）', ['Walis Nokan']],
    ['吳俊傑（Walis Nokan）（小名 阿傑）', ['吳俊傑', 'Walis Nokan']],
    ['王美麗（0912345678）', ['王美麗']],
    ['瓦歷斯·Nokan', ['瓦歷斯·Nokan']],
    ['Walis Nokan·Watan·漢民', ['Walis Nokan·Watan·漢民']],
    ['Nguyễn Thị Hoa', ['Nguyễn Thị Hoa']],
    ['𠮷田Yoko', ['𠮷田', 'Yoko']],
  ])('%s', (text, names) => expect(writtenNames(text)).toEqual(names));

  it.each([
    ['吳俊傑Walis Nokan', '吳俊傑（Walis Nokan）'],
    ['walis  NOKAN', 'walis NOKAN'],
    ['谷辣斯 ・ 尤達卡', '谷辣斯·尤達卡'],
    ['𠮷', '𠮷'],
    ['Walis  Nokan ‧ 漢民', 'Walis Nokan·漢民'],
    ['Nguyễn Thị Hồng', 'Nguyễn Thị Hồng'],
    ['王美麗（案母）', '王美麗'],
    ['小明(綽號：阿弟)', '小明（綽號:阿弟）'],
    ['小明（綽號阿弟）', '小明（綽號阿弟）'],
    ['吳俊傑（Walis Nokan）（小名阿傑）', '吳俊傑（Walis Nokan、小名阿傑）'],
    ['蘇小妹妹', '蘇小妹妹'],
    ['陳小姐', '陳小姐'],
    ['林先生（綽號阿弟）', '林先生（綽號阿弟）'],
    ['蘇', '蘇'],
    ['○○○', null],
    [null, null],
  ])('%s is shown as %s', (name, shown) => expect(prepareReported({ ...UNKNOWN_PERSON, name }).shownName).toBe(shown));

  it('never fails', () => {
    for (const text of ['', '(', '（）', '/', '·', '\ud800', 'a'.repeat(5000), '王('.repeat(500)])
      expect(() => writtenNames(text)).not.toThrow();
  });
});
