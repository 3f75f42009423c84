// What speaks for each role: words in the column's name, patterns in its values, and how varied it is. Each hint gives its reason in both languages.

import type { Role, Words } from '../roles/index.ts';
import type { ColumnFacts } from './column-facts.ts';

export interface Hint {
  readonly role: Role;
  /** 0 to 1; name and value hints of one role add up. */
  readonly strength: number;
  readonly reason: Words;
}

const NAMED: readonly (readonly [Role, RegExp])[] = [
  ['birth-date', /birth|^dob$|_dob|date_of_birth|生日|出生/i],
  ['given-name', /given|first.?name|forename|^fname$|^名$|名字/i],
  ['surname', /surname|last.?name|family.?name|^lname$|^姓$|姓氏/i],
  [
    'free-text',
    /(site|program|agency|company|organi[sz]ation|org|school|cent(er|re)|provider|business).?name|^(company|organi[sz]ation|agency)$|機構|單位名稱|公司|校名/i,
  ],
  ['full-name', /(^|(?<!street|road|city|place|file|user)[_ ])name$|full.?name|姓名|案主|當事人/i],
  ['identifier', /national.?id|ssn|soc.?sec|passport|id.?(no|number)|身分證|身份證|統一編號|證號|nhs/i],
  ['phone', /phone|mobile|^tel|cell|fax|電話|手機/i],
  ['email', /e-?mail|電郵|信箱/i],
  ['sex', /^sex$|gender|性別/i],
  ['postcode', /post.?code|^zip|zip.?code|郵遞區號/i],
  ['address', /addr|street|住址|地址|居所|戶籍/i],
  ['place', /(^|[^a-z])(city|town|suburb|county|state|district)|birth.?place|縣市|鄉鎮|區域|地區/i],
  ['category', /type|category|status|race|ethnic|occupation|類別|種類|身分別|職業/i],
];

const DATE =
  /^(\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(19|20)\d{6}|[01]?\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])|\d{2,3}[-/.]\d{1,2}[-/.]\d{1,2}|(民國|西元)?\s*\d{2,4}年.*)$/;
const ID = /^[A-Za-z][A-D1289a-d][\d*xX○]{8}$/;
const PHONE = /^(\+?886|0)[-\d() ]{8,14}(#\d+)?$|^\+\d[\d ()-]{7,16}$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const SEX = /^(男|女|m|f|male|female|男性|女性|[12])$/i;
const ADDRESS = /(市|縣).*(區|鄉|鎮|市)|[路街巷弄段].*\d*號|\d+ .*(street|st|road|rd|ave|avenue|place|pl|drive|dr|lane|court|circuit)\b/i;
const HAN_NAME = /^[\p{sc=Han}○Ｏ*·‧．]{2,5}$/u;

/** Hints from the column's name. */
export const nameHints = (column: string): Hint[] =>
  NAMED.filter(([, pattern]) => pattern.test(column)).map(([role, pattern]) => {
    const word = pattern.exec(column)![0];
    return { role, strength: 0.5, reason: { zh: `欄名含「${word}」`, en: `its name contains “${word}”` } };
  });

const share = (part: number): string => `${Math.round(part * 100)}%`;

const seen = (role: Role, part: number, weight: number, zh: string, en: string): Hint[] =>
  part < 0.5
    ? []
    : [{ role, strength: part * weight, reason: { zh: `${share(part)} 的值${zh}`, en: `${share(part)} of its values ${en}` } }];

/** Hints from the values. */
export const valueHints = (facts: ColumnFacts): Hint[] => {
  const surnameFirst = facts.share(HAN_NAME);
  return [
    ...seen('birth-date', facts.share(DATE), 0.6, '像日期', 'look like dates'),
    ...seen('identifier', facts.share(ID), 0.9, '像身分證或居留證號', 'look like national or resident ids'),
    ...seen('phone', facts.share(PHONE), 0.8, '像電話號碼', 'look like telephone numbers'),
    ...seen('email', facts.share(EMAIL), 0.95, '像電子郵件', 'look like e-mail addresses'),
    ...(facts.distinctCount <= 8 ? seen('sex', facts.share(SEX), 0.6, '是性別代碼', 'are codes of sex') : []),
    ...seen('address', facts.share(ADDRESS), 0.85, '像地址', 'look like addresses'),
    ...(facts.distinct > 0.05 || facts.distinctCount > 50 ? seen('full-name', surnameFirst, 0.5, '像漢字姓名', 'look like Han names') : []),
  ];
};
