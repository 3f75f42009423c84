// Every comparison by its id, for both locales. A model names comparisons by these ids; they never change their meaning.
import { birthDateComparison } from '../shelf/calendar/comparison.ts';
import { addressWords, foldedText, latinName, organisationWords, readLatinDate, wordsOf } from '../shelf/latin/index.ts';
import { codeComparison, EMAIL, IDENTIFIER, NUMBER, POSTCODE, TELEPHONE } from '../shelf/simple/code.ts';
import { categoryComparison, sexComparison } from '../shelf/simple/exact.ts';
import { type ReadWords, textComparison } from '../shelf/simple/text-comparison.ts';
import { TAIWAN_ADDRESS } from '../shelf/taiwan/addresses/comparison.ts';
import { TAIWAN_BIRTH_DATE } from '../shelf/taiwan/dates/comparison.ts';
import { TAIWAN_IDENTIFIER } from '../shelf/taiwan/ids/comparison.ts';
import { TAIWAN_FULL_NAME, TAIWAN_NAME_PARTS } from '../shelf/taiwan/names/comparison.ts';
import { TAIWAN_GIVEN_NAME, TAIWAN_SURNAME } from '../shelf/taiwan/names/single.ts';
import { TAIWAN_PHONE } from '../shelf/taiwan/phones/comparison.ts';
import { readHanValue, readHanWords } from '../shelf/taiwan/words.ts';
import type { Comparison, Locale, Role } from './types.ts';

// Each comparison has a prepared type of its own; behind the engine's interface it is opaque, and only values of the same comparison meet.
const opaque = <P>(comparison: Comparison<P>): Comparison => comparison as unknown as Comparison;

const latinWords = (raw: string | null): readonly string[] | null => {
  const folded = foldedText(raw);
  return folded === null ? null : wordsOf(folded);
};
const spelled =
  (spell: (words: readonly string[]) => readonly string[]) =>
  (raw: string | null): readonly string[] | null => {
    const words = latinWords(raw);
    return words && spell(words);
  };

const textRoles = (locale: Locale, text: ReadWords, place: ReadWords): Comparison[] => [
  opaque(textComparison(locale, 'free-text', { zh: '文字', en: 'Text' }, text)),
  opaque(textComparison(locale, 'place', { zh: '地名', en: 'Place' }, place)),
];

const TAIWAN: readonly Comparison[] = [
  opaque(TAIWAN_FULL_NAME),
  opaque(TAIWAN_NAME_PARTS),
  opaque(TAIWAN_SURNAME),
  opaque(TAIWAN_GIVEN_NAME),
  opaque(TAIWAN_BIRTH_DATE),
  opaque(TAIWAN_IDENTIFIER),
  opaque(TAIWAN_PHONE),
  opaque(TAIWAN_ADDRESS),
  opaque(categoryComparison('zh-TW', readHanValue)),
  ...textRoles('zh-TW', readHanWords, readHanWords),
];

const LATIN: readonly Comparison[] = [
  opaque(latinName('en', 'whole', true)),
  opaque(latinName('en', 'parts', true)),
  opaque(latinName('en', 'whole', false)),
  opaque(latinName('en', 'parts', false)),
  opaque(textComparison('en', 'given-name', { zh: '名', en: 'Given name' }, latinWords)),
  opaque(textComparison('en', 'surname', { zh: '姓', en: 'Surname' }, latinWords)),
  opaque(textComparison('en', 'address', { zh: '地址', en: 'Address' }, spelled(addressWords))),
  opaque(birthDateComparison('en', readLatinDate)),
  opaque(codeComparison('en', IDENTIFIER)),
  opaque(codeComparison('en', TELEPHONE)),
  opaque(categoryComparison('en', foldedText)),
  ...textRoles('en', spelled(organisationWords), latinWords),
];

const BOTH: readonly Comparison[] = (['zh-TW', 'en'] as const).flatMap((locale) => [
  opaque(sexComparison(locale)),
  ...[EMAIL, POSTCODE, NUMBER].map((role) => opaque(codeComparison(locale, role))),
]);

const BY_ID: ReadonlyMap<string, Comparison> = new Map([...TAIWAN, ...LATIN, ...BOTH].map((comparison) => [comparison.id, comparison]));

/** The comparison of an id such as `zh-TW/full-name`; throws for an id that does not exist. */
export const findComparison = (id: string): Comparison => {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`There is no comparison ${id}. Known: ${[...BY_ID.keys()].join(', ')}`);
  return found;
};

export const comparisonOf = (locale: Locale, role: Role): Comparison => findComparison(`${locale}/${role}`);
export const allComparisons = (): readonly Comparison[] => [...BY_ID.values()];
