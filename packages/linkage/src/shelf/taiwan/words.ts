// Words of a Chinese text without spaces: pairs of neighbouring characters in canonical form, and Latin words and numbers as they stand.
import { cleanText, foldLatin } from '../text/index.ts';
import { canonicalText } from './characters/index.ts';
import { isEmptyWord } from './data/placeholders.ts';

const MOST = 120;

/** 衛生福利部 → 衛生 生福 福利 利部; null if the text says nothing. */
export const readHanWords = (raw: string | null): readonly string[] | null => {
  if (raw === null) return null;
  const text = foldLatin(cleanText(raw));
  if (isEmptyWord(text)) return null;
  const words: string[] = [];
  for (const run of text.match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) words.push(run);
    else {
      const characters = [...canonicalText(run)];
      if (characters.length === 1) words.push(characters[0]!);
      for (let i = 0; i + 1 < characters.length; i++) words.push(characters[i]! + characters[i + 1]!);
    }
    if (words.length >= MOST) break;
  }
  return words.length > 0 ? words : null;
};

/** The canonical text itself, for categories and names of places. */
export const readHanValue = (raw: string | null): string | null => {
  if (raw === null) return null;
  const text = canonicalText(foldLatin(cleanText(raw)).replace(/\s/gu, '').slice(0, 200));
  return isEmptyWord(text) ? null : text;
};
