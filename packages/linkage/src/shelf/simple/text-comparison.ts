// Text of several words (names of organisations, addresses outside Taiwan, remarks) as one comparison: words in any order, edits, numbers apart from words.
import type { Comparison, Locale, Role, Words } from '../../roles/types.ts';
import { frequencyOf } from '../frequency.ts';
import { indexOf, level, scaled } from '../level.ts';
import { codePoints, jaroWinklerOf, osaSimilarity } from '../text/index.ts';

const TEXT_LEVELS = scaled([
  level('missing', '缺漏', 'missing', 0, 0),
  level('same', '相同', 'the same', 0.6, 0.002, { frequency: 'value' }),
  level('reordered', '詞序不同', 'the same words in another order', 0.04, 0.0002, { frequency: 'part' }),
  level('close', '幾乎相同', 'nearly the same', 0.12, 0.0008),
  level('within', '其一包含另一', 'one contains the other', 0.08, 0.002),
  level('near', '相近', 'much alike', 0.05, 0.004),
  level('numbers-differ', '文字相近、數字不同', 'alike, but numbers differ', 0.02, 0.004, { unordered: true, siblings: true }),
  level('overlap', '部分相同', 'partly the same', 0.04, 0.03),
  level('slight', '略有相同', 'slightly the same', 0.02, 0.1),
  level('different', '不同', 'different', 0.03, 0.857),
]);
const at = indexOf(TEXT_LEVELS);
const [SAME, REORDERED, CLOSE, WITHIN, NEAR, NUMBERS, OVERLAP, SLIGHT, DIFFERENT] = [
  at('same'),
  at('reordered'),
  at('close'),
  at('within'),
  at('near'),
  at('numbers-differ'),
  at('overlap'),
  at('slight'),
  at('different'),
];

export interface PreparedText {
  readonly text: string;
  /** Distinct words, sorted. */
  readonly words: readonly string[];
  readonly points: readonly number[];
  readonly sortedPoints: readonly number[];
  /** Words with a digit, joined; empty if none. */
  readonly numbers: string;
}

/** `words` gives the words of a text, null if it says nothing. */
export type ReadWords = (raw: string | null) => readonly string[] | null;

const prepareText = (raw: string | null, read: ReadWords): PreparedText | null => {
  const list = read(raw);
  if (!list || list.length === 0) return null;
  const words = [...new Set(list)].sort();
  const text = list.join(' ');
  return {
    text,
    words,
    points: codePoints(text),
    sortedPoints: codePoints(words.join(' ')),
    numbers: words.filter((word) => /\d/.test(word)).join(' '),
  };
};

/** Index into TEXT_LEVELS, at least 1; symmetric. */
const compareTexts = (a: PreparedText, b: PreparedText): number => {
  if (a.text === b.text) return SAME;
  const common = countCommon(a.words, b.words);
  const [few, many] = [Math.min(a.words.length, b.words.length), Math.max(a.words.length, b.words.length)];
  if (common === many) return REORDERED;
  const dice = (2 * common) / (few + many);
  const alike = likeness(a, b, dice);
  if (a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers && alike >= 0.75) return NUMBERS;
  if (alike >= 0.92) return CLOSE;
  if (common === few && few >= 2) return WITHIN;
  if (alike >= 0.8) return NEAR;
  if (dice >= 0.5 || alike >= 0.7) return OVERLAP;
  return common > 0 ? SLIGHT : DIFFERENT;
};

/** The best of edits in order, edits with words sorted, shared words; for single words Jaro–Winkler too. Lengths alone bound the edits. */
const likeness = (a: PreparedText, b: PreparedText, dice: number): number => {
  const [short, long] = [Math.min(a.points.length, b.points.length), Math.max(a.points.length, b.points.length)];
  const bound = short / long;
  let best = dice;
  if (bound >= 0.7) best = Math.max(best, osaSimilarity(a.points, b.points), osaSimilarity(a.sortedPoints, b.sortedPoints));
  return a.words.length === 1 && b.words.length === 1 ? Math.max(best, jaroWinklerOf(a.points, b.points) - 0.05) : best;
};

const countCommon = (a: readonly string[], b: readonly string[]): number => {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      common++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return common;
};

const longestWord = (words: readonly string[]): string | null =>
  words.reduce<string | null>((best, word) => (word.length > (best?.length ?? 3) ? word : best), null);

export const textComparison = (locale: Locale, role: Role, label: Words, read: ReadWords): Comparison<PreparedText> => ({
  id: `${locale}/${role}`,
  locale,
  inputs: [role],
  label,
  levels: TEXT_LEVELS,
  facets: [
    { id: 'text', label },
    { id: 'words', label: { zh: `${label.zh}（不計詞序）`, en: `${label.en}, words in any order` } },
    { id: 'start', label: { zh: `${label.zh}前五字元`, en: `${label.en}, first five characters` } },
    { id: 'longest', label: { zh: `${label.zh}最長的詞`, en: `${label.en}, longest word` } },
  ],
  prepare: ([raw]) => prepareText(raw ?? null, read),
  compare: compareTexts,
  facetsOf: (value) => [
    value.text,
    value.words.join(' '),
    value.points.length >= 5 ? String.fromCodePoint(...value.points.slice(0, 5)) : null,
    longestWord(value.words),
  ],
  format: (value) => value.text,
  frequency: frequencyOf<PreparedText>(TEXT_LEVELS, {
    kinds: { text: (value) => value.text, words: (value) => value.words.join(' ') },
    levels: { same: 'text', reordered: 'words' },
  }),
});
