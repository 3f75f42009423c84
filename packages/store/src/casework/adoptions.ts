// Open cases go over to a newer statement of their programme: what stands, what was looked at, and each step of the decision. What the jobs do is in carry-adoption.ts.

import type { ClockChange } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';

/** How many open cases of the county are pinned to a statement. */
export type Pinned = { readonly pack_version: string; readonly cases: number };

export async function pinnedVersions(tx: Tx, programme: string): Promise<Pinned[]> {
  return (await sql<Pinned>`select * from casework.pinned_versions(${programme}::text)`.execute(tx)).rows;
}

type AdoptionStatus = 'looking' | 'looked' | 'proposed' | 'approved' | 'done' | 'refused' | 'dropped';
const adoptionsOf = (tx: Tx) =>
  tx
    .selectFrom('casework.adoption as a')
    .innerJoin('org.account as asker', 'asker.id', 'a.asked_by')
    .leftJoin('org.account as proposer', 'proposer.id', 'a.proposed_by')
    .leftJoin('org.account as decider', 'decider.id', 'a.decided_by')
    .selectAll('a')
    .select(['asker.name as asker', 'proposer.name as proposer', 'decider.name as decider'])
    .$narrowType<{ status: AdoptionStatus }>();
export type AdoptionRow = Awaited<ReturnType<ReturnType<typeof adoptionsOf>['executeTakeFirstOrThrow']>>;

/** The last one of a programme in the own county. */
export async function lastAdoption(tx: Tx, county: string, programme: string): Promise<AdoptionRow | undefined> {
  return adoptionsOf(tx)
    .where('a.county', '=', county)
    .where('a.programme', '=', programme)
    .orderBy('a.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One in reach, locked until the transaction ends. */
export async function lockAdoption(tx: Tx, id: string): Promise<AdoptionRow | undefined> {
  return adoptionsOf(tx).where('a.id', '=', id).forUpdate('a').executeTakeFirst();
}

export async function findAdoption(tx: Tx, id: string): Promise<AdoptionRow | undefined> {
  return adoptionsOf(tx).where('a.id', '=', id).executeTakeFirst();
}

/** Begins to look; undefined while another one of the programme is under way. */
export async function beginAdoption(tx: Tx, county: string, programme: string, to: string, now: Instant): Promise<string | undefined> {
  const row = await tx
    .insertInto('casework.adoption')
    .values({ county, programme, to_version: to, asked_by: tx.actor.id, asked_at: now })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row !== undefined) await tx.enqueue('adoptions.look', { adoptionId: row.id }, { key: `adoption:${row.id}` });
  return row?.id;
}

/** A step of whoever asks or decides; what is decided is carried out by the job. */
export async function stepAdoption(
  tx: Tx,
  row: AdoptionRow,
  step: 'propose' | 'drop' | 'again' | 'approve' | 'refuse',
  now: Instant,
): Promise<void> {
  const set = {
    propose: { status: 'proposed', proposed_by: tx.actor.id, proposed_at: now },
    drop: { status: 'dropped' },
    again: {},
    approve: { status: 'approved', decided_by: tx.actor.id, decided_at: now },
    refuse: { status: 'refused', decided_by: tx.actor.id, decided_at: now },
  }[step];
  await tx
    .updateTable('casework.adoption')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('id', '=', row.id)
    .execute();
  const about = { county: row.county, once: `${row.id}:${row.version}`, programme: row.programme, packVersion: row.to_version };
  if (step === 'propose') await tell(tx, [{ ...about, kind: 'statement.proposed', to: { role: 'director', county: row.county } }]);
  if ((step === 'approve' || step === 'refuse') && row.proposed_by !== null)
    await tell(tx, [{ ...about, kind: 'statement.decided', to: { account: row.proposed_by } }]);
  if (step === 'approve' || step === 'again') await tx.enqueue('adoptions.carry', { adoptionId: row.id }, { key: `adoption:${row.id}` });
}

/** Numbers of what was looked at: cases by how they stand, with a proposal that waits, and by what changes of which clock. */
export type AdoptionCounts = {
  readonly states: readonly { readonly from: string; readonly state: string; readonly cases: number; readonly pending: number }[];
  readonly changes: readonly { readonly rule: string; readonly change: ClockChange['change']; readonly cases: number }[];
};

export async function countAdoption(tx: Tx, id: string): Promise<AdoptionCounts> {
  const [states, changes] = await Promise.all([
    sql<AdoptionCounts['states'][number]>`
      select from_version as "from", state, count(*)::integer as cases, (count(*) filter (where pending))::integer as pending
      from casework.adoption_case where adoption_id = ${id} group by 1, 2 order by 1, 2`.execute(tx),
    sql<AdoptionCounts['changes'][number]>`
      select x ->> 'rule' as rule, x ->> 'change' as change, count(distinct a.case_id)::integer as cases
      from casework.adoption_case a cross join jsonb_array_elements(a.changes) x where a.adoption_id = ${id} group by 1, 2 order by 1, 2`.execute(
      tx,
    ),
  ]);
  return { states: states.rows, changes: changes.rows };
}

/** One case of an adoption. */
export type AdoptionCase = {
  readonly case_id: string;
  readonly number: string;
  readonly from_version: string;
  readonly changes: readonly ClockChange[];
  readonly pending: boolean;
  readonly state: 'waiting' | 'moved' | 'ended' | 'failed';
};

/** The cases, by number, after `after`. */
export async function adoptionCases(tx: Tx, id: string, after: string | undefined, limit: number): Promise<AdoptionCase[]> {
  const { rows } = await sql<AdoptionCase>`
    select case_id, number, from_version, changes, pending, state from casework.adoption_case
    where adoption_id = ${id} and (${after ?? null}::text is null or number > ${after ?? null}::text) order by number limit ${limit}`.execute(
    tx,
  );
  return rows;
}
