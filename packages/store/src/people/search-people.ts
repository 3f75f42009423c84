// Whom does the one search box find? Equality on keyed hashes, under the same policies as the person; ordered by id so that a page can be continued.
// Open cases are counted as far as the actor may see them.

import { type RawBuilder, sql } from 'kysely';
import { blindAll } from '../keys/index.ts';
import { bare, type Placing, preparedByShape, type Tx } from '../session/index.ts';
import type { ClearKey } from './index-rows.ts';

export interface PeopleQuery {
  readonly identifier: { readonly normal: string; readonly masked: boolean } | null;
  readonly keys: readonly ClearKey[];
  /** Parts of names: asked on the first page when the keys have not filled it. */
  readonly parts: readonly ClearKey[];
}

/** A word or a character of a name may be that of thousands: nobody is shown more of them, page by page neither. */
export const MOST_BY_PART = 50;

export interface SearchRow {
  readonly personId: string;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown' | null;
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  readonly deceased: boolean;
  readonly district: string | null;
  readonly county: string;
  readonly openCases: number;
  /** Kinds of keys that hit. */
  readonly why: readonly string[];
}

export interface SearchPage {
  readonly county?: string;
  readonly district?: string;
  readonly limit: number;
  /** Last id of the page before. */
  readonly after?: string;
}

export interface SearchAnswer {
  readonly rows: SearchRow[];
  readonly next: string | null;
  /** Whether more people than these have that part in their name; they are not to be had page by page. */
  readonly cut: boolean;
}

/** One page of people. The answer never says how many there are beyond it. */
export const searchPeople = async (tx: Tx, query: PeopleQuery, page: SearchPage): Promise<SearchAnswer> => {
  const { identifier } = query;
  const hashed = (list: readonly ClearKey[]) => list.flatMap(({ kind, value }) => blindAll(tx.ring, 'search', kind, value));
  const keys = hashed(query.keys);
  const whole = identifier === null || identifier.masked ? [] : blindAll(tx.ring, 'whole', 'nationalId', identifier.normal);
  const masked = identifier?.masked === true ? blindAll(tx.ring, 'masked', 'nationalId', identifier.normal) : [];
  const after = page.after ?? '00000000-0000-0000-0000-000000000000';
  const ask = (by: Shape['by'], wanted: readonly Buffer[], rows: number) =>
    found(
      tx,
      { by, county: page.county !== undefined, district: page.district !== undefined },
      { keys: wanted, whole, masked, after, county: page.county, district: page.district, rows },
    );
  const numbered = whole.length + masked.length > 0;
  const rows =
    keys.length > 0 || numbered ? await ask(keys.length > 0 ? 'keys' : whole.length > 0 ? 'whole' : 'masked', keys, page.limit + 1) : [];
  const read = rows.slice(0, page.limit);
  const room = page.after === undefined ? Math.min(page.limit - read.length, MOST_BY_PART) : 0;
  const shown = new Map(read.map(withoutHit));
  const bound = shown.size + room;
  // One after the other: what was typed itself stands before what it is a variant of.
  for (const part of room === 0 ? [] : query.parts)
    if (shown.size <= bound)
      for (const row of await ask('parts', hashed([part]), room + 1)) if (!shown.has(row.personId)) shown.set(...withoutHit(row));
  const cut = shown.size > bound;
  const people = [...shown.values()].slice(0, bound);
  tx.audit({ action: 'person.search', personIds: people.map((r) => r.personId), count: people.length, query: JSON.stringify(query) });
  return { rows: people, next: rows.length > page.limit ? (read.at(-1)?.hitId ?? null) : null, cut };
};

const withoutHit = ({ hitId: _hit, ...row }: SearchRow & { hitId: string }): [string, SearchRow] => [row.personId, row];

type Shape = { readonly by: 'keys' | 'parts' | 'whole' | 'masked'; readonly county: boolean; readonly district: boolean };
type Wished = {
  readonly keys: readonly Buffer[];
  readonly whole: readonly Buffer[];
  readonly masked: readonly Buffer[];
  readonly after: string;
  readonly county: string | undefined;
  readonly district: string | undefined;
  readonly rows: number;
};

// Numbers name few people: those are found first, whatever page is asked for. (With the page's condition beside it the whole index by person was read: 14 ms for 60,000.)
const numbered = (probe: RawBuilder<unknown>) => sql`select person_id, how from (${probe} offset 0) n`;

const hitsOf = (place: Placing<Wished>, shape: Shape): RawBuilder<unknown> => {
  switch (shape.by) {
    case 'keys':
      // What is hidden from somebody who is found as well is not found: a hidden contact is in no view that shows them (house law 8).
      return sql`select person_id, kind as how from people.search_key k where key = any(${place('keys')}::bytea[])
          and (not hidden or not exists (select from people.search_key o where o.key = any(${place('keys')}::bytea[]) and o.person_id = any(k.hidden_from)))
          and ${shape.county ? sql`county = ${place('county')}` : sql`true`} and ${shape.district ? sql`district = ${place('district')}` : sql`true`}`;
    case 'parts':
      // One part may be that of a tenth of a county: read in the order of people and no further than is shown.
      return sql`select s.person_id, s.how from unnest(${place('keys')}::bytea[]) q(key) cross join lateral (
          select k.person_id, k.kind as how from people.search_key k where k.key = q.key
            and ${shape.county ? sql`k.county = ${place('county')}` : sql`true`} and ${shape.district ? sql`k.district = ${place('district')}` : sql`true`}
          order by k.person_id limit ${place('rows')}) s`;
    case 'whole':
      return numbered(sql`select person_id, 'identifier' as how from people.identifier where whole = any(${place('whole')}::bytea[])`);
    case 'masked':
      return numbered(
        sql`select person_id, 'identifierMasked' as how from people.identifier_near where blind = any(${place('masked')}::bytea[]) and form = 'masked'`,
      );
  }
};

// A key of somebody who was merged leads to the person they are now. (Found apart: joined by the expression, no index under a policy is used.)
const found = preparedByShape((_db, place: Placing<Wished>, shape: Shape) =>
  bare(sql<SearchRow & { hitId: string }>`
    with hit as (select person_id, array_agg(distinct how) as why from (${hitsOf(place, shape)}) h where person_id > ${place('after')}::uuid group by person_id order by person_id limit ${place('rows')}),
    present as materialized (select hit.person_id, hit.why, coalesce(m.merged_into, m.id) as id from hit join people.person m on m.id = hit.person_id)
    select hit.person_id as "hitId", p.id as "personId", p.name, p.sex, p.birth_date as "birthDate", p.birth_precision as "birthPrecision", p.deceased_on is not null as deceased, p.district, p.county, hit.why,
      (select count(*) from casework.case_person cp join casework.case c on c.id = cp.case_id where cp.person_id = p.id and cp.until is null and c.closed_at is null)::int as "openCases"
    from present hit join people.person p on p.id = hit.id
    order by hit.person_id`),
);
