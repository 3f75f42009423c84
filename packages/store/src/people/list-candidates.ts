// Which pairs wait for a decision? By report or for the whole reach, oldest first; reasons are codes, the words are made from them.

import { learnedKindOf, withLearned } from '@anwang/core/screening';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export interface CandidateRow {
  readonly linkId: string;
  readonly recordId: string;
  readonly reportPersonId: string | null;
  readonly reportId: string | null;
  readonly reportNumber: string | null;
  readonly county: string;
  readonly createdAt: string;
  readonly weight: number;
  /** Proposed after its report came, when more was learned. */
  readonly later: boolean;
  readonly reasons: readonly { readonly about: string; readonly level: string; readonly bits: number }[];
  readonly version: number;
  /** The source row as it came, JSON; null after erasure. */
  readonly given: string | null;
  readonly person: {
    readonly id: string;
    readonly name: string | null;
    readonly sex: 'male' | 'female' | 'other' | 'unknown' | null;
    readonly birthDate: string | null;
    readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
    readonly district: string | null;
  };
}

export interface CandidateFilter {
  readonly reportId?: string;
  readonly limit: number;
  /** `createdAt|linkId` of the last row before. */
  readonly after?: { readonly createdAt: string; readonly linkId: string };
}

interface Stored extends Omit<CandidateRow, 'given' | 'person'> {
  sealed: Buffer;
  learned: readonly { readonly kind: string; readonly sealed: string }[];
  id: string;
  name: string | null;
  sex: CandidateRow['person']['sex'];
  birth_date: string | null;
  birth_precision: CandidateRow['person']['birthPrecision'];
  district: string | null;
}

/** Candidates that the actor may see. */
export const listCandidates = async (tx: Tx, { reportId, limit, after }: CandidateFilter): Promise<CandidateRow[]> => {
  const { rows } = await sql<Stored>`
    select l.id as "linkId", l.record_id as "recordId", rp.id as "reportPersonId", r.id as "reportId", r.number as "reportNumber", l.county,
      l.created_at as "createdAt", l.weight, coalesce(l.created_at > r.received_at and exists (select from intake.learned_fact f where f.record_id = l.record_id and f.taken_at <= l.created_at), false) as later, l.reasons, l.version, c.sealed, p.id, p.name, p.sex, p.birth_date, p.birth_precision, p.district,
      coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'sealed', encode(f.sealed, 'base64')) order by f.id) from intake.learned_fact f
        where f.record_id = l.record_id and f.back_at is null and f.kind in ('name', 'birthDate', 'birthYear')), '[]') as learned
    from people.link l
    join people.record c on c.id = l.record_id
    join people.person p on p.id = l.person_id
    left join intake.report_person rp on rp.record_id = l.record_id
    left join intake.report r on r.id = rp.report_id
    where l.state = 'candidate' and ${reportId === undefined ? sql`true` : sql`rp.report_id = ${reportId}`}
      and ${after === undefined ? sql`true` : sql`(l.created_at, l.id) > (${after.createdAt}::timestamptz, ${after.linkId}::uuid)`}
    order by l.created_at, l.id limit ${limit}`.execute(tx);
  const opened = await tx.keys.openMany(rows.map((row) => row.sealed));
  tx.audit({ action: 'person.link', personIds: [...new Set(rows.map((row) => row.id))], count: rows.length });
  const facts = await tx.keys.openMany(rows.flatMap((row) => row.learned.map((fact) => Buffer.from(fact.sealed, 'base64'))));
  return rows.map(({ sealed: _sealed, learned, id, name, sex, birth_date, birth_precision, district, ...row }, i) => ({
    ...row,
    given: known(
      opened[i]?.toString('utf8') ?? null,
      learned.map((fact) => ({ kind: fact.kind, value: facts.shift()?.toString('utf8') })),
    ),
    person: { id, name, sex, birthDate: birth_date, birthPrecision: birth_precision, district },
  }));
};

/** The row as it came, with the name and the birth date that were learned since: by these it is compared. */
const known = (record: string | null, learned: readonly { readonly kind: string; readonly value: string | undefined }[]): string | null => {
  if (record === null || learned.length === 0) return record;
  const given = { phones: [], addresses: [], school: null, contactsHidden: false, nationalId: null, ...JSON.parse(record) };
  const facts = learned.flatMap(({ kind, value }) =>
    value === undefined ? [] : [{ kind: learnedKindOf(kind), value, hidden: false, takenBack: false }],
  );
  return JSON.stringify(withLearned(given, facts));
};
