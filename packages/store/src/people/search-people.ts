// Whom does the one search box find? Equality on keyed hashes, under the same policies as the person; ordered by id so that a page can be continued.
// Open cases are counted as far as the actor may see them.

import { type RawBuilder, sql } from 'kysely';
import { blindAll } from '../keys/index.ts';
import { bare, type Placing, preparedByShape, type Tx } from '../session/index.ts';
import type { ClearKey } from './index-rows.ts';

export interface PeopleQuery {
  readonly identifier: { readonly normal: string; readonly masked: boolean } | null;
  readonly keys: readonly ClearKey[];
}

export interface SearchRow {
  readonly personId: string;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown' | null;
  readonly birthDate: string | null;
  readonly birthPrecision: string;
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

/** One page of people. The answer never says how many there are beyond it. */
export const searchPeople = async (tx: Tx, query: PeopleQuery, page: SearchPage): Promise<{ rows: SearchRow[]; next: string | null }> => {
  const { identifier } = query;
  const keys = query.keys.flatMap(({ kind, value }) => blindAll(tx.ring, 'search', kind, value));
  const whole = identifier === null || identifier.masked ? [] : blindAll(tx.ring, 'whole', 'nationalId', identifier.normal);
  const masked = identifier?.masked === true ? blindAll(tx.ring, 'masked', 'nationalId', identifier.normal) : [];
  const after = page.after ?? '00000000-0000-0000-0000-000000000000';
  const rows = await found(
    tx,
    {
      by: keys.length > 0 ? 'keys' : whole.length > 0 ? 'whole' : 'masked',
      county: page.county !== undefined,
      district: page.district !== undefined,
    },
    { keys, whole, masked, after, county: page.county, district: page.district, rows: page.limit + 1 },
  );
  const read = rows.slice(0, page.limit);
  const shown = [...new Map(read.map(({ hitId: _hit, ...row }) => [row.personId, row])).values()];
  tx.audit({ action: 'person.search', personIds: shown.map((r) => r.personId), count: shown.length, query: JSON.stringify(query) });
  return { rows: shown, next: rows.length > page.limit ? (read.at(-1)?.hitId ?? null) : null };
};

type Shape = { readonly by: 'keys' | 'whole' | 'masked'; readonly county: boolean; readonly district: boolean };
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
