// What is in a person's file? The projection, numbers (masked), and the source rows behind it with how each was linked; nothing that rests on a candidate alone.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export interface PersonFile {
  readonly id: string;
  readonly county: string;
  readonly district: string | null;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown' | null;
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  readonly deceasedOn: string | null;
  readonly mergedInto: string | null;
  readonly version: number;
  readonly identifiers: readonly { readonly id: string; readonly kind: string; readonly masked: string; readonly valid: boolean }[];
  readonly records: readonly {
    readonly linkId: string;
    readonly source: string;
    readonly receivedAt: string;
    readonly basis: 'identifier' | 'person' | 'founding';
    /** What the row says of its person, as it came; null where it went with an erasure. */
    readonly given: string | null;
    readonly reasons: readonly { readonly about: string; readonly level: string; readonly bits: number }[];
    readonly decidedBy: string | null;
    readonly decidedAt: string | null;
    readonly version: number;
  }[];
}

const masked = (value: string): string => (value.length < 8 ? '***' : `${value.slice(0, 3)}****${value.slice(7)}`);

/** The file of a person whom the actor may read; null when there is none or it is out of reach. */
export const getPerson = async (tx: Tx, personId: string): Promise<PersonFile | null> => {
  const {
    rows: [person],
  } = await sql<Omit<PersonFile, 'identifiers' | 'records'>>`
    select id, county, district, name, sex, birth_date as "birthDate", birth_precision as "birthPrecision", deceased_on as "deceasedOn", merged_into as "mergedInto", version
    from people.person where id = ${personId}`.execute(tx);
  if (person === undefined) return null;
  const merged = await tx.selectFrom('people.person').select('id').where('merged_into', '=', personId).execute();
  const same = [personId, ...merged.map((one) => one.id)];
  const numbers = await sql<{
    id: string;
    kind: string;
    sealed: Buffer;
    valid: boolean;
  }>`select id, kind, sealed, valid from people.identifier where person_id = any(${same}::uuid[]) order by id`.execute(tx);
  const opened = await tx.keys.openMany(numbers.rows.map((n) => n.sealed));
  const records = await sql<Omit<PersonFile['records'][number], 'given'> & { sealed: Buffer }>`
    select l.id as "linkId", r.source, r.sealed, r.received_at as "receivedAt", l.basis, l.reasons, a.name as "decidedBy", l.decided_at as "decidedAt", l.version
    from people.link l join people.record r on r.id = l.record_id left join org.account a on a.id = l.decided_by
    where l.person_id = any(${same}::uuid[]) and l.state = 'confirmed' order by r.received_at`.execute(tx);
  const told = await tx.keys.openMany(records.rows.map((row) => row.sealed));
  tx.audit({ action: 'person.read', personIds: [personId], count: 1, county: person.county });
  return {
    ...person,
    identifiers: numbers.rows.map(({ sealed, ...n }, i) => ({ ...n, masked: masked(opened[i]?.toString('utf8') ?? '') })),
    records: records.rows.map(({ sealed: _sealed, ...row }, i) => ({ ...row, given: told[i]?.toString('utf8') ?? null })),
  };
};

/** Whom an entry was joined to; null where it stands for itself. The file of that person opens under the reader's own rights. */
export const standsFor = async (tx: Tx, personId: string): Promise<string | null> => {
  const { rows } = await sql<{ now: string | null }>`select people.stands_for(${personId}::uuid) as now`.execute(tx);
  return rows[0]?.now ?? null;
};
