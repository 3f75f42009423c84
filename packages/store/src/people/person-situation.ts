// What has to be known to join two people, or to part one? Where they lead, what rests on them, and the rows that are confirmed as theirs; as far as the actor sees.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { sourceOfRecord } from './found-people.ts';
import type { RestsOn, StoredLink } from './link-rows.ts';

export interface StandingPerson {
  readonly id: string;
  readonly county: string;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown' | null;
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  readonly district: string | null;
  readonly mergedInto: string | null;
  readonly demo: boolean;
  readonly version: number;
  /** Digests of valid numbers, to see whether two people have different ones. */
  readonly numbers: readonly string[];
}

/** The two, locked until the transaction ends, in order of id; fewer when one is out of reach. */
export const lockPeople = async (tx: Tx, ids: readonly string[]): Promise<StandingPerson[]> => {
  const { rows } = await sql<StandingPerson>`
    select p.id, p.county, p.name, p.sex, p.birth_date as "birthDate", p.birth_precision as "birthPrecision", p.district, p.merged_into as "mergedInto", p.demo, p.version,
      coalesce((select array_agg(encode(i.whole, 'hex')) from people.identifier i where i.person_id = p.id and i.valid and i.kind = 'nationalId'), '{}') as numbers
    from people.person p where p.id = any(${[...ids]}::uuid[]) order by p.id for no key update of p`.execute(tx);
  return rows;
};

/** Who leads to one of these, or from them elsewhere. */
export const readRedirects = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; into: string }>`
    select id, merged_into as "into" from people.person where merged_into is not null and (id = any(${[...ids]}::uuid[]) or merged_into = any(${[...ids]}::uuid[]))`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row.into]));
};

/** Everything of a person that the actor sees. */
export const restsOnPerson = async (tx: Tx, personId: string): Promise<RestsOn> => {
  const { rows } = await sql<RestsOn>`
    select coalesce((select array_agg(id) from intake.report_person where person_id = ${personId}), '{}') as "reportPersons",
      coalesce((select array_agg(distinct case_id) from casework.case_person where person_id = ${personId}), '{}') as cases,
      coalesce((select array_agg(id) from people.flag where person_id = ${personId}), '{}') as flags,
      coalesce((select array_agg(id) from people.contact where person_id = ${personId}), '{}') as contacts`.execute(tx);
  return rows[0] ?? { reportPersons: [], cases: [], flags: [], contacts: [] };
};

/** What rests on a source row as far as the actor sees it, and whom it speaks of so far. */
export const restsOnRecord = async (tx: Tx, recordId: string): Promise<RestsOn & { readonly current: string | null }> => {
  const { rows } = await sql<RestsOn & { current: string | null }>`
    with told as (select id, report_id, person_id from intake.report_person where record_id = ${recordId})
    select coalesce((select array_agg(id) from told), '{}') as "reportPersons",
      (select max(person_id::text)::uuid from told) as current,
      coalesce((select array_agg(distinct c.case_id) from told join casework.case_report r on r.report_id = told.report_id
        join casework.case_person c on c.case_id = r.case_id and c.person_id = told.person_id), '{}') as cases,
      coalesce((select array_agg(id) from people.flag where record_id = ${recordId}), '{}') as flags,
      coalesce((select array_agg(id) from people.contact where source = ${sourceOfRecord(recordId)}), '{}') as contacts`.execute(tx);
  return rows[0] ?? { reportPersons: [], cases: [], flags: [], contacts: [], current: null };
};

/** Confirmed rows of a person, those of people who lead there included; locked. Said in two parts, since no index answers for a coalesce. */
export const readConfirmedLinks = async (tx: Tx, personId: string): Promise<StoredLink[]> => {
  const { rows } = await sql<StoredLink>`
    select l.id, l.record_id as "recordId", ${personId}::uuid as "personId", l.county, l.state, l.basis, l.version
    from people.link l join people.person p on p.id = l.person_id
    where l.state = 'confirmed' and (p.merged_into = ${personId} or (p.id = ${personId} and p.merged_into is null))
    order by l.id for update of l`.execute(tx);
  return rows;
};

/** Why the two may not be one: `opposed` or `bothSides` (house law 8). Null when nothing speaks against it. */
export const mergeConflict = async (tx: Tx, a: string, b: string): Promise<'opposed' | 'bothSides' | null> => {
  const { rows } = await sql<{ why: 'opposed' | 'bothSides' | null }>`select people.merge_conflict(${a}::uuid, ${b}::uuid) as why`.execute(
    tx,
  );
  return rows[0]?.why ?? null;
};

/** How many reports and cases rest on a person of the actor's county, or on these rows of theirs. */
export const countResting = async (
  tx: Tx,
  personId: string,
  recordIds: readonly string[] | null,
): Promise<{ readonly reports: number; readonly cases: number }> => {
  const records = recordIds === null ? null : [...recordIds];
  const { rows } = await sql<{
    reports: number;
    cases: number;
  }>`select reports, cases from people.resting(${personId}::uuid, ${records}::uuid[])`.execute(tx);
  return rows[0] ?? { reports: 0, cases: 0 };
};
