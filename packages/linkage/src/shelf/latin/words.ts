// Text in Latin script as words: folded to lower case without accents, cut at everything that is no letter or digit; nothing-words are missing.
import { cleanText, foldLatin } from '../text/index.ts';

const NOTHING = new Set(
  'na n/a nan none null nil unknown unk test tbc tba not known not provided no fixed abode xx xxx xxxx - -- . .. ?'.split(' '),
);
const PHRASES = new Set(['not known', 'not provided', 'not available', 'no fixed abode', 'no name']);

/** Folded text with single spaces; null if it says nothing. */
export const foldedText = (raw: string | null): string | null => {
  if (raw === null) return null;
  const text = foldLatin(cleanText(raw));
  return text === '' || NOTHING.has(text) || PHRASES.has(text) ? null : text;
};

/** Words of a folded text; apostrophes vanish (o'brien → obrien), hyphens separate. */
export const wordsOf = (folded: string): string[] =>
  folded
    .replace(/['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 60);
