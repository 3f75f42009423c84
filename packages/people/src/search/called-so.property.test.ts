// A name that is passed over by one look has none of the keys: held against making the keys of every name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexKeys, prepareReported, UNKNOWN_PERSON } from '../match/index.ts';
import { calledSo } from './called-so.ts';
import { readSearch } from './read-search.ts';

const characters = [...'陳林王黃黄台臺吉𠮷峰峯曾單樂葉歐陽張簡范姜怡宜君軍家佳豪明鳴銘小曉美妹阿堃○'];
const name = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 4 }).map((all) => all.join('')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '谷辣斯·尤達卡',
      '王小明（綽號阿明）',
      'Walis Nokan',
      'ㄓㄤ ㄐㄧㄚ ㄏㄠˊ',
      "Siti Nur'aini",
      '王Ｏ明',
      '陳 怡 君',
    ),
  },
);
const typed = fc.oneof(name, fc.constantFrom('ㄔㄧㄐ', 'ㄔㄣˊㄧˊㄐㄩㄣ', 'ㄨㄤ', 'chen yijun', 'Wang', '尤達卡'));

test('the same names are found as by their keys', () => {
  let found = 0;
  fc.assert(
    fc.property(typed, fc.array(name, { minLength: 1, maxLength: 8 }), (text, names) => {
      const query = readSearch(text);
      const wanted = new Set([...query.keys, ...query.parts].map(({ kind, value }) => `${kind}|${value}`));
      const byKeys = names.filter((one) =>
        indexKeys(prepareReported({ ...UNKNOWN_PERSON, name: one })).some(({ kind, value }) => wanted.has(`${kind}|${value}`)),
      );
      found += byKeys.length;
      expect(names.filter(calledSo(query))).toEqual(byKeys);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(5);
});
