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
  readonly birth: ParsedDate | null;
  readonly identifier: PreparedIdentifier | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  /** Whether anything is known by which somebody could be found. */
  readonly identifiable: boolean;
}

const present = <T>(value: T | null): value is T => value !== null;

/** Parses everything that was reported. Never throws; any text is allowed. */
export const prepareReported = (reported: ReportedPerson): PreparedPerson => {
  const name = parseName(reported.name);
  const forms = name === null ? null : nameForms(name, canonicalText);
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
  return { reported, name, forms, birth, identifier, phones, addresses, identifiable: named || identifier !== null || phones.length > 0 };
};
