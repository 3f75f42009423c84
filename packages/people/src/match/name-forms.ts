// Under which spellings is a name found? Whole in canonical characters, by sound without tones, and with one given character hidden,
// which serves masked names (陳○明), names begun in the search box (陳怡) and names with one wrong character.

import {
  beginsLikeSurname,
  foldLatin,
  isCommonSurname,
  MASK,
  type ParsedName,
  readingOf,
  spellingOf,
  surnameReadingOf,
  syllableOf,
} from '@anwang/linkage/shelf';
import { initialsOf, readZhuyin } from './zhuyin.ts';

export interface NameForms {
  /** The whole name in canonical characters; null when a part is hidden or only a surname is known. */
  readonly whole: string | null;
  readonly pinyin: string | null;
  /** First Zhuyin symbol of each character of a whole Han name (ㄔㄧㄐ). */
  readonly initials: string | null;
  /** Toneless sound of the surname; for names that are not Han the first token. */
  readonly surnameSound: string | null;
  readonly given: string | null;
  /** The name with one given character hidden, or as it was masked. */
  readonly masked: readonly string[];
  /** What the name is as a part of a longer one; null when a part is hidden. */
  readonly asPart: string | null;
  /** A romanised name without its apostrophes (Nur'aini as Nuraini), where it has some. */
  readonly plain: string | null;
  /** Parts by which the person may be called: the given name alone, one word of several, all words but one. */
  readonly parts: readonly string[];
  /** Single characters, and surnames that few share: for the search box alone. */
  readonly characters: readonly string[];
  /** Whether this looks like a part of a name rather than the whole of one (怡君, Walis). */
  readonly partial: boolean;
}

const soundOf = (character: string, asSurname: boolean): string => {
  const point = character.codePointAt(0) ?? 0;
  return spellingOf(syllableOf(asSurname ? surnameReadingOf(point) : readingOf(point)));
};

const soundsOf = (text: string, asSurname: boolean): readonly string[] | null => {
  const sounds = [...text].map((c, i) => soundOf(c, asSurname && i === 0));
  return sounds.includes('') ? null : sounds;
};

const joined = (tokens: readonly string[]): string => [...tokens].sort().join(' ');

/** Of more words than this nobody leaves one out. */
const MOST_WORDS = 6;

/** A name that was told and written down in Zhuyin (ㄓㄤ ㄐㄧㄚ ㄏㄠˊ) sounds like the one in characters. */
const zhuyinForms = (tokens: readonly string[]): Pick<NameForms, 'pinyin' | 'initials'> => {
  const sound = readZhuyin(tokens.join(' '))?.pinyin ?? null;
  return { pinyin: sound ?? tokens.join(''), initials: sound === null ? null : tokens.map((token) => token.charAt(0)).join('') };
};

/** One word of several, the first with the last, all but one. */
const partsOf = (words: readonly string[]): string[] =>
  words.length < 2
    ? []
    : [
        ...words,
        ...(words.length < 4 ? [] : [joined([words[0] ?? '', words.at(-1) ?? ''])]),
        ...(words.length > MOST_WORDS ? [] : words.map((_, i) => joined(words.toSpliced(i, 1)))),
      ];

const fromTokens = (tokens: readonly string[], folded: readonly string[]): NameForms => {
  const without = folded.map((word) => word.replaceAll("'", ''));
  const plain = joined(without) === joined(folded) ? null : joined(without);
  return {
    whole: joined(tokens),
    ...zhuyinForms(tokens),
    surnameSound: tokens[0] ?? null,
    given: null,
    masked: [],
    asPart: joined(folded),
    plain,
    parts: [...new Set([...partsOf(folded), ...(plain === null ? [] : [plain, ...partsOf(without)])])],
    characters: [],
    partial: tokens.length === 1,
  };
};

/** Characters as they are written, and as they stand for their variants (𠮷 and 吉). A surname that one in a thousand bear is no key: whoever types 陳 would be shown any fifty of a tenth of the county. */
const charactersOf = (surname: string, given: string | null, canonical: (text: string) => string): readonly string[] => {
  const written = [...(isCommonSurname(surname) ? [] : [surname]), ...(given ?? '')];
  return [...new Set([...written, ...written.map(canonical)])];
};

/** The forms of a parsed name. */
export const nameForms = (name: ParsedName, canonical: (text: string) => string): NameForms => {
  if (name.kind !== 'han')
    return fromTokens(
      name.tokens,
      name.tokens.map((token) => canonical(foldLatin(token))),
    );
  const surname = canonical(name.surname);
  const given = name.given === null ? null : canonical(name.given);
  const surnameSounds = soundsOf(surname, true);
  const surnameSound = surnameSounds?.join('') ?? null;
  const hidden = {
    whole: null,
    pinyin: null,
    initials: null,
    given: null,
    masked: [],
    asPart: null,
    plain: null,
    parts: [],
    characters: [],
    partial: true,
  };
  if (given === null) return { ...hidden, surnameSound, characters: charactersOf(name.surname, null, canonical), partial: false };
  if (name.masked === true) {
    const visible = [...given].some((c) => c !== MASK) && !surname.includes(MASK);
    return {
      ...hidden,
      surnameSound: surname.includes(MASK) ? null : surnameSound,
      masked: visible ? [surname + given] : [],
    };
  }
  const characters = [...given];
  const givenSounds = soundsOf(given, false);
  const sounds = surnameSounds === null || givenSounds === null ? null : [...surnameSounds, ...givenSounds];
  return {
    whole: surname + given,
    pinyin: sounds?.join('') ?? null,
    initials: sounds === null ? null : initialsOf(sounds),
    surnameSound,
    given,
    masked: characters.map((_, i) => surname + characters.with(i, MASK).join('')),
    asPart: surname + given,
    plain: null,
    parts: characters.length < 2 ? [] : [given],
    characters: charactersOf(name.surname, name.given, canonical),
    partial: !beginsLikeSurname(surname),
  };
};
