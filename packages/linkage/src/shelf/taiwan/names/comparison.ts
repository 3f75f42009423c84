// The full name of a person in Taiwan as one comparison (linkage.md §3.2, points 1 and 2).
import type { Comparison } from '../../../roles/types.ts';
import { compareNames } from './compare.ts';
import { compareHan } from './compare-han.ts';
import { writeRoman } from './compare-romanised.ts';
import { NAME_FREQUENCY } from './frequency.ts';
import { keysOfName } from './keys.ts';
import { NAME_LEVELS } from './levels.ts';
import { type PreparedName, prepareName, WIDTH } from './prepare.ts';
import { quickName } from './quick.ts';
import { quickLatin } from './quick-latin.ts';

export const TAIWAN_FULL_NAME: Comparison<PreparedName> = {
  id: 'zh-TW/full-name',
  locale: 'zh-TW',
  inputs: ['full-name'],
  label: { zh: '姓名', en: 'Name' },
  levels: NAME_LEVELS,
  facets: [
    { id: 'name', label: { zh: '姓名', en: 'name' } },
    { id: 'sound', label: { zh: '姓名讀音', en: 'sound of the name' } },
    { id: 'masked', label: { zh: '遮罩姓名', en: 'masked name' } },
    { id: 'surname', label: { zh: '姓', en: 'surname' } },
    { id: 'given', label: { zh: '名', en: 'given name' } },
    { id: 'first', label: { zh: '名首字', en: 'first character of the given name' } },
    { id: 'last', label: { zh: '名末字', en: 'last character of the given name' } },
  ],
  prepare: ([raw]) => prepareName(raw ?? null),
  compare: compareNames,
  facetsOf: (value) => {
    const keys = keysOfName(value);
    return [keys.name, keys.sound, keys.masked, keys.surname, keys.given, keys.first, keys.last];
  },
  format: (value) => value.normal,
  quick: quickName,
  quickBeside: quickLatin,
  frequency: NAME_FREQUENCY,
  packing: {
    width: WIDTH,
    write(value, out, at) {
      if (value.kind !== 'han') return false;
      out.set(value.row, at);
      return true;
    },
    read: (from, at) => ({ kind: 'han', row: from.subarray(at, at + WIDTH), normal: '' }),
    writeBeside: (value, out, at) => value.kind === 'latin' && writeRoman(value, out, at),
    compare: compareHan,
  },
};

/** Surname and given name in two columns: joined, then as one name. */
export const TAIWAN_NAME_PARTS: Comparison<PreparedName> = {
  ...TAIWAN_FULL_NAME,
  id: 'zh-TW/name-parts',
  inputs: ['surname', 'given-name'],
  prepare: ([surname, given]) => prepareName(`${surname ?? ''}${/^[\p{Script=Han}○*]/u.test(given ?? '') ? '' : ', '}${given ?? ''}`),
};
