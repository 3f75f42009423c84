// What was typed into the search box?
import { describe, expect, it } from 'vitest';
import { canonical } from '../match/testing/people.ts';
import { readSearch } from './index.ts';

const ID = 'Y290000018';

describe('search box', () => {
  it.each([
    ['陳怡君', 'name', ['name:陳怡君', 'nickname:陳怡君', 'namePinyin:chenyijun']],
    ['陳怡', 'name', ['name:陳怡', 'nickname:陳怡', 'namePinyin:chenyi', 'nameMasked:陳怡○']],
    ['陳○君', 'name', ['nameMasked:陳○君']],
    ['chen yijun', 'name', ['name:chen yijun', 'nickname:chen yijun', 'namePinyin:chenyijun']],
    ['ㄔㄧㄐ', 'name', ['nameInitials:ㄔㄧㄐ']],
    ['ㄔㄣˊㄧˊㄐㄩㄣ', 'name', ['namePinyin:chenyijun']],
    ['ㄔ', 'tooWide', []],
    ['0900-123-456', 'phone', ['phone:0900123456']],
    ['VF-115-11-0417', 'number', []],
    ['115-1118-0731', 'number', []],
    [ID, 'identifier', []],
    ['Y29****018', 'identifier', []],
    ['陳', 'tooWide', []],
    ['', 'tooWide', []],
  ])('%s is read as %s', (text, kind, keys) => {
    const query = readSearch(text);
    expect([query.kind, query.keys.map((k) => `${k.kind}:${k.value}`)]).toEqual([kind, canonical(keys)]);
  });

  it('reads an address', () => {
    expect(readSearch('高雄市三民區同心路5號').keys[0]?.kind).toBe('address');
  });
});
