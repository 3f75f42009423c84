// In which words is a match explained? A code per fact and level; codes hold no personal data, so that they may be stored, logged and translated.

import { BIRTH_DATE, FULL_NAME } from './comparisons.ts';

export type About = 'identifier' | 'name' | 'birthDate' | 'age' | 'sex' | 'phone' | 'address' | 'district';

export interface Evidence {
  readonly about: About;
  /** Level of the comparison, for example `same` or a level id of the Taiwan shelf. */
  readonly level: string;
  /** Bits for (positive) or against. */
  readonly bits: number;
  /** Speaks for one person. */
  readonly compatible: boolean;
  /** Two people cannot be one with this. */
  readonly conflict: boolean;
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

const FACTS: Readonly<Record<string, Words>> = {
  'identifier/same': { zh: '證號相同', en: 'same identity number' },
  'identifier/near': { zh: '證號差一碼', en: 'identity number differs in one place' },
  'identifier/masked': { zh: '證號可見部分相符', en: 'visible part of the identity number agrees' },
  'identifier/different': { zh: '證號不同', en: 'different identity numbers' },
  'name/part': { zh: '姓名的一部分相同', en: 'part of the name agrees' },
  'age/near': { zh: '年齡相近', en: 'about the same age' },
  'age/far': { zh: '年齡差很多', en: 'ages far apart' },
  'sex/same': { zh: '性別相同', en: 'same sex' },
  'sex/different': { zh: '性別不同', en: 'different sex' },
  'phone/same': { zh: '電話相同', en: 'same telephone' },
  'district/same': { zh: '行政區相同', en: 'same district' },
  'district/other': { zh: '行政區不同', en: 'different districts' },
  'address/same': { zh: '地址相同', en: 'same address' },
};

/** The words of one fact. Names and birth dates take the labels of the shelf's levels. */
export const wordsOf = ({ about, level }: Pick<Evidence, 'about' | 'level'>): Words => {
  const fact = FACTS[`${about}/${level}`];
  if (fact !== undefined) return fact;
  const comparison = about === 'name' ? FULL_NAME : BIRTH_DATE;
  return comparison.levels.find((l) => l.id === level)?.label ?? { zh: level, en: level };
};

/** All facts in one sentence, the weightiest first: 姓名同音、生日相同. */
export const sentence = (evidence: readonly Pick<Evidence, 'about' | 'level' | 'bits'>[], lang: 'zh-TW' | 'en'): string =>
  [...evidence]
    .sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .map((e) => wordsOf(e)[lang === 'en' ? 'en' : 'zh'])
    .join(lang === 'en' ? ', ' : '、');
