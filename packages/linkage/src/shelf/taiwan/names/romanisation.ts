// Which Mandarin syllables can a Latin spelling stand for? Hanyu Pinyin, Wade–Giles (with and without marks, as in passports), Tongyong Pinyin and
// common personal spellings. Wade–Giles after Giles 1912 (as simplified on passports), Tongyong after the Ministry of Education's table of 2002.
import { allSyllables, syllableId } from '../characters/index.ts';

/** Personal spellings that follow none of the systems. */
const PERSONAL: Readonly<Record<string, string>> = {
  lee: 'li',
  chow: 'zhou',
  hwang: 'huang',
  shieh: 'xie',
  sheu: 'xu',
  shyu: 'xu',
  tsay: 'cai',
  tsaur: 'cao',
  jeng: 'zheng',
  jou: 'zhou',
  jaw: 'zhao',
  tzeng: 'zeng',
  chern: 'chen',
  lieu: 'liu',
  soong: 'song',
  koo: 'gu',
  loh: 'luo',
  lu: 'lv',
  su: 'su',
  yee: 'yi',
  woo: 'wu',
  tai: 'dai',
  shih: 'shi',
  ngai: 'ai',
  lyu: 'lv',
};

const wadeGiles = (pinyin: string): string => {
  if (/^(?:zi|ci|si)$/.test(pinyin)) return { zi: 'tzu', ci: "tz'u", si: 'szu' }[pinyin as 'zi'];
  if (/^(?:zhi|chi|shi|ri)$/.test(pinyin)) return { zhi: 'chih', chi: "ch'ih", shi: 'shih', ri: 'jih' }[pinyin as 'zhi'];
  if (pinyin === 'er') return 'erh';
  if (pinyin === 'you') return 'yu';
  const spelled = pinyin.replace(/^([jqxy])u/, '$1v');
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])/.exec(spelled)?.[0] ?? '';
  let final = spelled.slice(initial.length);
  final = final.replace(/ong$/, 'ung').replace(/ian$/, 'ien').replace(/ie$/, 'ieh').replace(/ve$/, 'veh');
  if (initial === 'y') final = final.replace(/^an$/, 'en').replace(/^e$/, 'eh');
  if (final === 'uo' && !/^(?:g|k|h|sh)$/.test(initial)) final = 'o';
  if (final === 'e' && /^[gkh]$/.test(initial)) final = 'o';
  if (final === 'ui' && /^[gk]$/.test(initial)) final = 'uei';
  return (INITIALS[initial] ?? initial) + final;
};
const INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  p: "p'",
  d: 't',
  t: "t'",
  g: 'k',
  k: "k'",
  zh: 'ch',
  ch: "ch'",
  j: 'ch',
  q: "ch'",
  z: 'ts',
  c: "ts'",
  r: 'j',
  x: 'hs',
};

const tongyong = (pinyin: string): string =>
  pinyin
    .replace(/^([zcs]h?|r)i$/, '$1ih')
    .replace(/^zh/, 'jh')
    .replace(/^([jqx])u/, '$1yu')
    .replace(/^q/, 'c')
    .replace(/^x/, 's')
    .replace(/^([ln])v/, '$1yu')
    .replace(/iu$/, 'iou')
    .replace(/ui$/, 'uei')
    .replace(/^wen$/, 'wun')
    .replace(/^weng$/, 'wong')
    .replace(/^feng$/, 'fong')
    .replace(/iong$/, 'yong')
    .replace(/^y(?=yong)/, '');

let spellings: Map<string, number[]> | undefined;
let lists: (readonly number[])[] = [];
let codes = new Map<readonly number[], number>();

const load = (): Map<string, number[]> => {
  const map = new Map<string, number[]>();
  const add = (spelling: string, id: number): void => {
    const ids = map.get(spelling);
    if (!ids) map.set(spelling, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const pinyin of allSyllables()) {
    const id = syllableId(pinyin);
    const wade = wadeGiles(pinyin);
    for (const spelling of [pinyin, wade, wade.replaceAll("'", ''), tongyong(pinyin)]) {
      add(spelling, id);
      if (spelling.includes('v')) {
        add(spelling.replaceAll('v', 'u'), id);
        add(spelling.replaceAll('v', 'yu'), id);
      }
    }
    if (/^[^aeiou]+e$/.test(pinyin)) add(`${pinyin}h`, id);
    if (pinyin === 'yi') add('i', id);
    if (pinyin === 'si') add('ssu', id);
    if (pinyin === 'e') add('o', id);
  }
  for (const [spelling, pinyin] of Object.entries(PERSONAL)) add(spelling, syllableId(pinyin));
  lists = [[], ...map.values()];
  codes = new Map(lists.map((ids, code) => [ids, code]));
  return map;
};

/** A number below 2^16 for a list of ids that `syllablesOf` gave, and the list behind it; the same in every thread. */
export const codeOfSyllables = (ids: readonly number[]): number => codes.get(ids) ?? 0;
export const syllablesOfCode = (code: number): readonly number[] => {
  spellings ??= load();
  return lists[code]!;
};

/** Ids of the syllables that a spelling (lower case, ü as u or v, apostrophe optional) can stand for; empty if none. */
export const syllablesOf = (spelling: string): readonly number[] => {
  spellings ??= load();
  return spellings.get(spelling) ?? [];
};

const LONGEST_SYLLABLE = 6;
const MOST_READINGS = 12;

/** All ways to cut a run-together spelling (daming) into syllables, the fewest syllables first; each syllable as its possible ids. */
export const cutSyllables = (spelling: string, most = 4): readonly (readonly (readonly number[])[])[] => {
  const whole = syllablesOf(spelling);
  if (whole.length > 0) return [[whole]];
  const found: (readonly number[])[][] = [];
  const walk = (at: number, taken: (readonly number[])[]): void => {
    if (found.length >= MOST_READINGS) return;
    if (at === spelling.length) {
      if (taken.length > 0) found.push(taken);
      return;
    }
    if (taken.length === most) return;
    for (let length = Math.min(LONGEST_SYLLABLE, spelling.length - at); length >= 1; length--) {
      const ids = syllablesOf(spelling.slice(at, at + length));
      if (ids.length > 0) walk(at + length, [...taken, ids]);
    }
  };
  walk(0, []);
  return found.sort((a, b) => a.length - b.length);
};

let classes: Int32Array | undefined;

/**
 * A class of syllables that any usual spelling determines, so that zhang, chang (Wade–Giles) and jhang meet in one blocking key although
 * chang is ambiguous. Coarse on purpose: every two syllables that share a spelling are in one class.
 */
export const soundClass = (syllable: number): number => {
  classes ??= loadClasses();
  return classes[syllable] ?? 0;
};

const loadClasses = (): Int32Array => {
  const parent = Int32Array.from({ length: allSyllables().length + 1 }, (_, i) => i);
  const root = (id: number): number => {
    let top = id;
    while (parent[top] !== top) top = parent[top]!;
    return top;
  };
  syllablesOf('');
  for (const ids of spellings!.values()) {
    for (const id of ids) {
      const [a, b] = [root(ids[0]!), root(id)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return parent.map((_, id) => root(id));
};
