// A name in Latin script made ready: given name and surname, folded; from two columns or from one (Given Surname, or Surname, Given).
import { codePoints } from '../../text/index.ts';
import { foldedText, wordsOf } from '../words.ts';

export interface NamePart {
  readonly text: string;
  readonly first: string;
  readonly points: readonly number[];
}
export interface LatinName {
  readonly given: NamePart | null;
  readonly surname: NamePart | null;
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'rev']);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);

const part = (words: readonly string[]): NamePart | null => {
  if (words.length === 0) return null;
  const text = words.join(' ');
  return { text, first: words[0]!, points: codePoints(text, 60) };
};

export const prepareParts = (surname: string | null, given: string | null): LatinName | null => {
  const name = { given: part(words(given)), surname: part(words(surname)) };
  return name.given || name.surname ? name : null;
};

const words = (raw: string | null): string[] => {
  const folded = foldedText(raw);
  return folded === null ? [] : wordsOf(folded);
};

/** The last word is the surname, unless a comma says that the first ones are. */
export const prepareWhole = (raw: string | null): LatinName | null => {
  const folded = foldedText(raw);
  if (folded === null) return null;
  const [before, after] = folded.split(',', 2) as [string, string?];
  const plain = (list: string[]): string[] => list.filter((word) => !TITLES.has(word) && !SUFFIXES.has(word));
  const first = plain(wordsOf(before));
  const rest = plain(wordsOf(after ?? ''));
  const name =
    rest.length > 0 ? { given: part(rest), surname: part(first) } : { given: part(first.slice(0, -1)), surname: part(first.slice(-1)) };
  return name.given || name.surname ? name : null;
};
