// Somebody is found and matched by a part of a name, where a part is all that is known (0076).
import { describe, expect, it } from 'vitest';
import { readSearch } from '../search/index.ts';
import { type IndexedPerson, indexKeys, lookupKeys, prepareReported, type ReportedPerson } from './index.ts';
import { decide, reported } from './testing/people.ts';

describe('a part of a name', () => {
  const keysOf = (name: string) => indexKeys(prepareReported(reported({ name })));
  const finds = (typed: string, name: string): boolean => {
    const held = new Set(keysOf(name).map((key) => `${key.kind} ${key.value}`));
    const asked = readSearch(typed);
    return [...asked.keys, ...asked.parts].some((key) => held.has(`${key.kind} ${key.value}`));
  };
  it.each([
    ['谷辣斯', '谷辣斯・尤達卡'],
    ['尤達卡', '谷辣斯·尤達卡'],
    ['谷辣斯·馬耀', '谷辣斯·尤達卡·馬耀'],
    ['walis', 'Walis Nokan'],
    ['NOKAN', 'Walis Nokan'],
    ['nguyen hoa', 'Nguyễn Thị Hoa'],
    ['walis', '吳俊傑 Walis Nokan'],
    ['吳俊傑', 'Walis Nokan（吳俊傑）'],
    ['諾幹', '吳俊傑（瓦歷斯·諾幹）'],
    ['怡君', '陳怡君'],
    ['志明', '歐陽志明'],
    ['歐陽', '歐陽志明'],
    ['君', '陳怡君'],
    ['粘', '粘怡君'],
    ['𠮷', '王𠮷'],
    ['吉', '王𠮷'],
    ['𠮷', '𠮷'],
    ['nuraini', "Siti Nur'aini"],
    ['Nur’aini', 'Siti Nuraini'],
    ["nur'aini", 'Nuraini'],
    ['siti nuraini', 'Siti Nur’aini'],
    ['Maria Pereira', 'Maria Conceição dos Santos e Silva de Albuquerque Pereira'],
    ['瓦歷斯諾幹', '瓦歷斯·諾幹'],
    ['瓦歷斯．諾幹', '瓦歷斯諾幹'],
    ['阿弟', '小明（綽號阿弟）'],
    ['黑狗兄', '陳大明(外號：黑狗兄)'],
    ['tony', 'Walis Nokan（綽號Tony）'],
    ['小明', '小明（綽號阿弟）'],
    ['林小美', '陳怡君（原名林小美）'],
  ])('%s finds %s', (typed, name) => expect(finds(typed, name)).toBe(true));
  it.each([
    ['陳', '陳怡君'],
    ['林', '林怡君'],
    ['怡文', '陳怡君'],
    ['w', 'Walis Nokan'],
    ['瓦歷', '瓦歷斯·諾幹'],
    ['aini', "Siti Nur'aini"],
    ['綽號', '小明（綽號阿弟）'],
  ])('%s does not find %s', (typed, name) => expect(finds(typed, name)).toBe(false));
  it('does not put a common surname before the index', () => expect(readSearch('陳')).toMatchObject({ kind: 'tooWide', parts: [] }));

  const looked = (name: string, known: string): boolean => {
    const held = new Set(keysOf(known).map((key) => `${key.kind} ${key.value}`));
    return lookupKeys(prepareReported(reported({ name }))).some((key) => held.has(`${key.kind} ${key.value}`));
  };
  const level = (name: string, known: string) => {
    const decision = decide(
      { name, phones: ['0900123456'] },
      { name: known, sex: null, birthDate: null, birthPrecision: 'unknown', hits: ['phone'] },
    );
    return decision.kind === 'candidates' ? decision.candidates[0]?.evidence[0]?.level : decision.kind;
  };
  it.each([
    ['谷辣斯', '谷辣斯·尤達卡', 'part'],
    ['Walis', 'Walis Nokan', 'part'],
    ['Walis Nokan', 'Walis', 'part'],
    ['怡君', '陳怡君', 'part'],
    ['陳怡君', '怡君', 'part'],
    ['Walis Nokan', '吳俊傑（Walis Nokan）', 'same'],
    ['吳俊傑 Walis Nokan', '吳俊傑', 'same'],
    ['Walis', '吳俊傑（Walis Nokan）', 'part'],
    ['陳林美玉', '林美玉', 'prefix'],
  ])('a report of %s is matched with %s', (name, known, agrees) => {
    if (agrees !== 'prefix') expect(looked(name, known)).toBe(true);
    expect(level(name, known)).toBe(agrees);
  });
  it('is never looked up by a nickname', () => {
    expect(looked('阿弟', '小明（綽號阿弟）')).toBe(false);
    expect(looked('小明（綽號阿弟）', '阿弟')).toBe(false);
    expect(looked('Siti Nuraini', "Siti Nur'aini")).toBe(true);
  });
  it('is never looked up by one character', () => {
    for (const name of ['陳怡君', '𠮷', '谷辣斯·尤達卡'])
      expect(lookupKeys(prepareReported(reported({ name }))).some((key) => key.kind === 'nameCharacter')).toBe(false);
  });

  const crowd = (n: number, more: Partial<IndexedPerson> = {}) =>
    Array.from(
      { length: n },
      (_, i): Partial<IndexedPerson> => ({ id: `p${i}`, name: `Walis ${'ABCDEFGHIJ'[i]}ukan`, sex: 'male', birthDate: null, ...more }),
    );
  const proposed = (r: Partial<ReportedPerson>, ...people: Partial<IndexedPerson>[]) => {
    const decision = decide({ name: 'Walis', ...r }, ...people);
    return decision.kind === 'candidates' ? decision.candidates.map((one) => one.personId) : decision.kind;
  };
  it('proposes nobody of many, and everybody of few; whatever else agrees brings them back', () => {
    expect(proposed({}, ...crowd(3))).toHaveLength(3);
    expect(proposed({}, ...crowd(4))).toBe('unidentifiable');
    expect(proposed({ phones: ['0900123456'] }, ...crowd(4))).toBe('new');
    const [first, ...rest] = crowd(6);
    expect(proposed({ phones: ['0900123456'] }, { ...first, hits: ['phone'] }, ...rest)).toEqual(['p0']);
  });
  it('does not keep a whole name from being somebody new', () => {
    const others = Array.from({ length: 5 }, (_, i): Partial<IndexedPerson> => ({ id: `p${i}`, name: `${'李張林黃吳'[i]}王明` }));
    expect(proposed({ name: '王明' }, ...others)).toBe('new');
  });
});
