// Under which spellings is a name found? Whole in canonical characters, by sound without tones, and with one given character hidden,
// which serves masked names (陳○明), names begun in the search box (陳怡) and names with one wrong character.

import { MASK, type ParsedName, readingOf, spellingOf, surnameReadingOf, syllableOf } from '@anwang/linkage/shelf';
import { initialsOf } from './zhuyin.ts';

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
}

const soundOf = (character: string, asSurname: boolean): string => {
  const point = character.codePointAt(0) ?? 0;
  return spellingOf(syllableOf(asSurname ? surnameReadingOf(point) : readingOf(point)));
};

const soundsOf = (text: string, asSurname: boolean): readonly string[] | null => {
  const sounds = [...text].map((c, i) => soundOf(c, asSurname && i === 0));
  return sounds.includes('') ? null : sounds;
};

const fromTokens = (tokens: readonly string[]): NameForms => {
  const whole = [...tokens].sort().join(' ');
  return { whole, pinyin: tokens.join(''), initials: null, surnameSound: tokens[0] ?? null, given: null, masked: [] };
};

/** The forms of a parsed name. */
export const nameForms = (name: ParsedName, canonical: (text: string) => string): NameForms => {
  if (name.kind !== 'han') return fromTokens(name.tokens);
  const surname = canonical(name.surname);
  const given = name.given === null ? null : canonical(name.given);
  const surnameSounds = soundsOf(surname, true);
  const surnameSound = surnameSounds?.join('') ?? null;
  if (given === null) return { whole: null, pinyin: null, initials: null, surnameSound, given: null, masked: [] };
  if (name.masked === true) {
    const visible = [...given].some((c) => c !== MASK) && !surname.includes(MASK);
    return {
      whole: null,
      pinyin: null,
      initials: null,
      surnameSound: surname.includes(MASK) ? null : surnameSound,
      given: null,
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
  };
};
