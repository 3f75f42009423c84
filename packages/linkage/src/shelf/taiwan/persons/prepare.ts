// A person as a report or a register names one, made ready for comparison in memory; everything may be unknown.
import { readSex } from '../../simple/exact.ts';
import { type PreparedAddress, prepareAddress } from '../addresses/comparison.ts';
import { TAIWAN_BIRTH_DATE } from '../dates/comparison.ts';
import { type PreparedId, prepareId } from '../ids/comparison.ts';
import { keysOfName, type NameKeys } from '../names/keys.ts';
import { type PreparedName, prepareName } from '../names/prepare.ts';
import { type ParsedPhone, parsePhone } from '../phones/parse.ts';

export interface RawPerson {
  readonly name?: string | null;
  readonly birthDate?: string | null;
  readonly nationalId?: string | null;
  readonly sex?: string | null;
  readonly phones?: readonly string[];
  readonly addresses?: readonly string[];
}

export interface PreparedPerson {
  readonly name: PreparedName | null;
  readonly birthDate: number | null;
  readonly id: PreparedId | null;
  readonly sex: string | null;
  readonly phones: readonly ParsedPhone[];
  readonly addresses: readonly PreparedAddress[];
}

export const preparePerson = (raw: RawPerson): PreparedPerson => ({
  name: prepareName(raw.name ?? null),
  birthDate: TAIWAN_BIRTH_DATE.prepare([raw.birthDate ?? null]),
  id: prepareId(raw.nationalId ?? null),
  sex: readSex(raw.sex ?? null),
  phones: (raw.phones ?? []).map(parsePhone).filter((phone) => phone !== null),
  addresses: (raw.addresses ?? []).map(prepareAddress).filter((address) => address !== null),
});

/** Blocking keys of a person, each prefixed with its kind; persons who share one are worth comparing. */
export const personKeys = (person: PreparedPerson): readonly string[] => {
  const keys: string[] = [];
  const add = (kind: string, ...parts: (string | null | undefined)[]): void => {
    if (parts.every((part) => part)) keys.push(`${kind}:${parts.join('|')}`);
  };
  const name: Partial<NameKeys> = person.name ? keysOfName(person.name) : {};
  const [date, year, monthDay] = person.birthDate === null ? [] : TAIWAN_BIRTH_DATE.facetsOf(person.birthDate);
  if (person.id && person.id.kind !== 'masked') add('id', person.id.normal);
  if (person.id?.normal.length === 10 && !/[*]/.test(person.id.normal.slice(0, 4) + person.id.normal.slice(8))) {
    add('id-visible', person.id.normal.slice(0, 4) + person.id.normal.slice(8));
  }
  for (const phone of person.phones) add('phone', phone.normal);
  add('name-date', name.name, date);
  add('sound-date', name.sound, date);
  add('surname-date', name.surname, date);
  add('given-date', name.given, date);
  add('masked-date', name.masked, date);
  add('name-year', name.name, year);
  add('sound-year', name.sound, year);
  add('masked-year', name.masked, year);
  add('given-year', name.given, year);
  add('sound-month-day', name.sound, monthDay);
  for (const address of person.addresses) {
    add('name-district', name.name, address.district);
    add('masked-district', name.masked, address.district);
    add('surname-door', name.surname, address.door);
    add('year-door', year, address.door);
  }
  return keys;
};
