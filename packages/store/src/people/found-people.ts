// How does somebody enter the index? From a source row: person, founding link, keys, number and contacts in few statements, for one or for a thousand.

import type { Tx } from '../session/index.ts';
import { type ClearKey, identifierRows, searchKeyRows } from './index-rows.ts';
import { sendMany } from './insert-many.ts';

export interface NewContact {
  readonly id: string;
  readonly kind: 'registeredAddress' | 'residenceAddress' | 'phone' | 'email' | 'school' | 'workplace';
  readonly value: string;
  readonly district: string | null;
}

export interface NewPerson {
  readonly id: string;
  readonly recordId: string;
  readonly county: string;
  readonly district: string | null;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  /** ISO date, padded with 01 where only year or month is known. */
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  readonly identifier: { readonly id: string; readonly normal: string; readonly valid: boolean } | null;
  readonly keys: readonly ClearKey[];
  readonly contacts: readonly NewContact[];
  readonly demo: boolean;
  readonly at: string;
}

/** Where contacts that came with a source row say so; they follow the row's link. */
export const sourceOfRecord = (recordId: string): string => `record:${recordId}`;

/** Writes new people with everything that makes them findable. The source rows must exist. */
export const foundPeople = async (tx: Tx, people: readonly NewPerson[]): Promise<void> => {
  if (people.length === 0) return;
  sendMany(
    tx,
    'people.person',
    people.map((p) => ({
      id: p.id,
      county: p.county,
      district: p.district,
      name: p.name,
      sex: p.sex,
      birth_date: p.birthDate,
      birth_precision: p.birthPrecision,
      demo: p.demo,
      created_at: p.at,
      updated_at: p.at,
    })),
  );
  await makeFindable(tx, people);
};

/** Writes what leads to people who are there already: the founding link to their source row, keys, number and contacts. */
export const makeFindable = async (tx: Tx, people: readonly NewPerson[]): Promise<void> => {
  sendMany(
    tx,
    'people.link',
    people.map((p) => ({
      record_id: p.recordId,
      person_id: p.id,
      county: p.county,
      state: 'confirmed',
      basis: 'founding',
      weight: 0,
      reasons: [],
      decided_at: p.at,
      created_at: p.at,
      id: linkIdOf(p),
    })),
  );
  await addFindable(tx, people);
};

/** Keys, number and contacts of people who are founded already: what was learned of them since. What is there stays. */
export const addFindable = async (tx: Tx, people: readonly Omit<NewPerson, 'demo'>[]): Promise<void> => {
  sendMany(
    tx,
    'people.search_key',
    people.flatMap((p) => searchKeyRows(tx.ring, p, p.keys)),
    'do nothing',
  );
  await tx.keys.prepareNew(
    people.flatMap((p) => (p.identifier === null ? [] : p.id)),
    'identifier',
  );
  const numbered = await Promise.all(
    people
      .flatMap((p) => (p.identifier === null ? [] : [{ p, number: p.identifier }]))
      .map(async ({ p, number }) =>
        identifierRows(tx.ring, number.id, p.id, p.id, number, await tx.keys.seal(p.id, 'identifier', number.normal)),
      ),
  );
  sendMany(
    tx,
    'people.identifier',
    numbered.map((n) => n.identifier),
    'do nothing',
  );
  sendMany(
    tx,
    'people.identifier_near',
    numbered.flatMap((n) => n.near),
    'do nothing',
  );
  await writeContacts(
    tx,
    people.flatMap((p) => p.contacts.map((contact) => ({ contact, person: p, source: sourceOfRecord(p.recordId) }))),
  );
};

/** Seals and writes contacts. */
export const writeContacts = async (
  tx: Tx,
  list: readonly {
    readonly contact: NewContact;
    readonly person: { readonly id: string; readonly county: string; readonly at: string };
    readonly source: string;
  }[],
): Promise<void> => {
  await tx.keys.prepare(
    list.map(({ person }) => person.id),
    'contact',
  );
  const rows = await Promise.all(
    list.map(async ({ contact, person, source }) => ({
      id: contact.id,
      person_id: person.id,
      county: person.county,
      kind: contact.kind,
      subject_id: person.id,
      sealed: await tx.keys.seal(person.id, 'contact', contact.value),
      district: contact.district,
      source,
      recorded_at: person.at,
    })),
  );
  sendMany(tx, 'people.contact', rows, 'do nothing');
};

// A founding link has an id of its own that is made from the person's: each person is founded once.
const linkIdOf = ({ id }: NewPerson): string =>
  `${id.slice(0, 24)}${(BigInt(`0x${id.slice(24)}`) ^ 0xa5a5a5a5a5a5n).toString(16).padStart(12, '0')}`;
