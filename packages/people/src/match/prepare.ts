// What can be made of a reported person? Parts of the name, date, number, telephones and addresses in normal form, by the parsers of the
// Taiwan shelf that the batch linkage uses too. What cannot be read is unknown, not wrong.

import {
  canonicalText,
  type ParsedDate,
  type ParsedId,
  type ParsedName,
  parseAddress,
  parseDate,
  parseId,
  parseName,
  parsePhone,
} from '@anwang/linkage/shelf';
import { type NameForms, nameForms } from './name-forms.ts';
import type { ReportedPerson } from './reported-person.ts';
import { hasDots, nicknamesIn, withDots, writtenNames } from './written-names.ts';

export interface PreparedIdentifier {
  readonly normal: string;
  readonly kind: ParsedId['kind'];
  /** Right check digit and not a sample number: only such a number may carry a link. */
  readonly valid: boolean;
}

export interface PreparedPerson {
  readonly reported: ReportedPerson;
  readonly name: ParsedName | null;
  readonly forms: NameForms | null;
  /** Forms of every name that was written, the first among them: a traditional name beside a Han name. */
  readonly names: readonly NameForms[];
  /** By what else the person is called (小明（綽號阿弟）): the search box knows it, the match does not. */
  readonly nicknames: readonly NameForms[];
  /** The name as it is shown of somebody founded on this; a romanised one keeps its capitals. */
  readonly shownName: string | null;
  readonly birth: ParsedDate | null;
  readonly identifier: PreparedIdentifier | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  /** Whether anything is known by which somebody could be found. */
  readonly identifiable: boolean;
}

const present = <T>(value: T | null): value is T => value !== null;

/** Walis Nokan·漢民: words of a romanised part stand apart in it. */
const isMixed = (text: string): boolean => hasDots(text) && /\p{Script=Latin}/u.test(text) && /\p{Script=Han}/u.test(text);

const parsedOf = (text: string): ParsedName | null =>
  parseName(isMixed(text) ? text.replace(/(?<=\p{Script=Latin})\s+(?=\p{Script=Latin})/gu, '·') : text);

/** Of somebody called 蘇小妹妹 or 陳小姐 no name is known but that of the family: they are shown as they were called, and found by no more than before. */
const isCalled = (parsed: ParsedName): boolean => parsed.kind === 'han' && parsed.given === null;

const shownOf = (parsed: ParsedName, text: string): string =>
  parsed.kind === 'latin' || isMixed(text) || isCalled(parsed)
    ? withDots(text).normalize('NFKC').trim().replace(/\s+/gu, ' ')
    : parsed.normal;

const shownTogether = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first}（${others.join('、')}）`;

/** Parses everything that was reported. Never throws; any text is allowed. */
export const prepareReported = (reported: ReportedPerson): PreparedPerson => {
  const written = writtenNames(reported.name).flatMap((text) => {
    const parsed = parsedOf(text);
    return parsed === null ? [] : [{ parsed, forms: nameForms(parsed, canonicalText), shown: shownOf(parsed, text) }];
  });
  const nicknames = nicknamesIn(reported.name);
  const name = written[0]?.parsed ?? null;
  const forms = written[0]?.forms ?? null;
  const birth = parseDate(reported.birthDate);
  const parsedId = parseId(reported.nationalId);
  const identifier =
    parsedId === null || parsedId.placeholder ? null : { normal: parsedId.normal, kind: parsedId.kind, valid: parsedId.valid };
  const phones = [
    ...new Set(
      reported.phones
        .map(parsePhone)
        .filter(present)
        .flatMap((p) => [p.normal, ...(p.others ?? [])]),
    ),
  ];
  const addresses = [
    ...new Set(
      reported.addresses
        .map(parseAddress)
        .filter(present)
        .filter((a) => a.number !== undefined && a.number !== null)
        .map((a) => a.normal),
    ),
  ];
  const named = forms !== null && (forms.whole !== null || birth !== null || forms.masked.length > 0);
  return {
    reported,
    name,
    forms,
    names: written.map((one) => one.forms),
    nicknames: nicknames.flatMap((one) => {
      const parsed = parsedOf(one.name);
      return parsed === null ? [] : [nameForms(parsed, canonicalText)];
    }),
    shownName: written.length === 0 ? null : shownTogether([...written.map((one) => one.shown), ...nicknames.map((one) => one.told)]),
    birth,
    identifier,
    phones,
    addresses,
    identifiable: named || identifier !== null || phones.length > 0,
  };
};
