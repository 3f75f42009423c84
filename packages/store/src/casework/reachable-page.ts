// How does a list stay on its index under row-level security? The policy is an "or" of reaches, over which no index gives an order. So the page is drawn reach by
// reach: for every county, district or unit the actor reaches, and for the cases reached one by one, the first rows in order from that reach's own index;
// the pages are put together and cut again. The policy still judges every row: a reach that is named here too widely shows nothing more.

import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { caseSeeing } from '../policies/statement.ts';
import type { Database } from '../schema/database.generated.ts';
import type { Reach } from '../session/index.ts';

export type CaseQuery = SelectQueryBuilder<Database & { c: Database['casework.case'] }, 'c', object>;
type Order = 'next_due' | 'received_at' | 'last_contact_at';

const WIDE = [
  ['county', 'counties', 'text'],
  ['district', 'districts', 'text'],
  ['unit_id', 'units', 'uuid'],
] as const;

/** The one anchor of a reach that is nothing but one county, district or unit; undefined when it is more, or less. */
export function onlyAnchor(reach: Reach): { readonly column: 'county' | 'district' | 'unit_id'; readonly id: string } | undefined {
  if (reach.ids('narrow', caseSeeing, 'basic').length > 0) return undefined;
  const anchors = WIDE.flatMap(([column, question]) => reach.ids(question, caseSeeing, 'basic').map((id) => ({ column, id })));
  return anchors.length === 1 ? anchors[0] : undefined;
}

/**
 * Ids of the first `limit` cases of a query in the order given, over all that is reached; null when that is nothing.
 * @param query conditions on alias `c`, without order and limit
 * @param order column of the case; nulls last, then by id
 */
export function reachablePage(query: CaseQuery, order: Order, limit: number, reach: Reach): RawBuilder<string> | null {
  const first = (anchored: CaseQuery) =>
    anchored
      .select(['c.id', sql.ref(`c.${order}`).as('place')])
      .orderBy(sql.ref(`c.${order}`), (by) => by.asc().nullsLast())
      .orderBy('c.id')
      .limit(limit);
  const branches = WIDE.flatMap(([column, question, type]) => {
    const ids = reach.ids(question, caseSeeing, 'basic');
    if (ids.length === 0) return [];
    const page = first(query.where(sql<boolean>`${sql.ref(`c.${column}`)} = reach.anchor`));
    return [sql`select page.id, page.place from unnest(${ids}::${sql.raw(type)}[]) as reach(anchor) cross join lateral (${page}) page`];
  });
  // In words, not as a parameter: only so is the answer found by a key that is a constant of the plan.
  const acts = sql.lit(`{${caseSeeing.join(',')}}`);
  if (reach.ids('narrow', caseSeeing, 'basic').length > 0)
    branches.push(
      sql`select page.id, page.place from (select distinct access.cases(${acts}, 'basic')) as reach(anchor) cross join lateral (${first(query.where(sql<boolean>`c.id = reach.anchor`))}) page`,
    );
  if (branches.length === 0) return null;
  return sql<string>`(select pages.id from (${sql.join(branches, sql` union `)}) pages order by pages.place nulls last, pages.id limit ${limit})`;
}
