// Do two characters sound alike? With tone, without tone, or nearly (ㄓ/ㄗ, ㄣ/ㄥ, ㄋ/ㄌ, ㄈ/ㄏ: the pairs that Taiwanese speakers and typists merge).
import { allSyllables, readingOf, secondReadingOf, surnameReadingOf } from './readings.ts';

/** Both readings of a character in one integer: the usual one low, the other one high; 0 where none is known. */
export type Sound = number;

const HIGH = 0x10000;

export const soundOf = (point: number): Sound => readingOf(point) + secondReadingOf(point) * HIGH;

/** As a surname: its reading as such first, the usual one second. */
export const surnameSoundOf = (point: number): Sound => {
  const own = surnameReadingOf(point);
  const usual = readingOf(point);
  return own + (own === usual ? secondReadingOf(point) : usual) * HIGH;
};

export const SOUNDS = { other: 0, near: 1, toneless: 2, same: 3 } as const;

/** 3 with tone, 2 without, 1 nearly, 0 not alike or unknown. The usual reading of one must be a reading of the other. */
export const likeSound = (a: Sound, b: Sound): number => {
  const a1 = a & 0xffff;
  const a2 = a >>> 16;
  const b1 = b & 0xffff;
  const b2 = b >>> 16;
  if (a1 === 0 || b1 === 0) return SOUNDS.other;
  if (a1 === b1 || a1 === b2 || a2 === b1) return SOUNDS.same;
  const s1 = a1 >> 3;
  const t1 = b1 >> 3;
  if (s1 === t1 || s1 === b2 >> 3 || a2 >> 3 === t1) return SOUNDS.toneless;
  return nearClass(s1) === nearClass(t1) ? SOUNDS.near : SOUNDS.other;
};

let classes: Int32Array | undefined;

const nearClass = (syllable: number): number => {
  classes ??= nearClasses();
  return classes[syllable] ?? 0;
};

const nearClasses = (): Int32Array => {
  const names = allSyllables();
  const ids = new Map<string, number>();
  const found = new Int32Array(names.length + 1);
  names.forEach((name, i) => {
    const key = merged(name);
    const id = ids.get(key) ?? ids.size + 1;
    ids.set(key, id);
    found[i + 1] = id;
  });
  return found;
};

/** 風/轟: f before eng and ou is written as hu; ong and eng fall together after it. */
const merged = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=.)/, 'l')
    .replace(/^f(?:eng|ong)$/, 'hong')
    .replace(/^fu$/, 'hu')
    .replace(/^f(?=a|e)/, 'hu')
    .replace(/^huen$/, 'hun')
    .replace(/([aeiou])ng$/, '$1n');
