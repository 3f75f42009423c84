// How does a list stay on its index under row-level security? The policy is an "or" of reaches, over which no index gives an order. So the page is drawn reach by
// reach: for every county, district or unit the actor reaches, and for the cases reached one by one, the first rows in order from that reach's own index;
// the pages are put together and cut again. The policy still judges every row: a reach that is named here too widely shows nothing more.

import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { caseSeeing } from '../policies/statement.ts';
import type { Database } from '../schema/database.generated.ts';

export type CaseQuery = SelectQueryBuilder<Database & { c: Database['casework.case'] }, 'c', object>;

// In words, not as a parameter: only so is the answer found by a key that is a constant of the plan.
const acts = sql.lit(`{${caseSeeing.join(',')}}`);

/** Reaches: the column of the case, and the set of the actor's anchors, asked once per statement. */
const REACHES: readonly (readonly [column: 'county' | 'district' | 'unit_id' | 'id', anchors: RawBuilder<unknown>])[] = [
  ['county', sql`(select distinct unnest(access.counties(${acts}, 'basic')))`],
  ['district', sql`(select distinct unnest(access.districts(${acts}, 'basic')))`],
  ['unit_id', sql`(select distinct unnest(access.units(${acts}, 'basic')))`],
  ['id', sql`(select distinct access.cases(${acts}, 'basic'))`],
];

/**
 * Ids of the first `limit` cases of a query in the order given, over all reaches of the session's actor.
 * @param query conditions on alias `c`, without order and limit
 * @param order column of the case; nulls last, then by id
 */
export function reachablePage(query: CaseQuery, order: 'next_due' | 'received_at' | 'last_contact_at', limit: number): RawBuilder<string> {
  const branches = REACHES.map(([column, anchors]) => {
    const first = query
      .where(sql<boolean>`${sql.ref(`c.${column}`)} = reach.anchor`)
      .select(['c.id', sql.ref(`c.${order}`).as('place')])
      .orderBy(sql.ref(`c.${order}`), (by) => by.asc().nullsLast())
      .orderBy('c.id')
      .limit(limit);
    return sql`select page.id, page.place from ${anchors} as reach(anchor) cross join lateral (${first}) page`;
  });
  return sql<string>`(select pages.id from (${sql.join(branches, sql` union `)}) pages order by pages.place nulls last, pages.id limit ${limit})`;
}
