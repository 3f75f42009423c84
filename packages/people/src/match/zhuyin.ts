// Zhuyin (注音符號, ㄅㄆㄇㄈ) as it is typed into the search box: the first symbol of each character of a name (ㄔㄧㄐ), or whole syllables (ㄔㄣˊㄧˊㄐㄩㄣ).
// Sounds are kept as Hanyu Pinyin elsewhere; the two write the same syllables (ISO 7098; 教育部《國語注音符號手冊》), tones left aside.

import { allSyllables } from '@anwang/linkage/shelf';

const INITIALS: Readonly<Record<string, string>> = {
  ...{ b: 'ㄅ', p: 'ㄆ', m: 'ㄇ', f: 'ㄈ', d: 'ㄉ', t: 'ㄊ', n: 'ㄋ', l: 'ㄌ', g: 'ㄍ', k: 'ㄎ', h: 'ㄏ' },
  ...{ j: 'ㄐ', q: 'ㄑ', x: 'ㄒ', zh: 'ㄓ', ch: 'ㄔ', sh: 'ㄕ', r: 'ㄖ', z: 'ㄗ', c: 'ㄘ', s: 'ㄙ' },
};
const RIMES: Readonly<Record<string, string>> = {
  ...{ a: 'ㄚ', o: 'ㄛ', e: 'ㄜ', ai: 'ㄞ', ei: 'ㄟ', ao: 'ㄠ', ou: 'ㄡ', an: 'ㄢ', en: 'ㄣ', ang: 'ㄤ', eng: 'ㄥ', er: 'ㄦ' },
  ...{
    i: 'ㄧ',
    ia: 'ㄧㄚ',
    io: 'ㄧㄛ',
    ie: 'ㄧㄝ',
    iao: 'ㄧㄠ',
    iu: 'ㄧㄡ',
    ian: 'ㄧㄢ',
    in: 'ㄧㄣ',
    iang: 'ㄧㄤ',
    ing: 'ㄧㄥ',
    iong: 'ㄩㄥ',
  },
  ...{ u: 'ㄨ', ua: 'ㄨㄚ', uo: 'ㄨㄛ', uai: 'ㄨㄞ', ui: 'ㄨㄟ', uan: 'ㄨㄢ', un: 'ㄨㄣ', uang: 'ㄨㄤ', ong: 'ㄨㄥ' },
  ...{ v: 'ㄩ', ve: 'ㄩㄝ', van: 'ㄩㄢ', vn: 'ㄩㄣ' },
};
/** Syllables without a consonant are spelled with y and w; these are the ones that do not only drop or change that letter. */
const BARE: Readonly<Record<string, string>> = {
  ...{ yi: 'i', yin: 'in', ying: 'ing', you: 'iu', yong: 'iong', yu: 'v', yue: 've', yuan: 'van', yun: 'vn' },
  ...{ wu: 'u', wei: 'ui', wen: 'un', weng: 'ong' },
};
const SPELLED = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])(.+)$/;
/** ㄓ ㄔ ㄕ ㄖ ㄗ ㄘ ㄙ are syllables by themselves; Pinyin gives them an i. */
const ALONE = /^(?:[zcs]h?|r)i$/;

/** A syllable in Zhuyin without tone; empty when it is none of Mandarin's (m, ng). @param pinyin as the shelf spells it, ü as v */
export const zhuyinOf = (pinyin: string): string => {
  const bare = BARE[pinyin] ?? (/^[yw]/.test(pinyin) ? pinyin.replace('y', 'i').replace('w', 'u') : pinyin);
  const [, initial, rime] = SPELLED.exec(bare) ?? [];
  if (initial === undefined || rime === undefined) return RIMES[bare] ?? '';
  if (ALONE.test(pinyin)) return INITIALS[initial] ?? '';
  const symbol = RIMES['jqx'.includes(initial) ? rime.replace(/^u/, 'v') : rime];
  return symbol === undefined ? '' : `${INITIALS[initial] ?? ''}${symbol}`;
};

let spellings: Map<string, string> | undefined;
const pinyinOf = (zhuyin: string): string | undefined => {
  spellings ??= new Map(allSyllables().map((pinyin) => [zhuyinOf(pinyin), pinyin]));
  return spellings.get(zhuyin);
};

/** The first symbol of each syllable. @param syllables in Pinyin; null when one of them is not known */
export const initialsOf = (syllables: readonly string[]): string | null => {
  const firsts = syllables.map((each) => zhuyinOf(each).charAt(0));
  return firsts.includes('') ? null : firsts.join('');
};

const TONE = /[ˉˊˇˋ˙]/;
const TYPED = /^[\u3105-\u3129ˉˊˇˋ˙\s]+$/;
const SYLLABLES = /[\u3105-\u3119]?[\u3127-\u3129]?[\u311a-\u3126]?/g;
/** Given names of more characters are not Han names. */
const LONGEST = 6;

export interface TypedZhuyin {
  /** One symbol a character; null when tones say that syllables were meant. */
  readonly initials: string | null;
  /** The sound of the whole name without tones; null when a part is no syllable, or it is one character only. */
  readonly pinyin: string | null;
}

/** What was typed in Zhuyin: both readings where both are possible (ㄨㄢ is 萬, or 吳安 by first symbols). Null for any other text. */
export const readZhuyin = (text: string): TypedZhuyin | null => {
  if (!TYPED.test(text)) return null;
  const symbols = text.replace(/[ˉˊˇˋ˙\s]/g, '');
  const parts = text
    .split(/[ˉˊˇˋ˙\s]+/)
    .flatMap((part) => part.match(SYLLABLES) ?? [])
    .filter(Boolean);
  const sounds = parts.map(pinyinOf);
  const inRange = (count: number): boolean => count >= 2 && count <= LONGEST;
  return {
    initials: TONE.test(text) || !inRange(symbols.length) ? null : symbols,
    pinyin: sounds.includes(undefined) || !inRange(sounds.length) ? null : sounds.join(''),
  };
};
