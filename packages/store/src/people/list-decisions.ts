// What was decided on who is who? Newest first, with whether it can be taken back: nothing later stands on the same rows or persons.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { Verb } from './decide.ts';

export interface DecisionRow {
  readonly id: string;
  readonly verb: Verb;
  readonly county: string;
  readonly linkId: string | null;
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly takenBackAt: string | null;
  readonly takenBackBy: string | null;
  readonly mayTakeBack: boolean;
  readonly version: number;
  readonly persons: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly sex: string | null;
    readonly birthDate: string | null;
    readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
    readonly district: string | null;
    /** Whether the person has been joined to another since. */
    readonly joined: boolean;
  }[];
}

export interface DecisionFilter {
  readonly personId?: string;
  readonly limit: number;
  /** Last row of the page before. */
  readonly after?: { readonly decidedAt: string; readonly id: string };
}

/** Decisions of the counties in which the actor decides. */
export const listDecisions = async (tx: Tx, { personId, limit, after }: DecisionFilter): Promise<DecisionRow[]> => {
  const { rows } = await sql<DecisionRow>`
    select d.id, d.verb, d.county, d.link_id as "linkId", d.decided_at as "decidedAt", a.name as "decidedBy", d.taken_back_at as "takenBackAt", b.name as "takenBackBy", d.version,
      d.taken_back_at is null and not exists (select from people.decision x where x.id <> d.id and x.taken_back_at is null
        and (x.decided_at, x.written_at, x.id) > (d.decided_at, d.written_at, d.id) and (x.person_ids && d.person_ids or x.record_ids && d.record_ids)) as "mayTakeBack",
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'birthPrecision', p.birth_precision, 'district', p.district, 'joined', p.merged_into is not null) order by p.id) from people.person p where p.id = any(d.person_ids)), '[]') as persons
    from people.decision d join org.account a on a.id = d.decided_by left join org.account b on b.id = d.taken_back_by
    where ${personId === undefined ? sql`true` : sql`d.person_ids @> array[${personId}::uuid]`}
      and ${after === undefined ? sql`true` : sql`(d.decided_at, d.id) < (${after.decidedAt}::timestamptz, ${after.id}::uuid)`}
    order by d.decided_at desc, d.id desc limit ${limit}`.execute(tx);
  tx.audit({ action: 'person.link', personIds: [...new Set(rows.flatMap((row) => row.persons.map((p) => p.id)))], count: rows.length });
  return rows;
};

/** Version and standing of one decision; null when it is out of reach. */
export const findDecision = async (
  tx: Tx,
  id: string,
): Promise<{
  readonly version: number;
  readonly takenBackAt: string | null;
  readonly personIds: string[];
  readonly county: string;
} | null> => {
  const { rows } = await sql<{ version: number; takenBackAt: string | null; personIds: string[]; county: string }>`
    select version, taken_back_at as "takenBackAt", person_ids as "personIds", county from people.decision where id = ${id}`.execute(tx);
  return rows[0] ?? null;
};
