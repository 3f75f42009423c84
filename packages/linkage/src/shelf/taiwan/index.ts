// The Taiwan shelf: what names, dates, identity numbers, telephones and addresses of Taiwan mean and how two of them agree.
export { formatAddress, type ParsedAddress, parseAddress } from './addresses/parse.ts';
export {
  allSyllables,
  canonicalOf,
  canonicalText,
  likeSound,
  looksAlike,
  readingOf,
  SOUNDS,
  type Sound,
  secondReadingOf,
  soundOf,
  spellingOf,
  surnameReadingOf,
  surnameSoundOf,
  syllableId,
  syllableOf,
} from './characters/index.ts';
export { daysIn, formatDate, type ParsedDate, parseDate } from './dates/parse.ts';
export { hasRightCheckDigit } from './ids/check-digit.ts';
export { type ParsedId, parseId } from './ids/parse.ts';
export { compareNames } from './names/compare.ts';
export { type NameKeys, nameKeys } from './names/keys.ts';
export { beginsLikeSurname, isCommonSurname } from './names/known-surname.ts';
export { NAME_LEVELS, type NameLevel } from './names/levels.ts';
export { type HanName, MASK, type ParsedName, parseName, type TokenName } from './names/parse.ts';
export { type PreparedName, prepareName } from './names/prepare.ts';
export { cutSyllables, soundClass, syllablesOf } from './names/romanisation.ts';
export { NUMERALS, parseNumeral } from './numerals.ts';
export { comparePersons, type EvidenceField, type PersonComparison, type Reason, reasonsInWords } from './persons/compare.ts';
export { type PreparedPerson, personKeys, preparePerson, type RawPerson } from './persons/prepare.ts';
export { type ParsedPhone, parsePhone } from './phones/parse.ts';
