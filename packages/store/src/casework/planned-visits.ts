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

/** Of a plan or a record, what its line of the day needs before it is known which of them are shown. */
const ofPlan = sql`'plan' as part, v.id, v.case_id, v.said_by as event, v.kind, v.method, v.planned_at as at, v.minutes, v.goes,
      coalesce((select o.account_id from casework.planned_visit o where o.id = v.id and o.goes and o.status = 'open' limit 1), v.account_id) as account_id, null::text as outcome, v.persons`;
const ofRecord = sql`'record', w.id, w.case_id, w.id, w.kind, w.method, w.happened_at, null::int, true, w.by_account, w.outcome, null::uuid[]`;

/**
 * What somebody planned and has not met, and what they recorded, by time; one statement, and one look at the keys. A unit's plans are looked up by its cases: by their days
 * they were those of the whole country. Places are asked for by their ids afterwards: joined here, the policy of contacts was asked of every contact there is (measured on
 * the demo: 26 s instead of 0.1 s).
 */
export async function readDay(tx: Tx, wish: DayWish): Promise<(DayRow & { readonly words: PersonalPart })[]> {
  const { units, from, until, recordedSince, limit } = wish;
  const me = sql`${tx.actor.id}::uuid`;
  const inDays = sql`v.planned_at >= ${from}::timestamptz and v.planned_at < ${until}::timestamptz`;
  const notSaidOver = sql`v.status = 'lapsed' and v.expected_until is not null`;
  // Whoever goes along has a row of their own: the plan stands on their day once.
  const mine = sql`select from casework.planned_visit o where o.id = v.id and o.account_id = ${me} and o.status = v.status`;
  const theirs = sql`v.goes and v.account_id <> ${me} and ${inDays} and not exists (${mine})`;
  const ofUnits =
    units.length === 0
      ? sql``
      : sql` union all select ${ofPlan} from casework."case" c
      cross join lateral (select * from casework.planned_visit v where v.case_id = c.id and v.status = 'open' and ${theirs} offset 0) v
      where c.unit_id = any (${[...units]}::uuid[]) and c.closed_at is null
    union all select ${ofPlan} from casework.planned_visit v join casework."case" c on c.id = v.case_id
      where ${notSaidOver} and ${theirs} and c.unit_id = any (${[...units]}::uuid[])`;
  const { rows } = await sql<DayRow>`with day as materialized (
    select ${ofPlan} from casework.planned_visit v join casework."case" c on c.id = v.case_id
      where v.account_id = ${me} and ${inDays} and (v.status = 'open' and c.closed_at is null or ${notSaidOver})${ofUnits}
    union all select ${ofRecord} from casework.visit w
      where w.case_id in (select s.case_id from casework.assignment s where s.account_id = ${me}) and w.by_account = ${me} and w.happened_at >= ${recordedSince}::timestamptz
    order by at, id limit ${limit})
  select d.part, d.id, d.case_id, c.number, c.title, d.kind, d.method, d.at, coalesce(d.minutes, (e.facts ->> 'minutes')::int) as minutes, d.goes, d.account_id, d.outcome, d.persons,
    (select max(o.expected_until) from casework.planned_visit o where o.id = d.id) as until,
    (select array_agg(p.name order by p.name) filter (where p.name is not null) from people.person p where p.id = any (d.persons)) as whom,
    array(select jsonb_array_elements_text(e.facts -> 'along')) as along, e.facts ->> 'contact' as contact,
    (select count(*)::int from casework.event x where d.part = 'plan' and x.case_id = d.case_id and x.facts ->> 'plan' = d.id::text
      and (x.type = 'visitMoved' or x.type = 'visitChanged' and x.facts -> 'changed' ? 'at')) as moved,
    array(select jsonb_array_elements_text(e.facts -> 'warnings')) as warnings, case d.part when 'plan' then e.sealed end as sealed
  from day d join casework."case" c on c.id = d.case_id join casework.event e on e.case_id = d.case_id and e.id = d.event
  order by d.at, d.id`.execute(tx);
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed ?? Buffer.alloc(0)));
  return rows.map((row, at) => ({ ...row, words: readWords(clear[at] ?? null) }));
}

function readWords(clear: Buffer | null): PersonalPart {
  return clear === null ? {} : JSON.parse(clear.toString('utf8'));
}
