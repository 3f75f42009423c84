// My day: what is planned and what was recorded, with the words of a plan where they may be read. Where a plan leads is looked up when it is read, never kept in it:
// a contact that was hidden meanwhile is not there any more (house law 8).

import type { PersonalPart } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** A known address or number by its id, opened. */
export type OpenPlace = { readonly id: string; readonly personId: string; readonly kind: string; readonly value: string | null };

/** Contacts that stand, are hidden from nobody, and are there for the session: the only ones that a plan may name or show. */
export async function readOpenPlaces(tx: Tx, ids: readonly string[]): Promise<Map<string, OpenPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people.contact')
    .select(['id', 'person_id', 'kind', 'sealed'])
    .where('id', 'in', [...new Set(ids)])
    .where('hidden', '=', false)
    .where('valid_until', 'is', null)
    .execute();
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  return new Map(
    rows.map((row, at) => [row.id, { id: row.id, personId: row.person_id, kind: row.kind, value: clear[at]?.toString('utf8') ?? null }]),
  );
}

/** What a day is made of. */
export type DayWish = {
  /** Units whose plans are listed beside the actor's own. */
  readonly units: readonly string[];
  readonly from: Instant;
  readonly until: Instant;
  /** What was recorded since then. */
  readonly recordedSince: Instant;
  readonly limit: number;
};

type DayRow = {
  readonly part: 'plan' | 'record';
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly title: string | null;
  readonly kind: 'visit' | 'contact';
  readonly method: string;
  readonly at: Instant;
  readonly minutes: number | null;
  readonly until: Instant | null;
  readonly goes: boolean;
  readonly account_id: string;
  readonly outcome: string | null;
  readonly persons: readonly string[] | null;
  readonly whom: readonly string[] | null;
  readonly along: readonly string[] | null;
  readonly contact: string | null;
  readonly moved: number;
  readonly warnings: readonly string[] | null;
  readonly sealed: Uint8Array | null;
};

/**
 * What somebody planned and has not met, and what they recorded, by time; one statement, and one look at the keys. Places are asked for by their ids afterwards:
 * joined here, the policy of contacts was asked of every contact there is (measured on the demo: 26 s instead of 0.1 s).
 */
export async function readDay(tx: Tx, wish: DayWish): Promise<(DayRow & { readonly words: PersonalPart })[]> {
  const { units, from, until, recordedSince, limit } = wish;
  const whom = sql`(select array_agg(p.name order by p.name) filter (where p.name is not null) from people.person p where p.id = any (v.persons))`;
  const planned = sql`select 'plan' as part, v.id, v.case_id, c.number, c.title, v.kind, v.method, v.planned_at as at, v.minutes,
      (select max(o.expected_until) from casework.planned_visit o where o.id = v.id and o.status = 'open') as until, v.goes, v.account_id,
      null::text as outcome, v.persons, ${whom} as whom, array(select jsonb_array_elements_text(e.facts -> 'along')) as along, e.facts ->> 'contact' as contact,
      (select count(*)::int from casework.event x where x.case_id = v.case_id and x.facts ->> 'plan' = v.id::text
        and (x.type = 'visitMoved' or x.type = 'visitChanged' and x.facts -> 'changed' ? 'at')) as moved,
      array(select jsonb_array_elements_text(e.facts -> 'warnings')) as warnings, e.sealed
    from casework.planned_visit v join casework."case" c on c.id = v.case_id
      join casework.event e on e.case_id = v.case_id and e.id = v.said_by
    where (v.status = 'open' and c.closed_at is null or v.status = 'lapsed' and v.expected_until is not null) and v.planned_at >= ${from}::timestamptz and v.planned_at < ${until}::timestamptz`;
  const ofUnits =
    units.length === 0
      ? sql``
      : sql` union all ${planned} and v.goes and v.account_id <> ${tx.actor.id}::uuid and c.unit_id = any (${[...units]}::uuid[])`;
  const { rows } = await sql<DayRow>`${planned} and v.account_id = ${tx.actor.id}::uuid${ofUnits}
    union all
    select 'record', w.id, w.case_id, c.number, c.title, w.kind, w.method, w.happened_at, (e.facts ->> 'minutes')::int, null::timestamptz, true, w.by_account, w.outcome,
      null, null, null, null, 0, null, null
    from casework.visit w join casework."case" c on c.id = w.case_id join casework.event e on e.case_id = w.case_id and e.id = w.id
    where w.case_id in (select s.case_id from casework.assignment s where s.account_id = ${tx.actor.id}::uuid)
      and w.by_account = ${tx.actor.id}::uuid and w.happened_at >= ${recordedSince}::timestamptz
    order by at, id limit ${limit}`.execute(tx);
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed ?? Buffer.alloc(0)));
  return rows.map((row, at) => ({ ...row, words: readWords(clear[at] ?? null) }));
}

function readWords(clear: Buffer | null): PersonalPart {
  return clear === null ? {} : JSON.parse(clear.toString('utf8'));
}
