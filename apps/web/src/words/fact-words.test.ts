// Facts of events in words.
import { expect, test } from 'vitest';
import { factWords } from './fact-words.ts';

test('codes, minutes and dates are said; ids, moments and bare numbers are not', () => {
  const word = (code: string) => ({ homeVisit: '家訪', met: '見到' })[code] ?? code;
  const facts = {
    method: 'homeVisit',
    outcome: 'met',
    minutes: 70,
    goal: 2,
    by: '018f0000-0000-7000-8000-000000000001',
    at: '2026-11-22T02:00:00.000Z',
    reviewOn: '2027-01-15',
    note: null,
    about: 'case',
    version: '1',
    packVersion: '2026.1+64000.1',
  };
  expect(factWords(facts, word)).toBe('家訪，見到，70 分鐘，116.01.15');
});

test('whether it was approved and whether somebody is safe is said, and who was met', () => {
  const id = '018f0000-0000-7000-8000-000000000002';
  const nameOf = (one: string) => (one === id ? '陳小明' : undefined);
  expect(factWords({ approved: false, outcome: 'open' }, () => '開案')).toBe('退回，開案');
  expect(factWords({ approved: true, side: 'family' }, String)).toBe('同意');
  expect(factWords({ safe: false, persons: [id, '018f0000-0000-7000-8000-000000000003'], faceToFace: true }, String, nameOf)).toBe(
    '人身安全有疑慮，陳小明',
  );
});

test('a corrected role says what it was', () => {
  const words: Record<string, string> = { member: '同住家人', respondent: '相對人' };
  expect(factWords({ was: 'member', role: 'respondent', side: 'offender' }, (code) => words[code] ?? code)).toBe('由同住家人改為相對人');
});

test('one code may mean two things: the name of the fact says which; that a file is attached is said once', () => {
  const named = (code: string, name?: string) => `${name}:${code}`;
  expect(factWords({ band: 'safeWithPlan' }, named)).toBe('band:safeWithPlan');
  expect(factWords({ file: '018f0000-0000-7000-8000-000000000002', purpose: 'attachment' }, named)).toBe('');
});

test('when a visit is planned is said, in which kind it is not: the method says it', () => {
  const facts = {
    plan: '018f0000-0000-7000-8000-000000000001',
    kind: 'visit',
    method: 'homeVisit',
    at: '2026-11-22T02:00:00.000Z',
    contact: null,
  };
  expect(factWords(facts, (code) => (code === 'homeVisit' ? '家訪' : code))).toBe('家訪，預定 115.11.22 10:00');
});

test('who was not met at a visit is said by name and place; of whom no name is known nothing is said', () => {
  const others = [
    { person: 'a', how: 'away' },
    { person: 'b', how: 'atHome' },
    { person: 'c', how: 'unknown' },
  ];
  expect(
    factWords(
      { others },
      (code) => code,
      (id) => ({ a: '甲', c: '丙' })[id],
    ),
  ).toBe('甲 不在家，丙 不知是否在家');
});

test('of a changed plan it is said what is new, and from when it was moved', () => {
  const plan = '018f0000-0000-7000-8000-000000000002';
  const facts = { plan, changed: ['at', 'place'], at: '2026-11-29T02:00:00.000Z', wasAt: '2026-11-28T06:00:00.000Z' };
  expect(factWords(facts, String)).toBe('更改：時間、其他地點，預定 115.11.29 10:00，原訂 115.11.28 14:00');
});

test('what was seen at home: concern and what was not looked at by name, what is fine by number', () => {
  const names: Record<string, string> = { meals: '三餐', hazards: '瓦斯', carer: '照顧者' };
  const home = [
    { item: 'carer', seen: 'fine' },
    { item: 'meals', seen: 'concern' },
    { item: 'hazards', seen: 'notLooked' },
  ];
  expect(factWords({ home }, (code) => names[code] ?? code)).toBe('居家與照顧有疑慮：三餐，未查看：瓦斯，無異狀 1 項');
});

test('who was met is said with the outcome, and that it was not the one whom the case is about', () => {
  const father = '018f0000-0000-7000-8000-000000000003';
  const say = (facts: object) =>
    factWords({ outcome: 'met', persons: [father], ...facts }, String, (id) => (id === father ? '張銘豪' : undefined));
  expect(say({ faceToFace: true, subjectMet: false })).toBe('見到 張銘豪，未見到本人');
  expect(say({ subjectMet: true })).toBe('聯繫到 張銘豪');
  expect(say({ subjectMet: false })).toBe('聯繫到 張銘豪，未聯繫到本人');
  expect(say({ persons: [] })).toBe('met');
});

test('a risk that a rule noted says so; who noted it otherwise stands beside the event', () => {
  const word = (code: string) => (code === 'lethalItem' ? '致命題項' : code);
  expect(factWords({ risk: 'lethalItem', source: 'rule' }, word)).toBe('致命題項，依評估結果自動註記');
  expect(factWords({ risk: 'lethalItem', source: 'person', on: true }, word)).toBe('致命題項');
  expect(factWords({ on: false, risk: 'lethalItem', source: 'person' }, word)).toBe('解除，致命題項');
});

test('what was found out of the family is a sentence with its ground', () => {
  const [a, b] = ['018f0000-0000-7000-8000-000000000002', '018f0000-0000-7000-8000-000000000003'];
  const nameOf = (one: string) => ({ [a]: '王麗珠', [b]: '林小安' })[one];
  const word = (code: string) => ({ stepParent: '繼父母' })[code] ?? code;
  const facts = {
    word: a,
    about: 'kin',
    person: a,
    other: b,
    relation: 'stepParent',
    lives: null,
    since: null,
    until: null,
    basis: 'document',
  };
  expect(factWords(facts, word, nameOf)).toBe('王麗珠是林小安的「繼父母」，戶籍資料或證件');
  expect(factWords({ ...facts, relation: null }, word, nameOf)).toBe('王麗珠與林小安不是所述的關係，戶籍資料或證件');
  const home = { ...facts, about: 'home', relation: null, basis: 'visit' };
  expect(factWords({ ...home, lives: true, since: '2026-02-01' }, word, nameOf)).toBe('王麗珠與林小安同住，115.02.01 起，訪視確認');
  expect(factWords({ ...home, lives: true, until: '2026-08-01' }, word, nameOf)).toBe('王麗珠與林小安同住至115.08.01，訪視確認');
  expect(factWords({ ...home, lives: false }, word, nameOf)).toBe('王麗珠未與林小安同住，訪視確認');
});
