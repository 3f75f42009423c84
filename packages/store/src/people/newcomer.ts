// Somebody whom a case names and whom the index may not know. The case writes the source row and a bare person at once, in its own session; who it is and how they are
// found is the matcher's, afterwards: nothing is looked up with eyes wider than those of whoever asks.

import type { Tx } from '../session/index.ts';
import { makeFindable } from './found-people.ts';
import { type Row, sendMany } from './insert-many.ts';
import { newId } from './new-id.ts';
import { newPersonFrom, type Prepared } from './person-index.ts';
import { type MatchedPerson, reasonsOf } from './record-matches.ts';

export interface Newcomer {
  readonly caseId: string;
  readonly county: string;
  readonly district: string | null;
  readonly at: string;
  /** What was said of them, as the sealed source row keeps it. */
  readonly given: object;
  readonly prepared: Prepared;
  /** The name as it was given, where it cannot be read as a name. */
  readonly name: string;
}

/** Writes the source row and the person; gives their ids. */
export const writeNewcomer = async (tx: Tx, newcomer: Newcomer): Promise<{ readonly recordId: string; readonly personId: string }> => {
  const { caseId, county, district, at, given, prepared } = newcomer;
  const atMs = Date.parse(at);
  const recordId = newId(atMs);
  const subjectId = newId(atMs);
  const population = await tx.selectFrom('system.population').select('kind').executeTakeFirst();
  const person = newPersonFrom({ county, district, at, demo: population?.kind === 'demo' }, { recordId, prepared, keys: [] });
  tx.keys.begin([subjectId], 'record');
  sendMany(tx, 'people.record', [
    {
      id: recordId,
      source: 'case',
      source_key: `${caseId}/${recordId}`,
      county,
      subject_id: subjectId,
      sealed: await tx.keys.seal(subjectId, 'record', JSON.stringify(given)),
      received_at: at,
    },
  ]);
  sendMany(tx, 'people.person', [
    {
      id: person.id,
      county,
      district,
      name: person.name ?? newcomer.name,
      sex: person.sex,
      birth_date: person.birthDate,
      birth_precision: person.birthPrecision,
      demo: person.demo,
      created_at: at,
      updated_at: at,
    },
  ]);
  return { recordId, personId: person.id };
};

/** The newcomer as the matcher reads them; null when they were indexed already, or are no more. */
export const readNewcomer = async (tx: Tx, recordId: string, personId: string) => {
  const linked = await tx.selectFrom('people.link').select('id').where('record_id', '=', recordId).limit(1).executeTakeFirst();
  if (linked !== undefined) return null;
  const record = await tx.selectFrom('people.record').select(['sealed', 'county']).where('id', '=', recordId).executeTakeFirst();
  const person = await tx
    .selectFrom('people.person')
    .select(['id', 'district', 'demo', 'created_at'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (record === undefined || person === undefined) return null;
  return {
    given: await tx.keys.open(record.sealed),
    county: record.county,
    district: person.district,
    demo: person.demo,
    at: person.created_at,
  };
};

export interface Indexed {
  readonly recordId: string;
  readonly personId: string;
  readonly county: string;
  readonly district: string | null;
  readonly demo: boolean;
  readonly at: string;
  readonly prepared: Prepared;
  readonly keys: Parameters<typeof newPersonFrom>[1]['keys'];
  /** Who they may be; with a certain one first, if there is any. */
  readonly alike: readonly MatchedPerson[];
  readonly certain: boolean;
}

/** Makes the newcomer findable and writes whom they may be. @returns the link that is certain by the number, for a decision */
export const indexNewcomer = async (tx: Tx, one: Indexed): Promise<{ readonly linkId: string; readonly version: number } | null> => {
  const made = newPersonFrom(one, { recordId: one.recordId, prepared: one.prepared, keys: one.keys });
  await makeFindable(tx, [{ ...made, id: one.personId, contacts: [] }]);
  const links: (Row & { id: string })[] = one.alike.map((other, at) => ({
    id: newId(Date.parse(one.at)),
    record_id: one.recordId,
    person_id: other.personId,
    county: one.county,
    state: 'candidate',
    basis: one.certain && at === 0 ? 'identifier' : 'person',
    weight: other.weight,
    reasons: reasonsOf(other),
    created_at: one.at,
  }));
  sendMany(tx, 'people.link', links);
  tx.audit({
    action: 'person.link',
    personIds: [one.personId, ...one.alike.map((other) => other.personId)],
    ids: [one.recordId],
    county: one.county,
  });
  const [first] = links;
  return one.certain && first !== undefined ? { linkId: first.id, version: 1 } : null;
};
