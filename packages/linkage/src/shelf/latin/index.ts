// The Latin shelf: names of persons, words, dates and phonetic keys as they are written outside Taiwan.
export { addressWords, organisationWords } from './abbreviations.ts';
export { readLatinDate } from './dates.ts';
export { areNicknames } from './nicknames.ts';
export { compareLatinNames } from './person/compare.ts';
export { latinName } from './person/comparison.ts';
export { PERSON_LEVELS } from './person/levels.ts';
export { type LatinName, prepareParts, prepareWhole } from './person/name.ts';
export { soundex } from './soundex.ts';
export { foldedText, wordsOf } from './words.ts';
