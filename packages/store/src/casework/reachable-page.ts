// How does a list stay on its index under row-level security? The policy is an "or" of reaches, over which no index gives an order. So the page is drawn reach by
// reach: for every county, district or unit the actor reaches, and for the cases reached one by one, the first rows in order from that reach's own index;
// the pages are put together and cut again. The policy still judges every row: a reach that is named here too widely shows nothing more.

import { type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { caseSeeing } from '../policies/statement.ts';
import type { Database } from '../schema/database.generated.ts';
import type { Placing, Reach } from '../session/index.ts';

type CaseTables = Database & { c: Database['casework.case'] };
export type CaseQuery = SelectQueryBuilder<CaseTables, 'c', object>;
/** What a page is ordered by, rising unless `down`; rows without a value come last, equal ones by id. */
export type PageOrder = { readonly column: 'next_due' | 'received_at' | 'last_contact_at'; readonly down?: true };

/** A query of cases in the order of a page. */
export function inPageOrder<Shown>(query: SelectQueryBuilder<CaseTables, 'c', Shown>, { column, down }: PageOrder) {
  return query.orderBy(sql.ref(`c.${column}`), (by) => (down ? by.desc() : by.asc()).nullsLast()).orderBy('c.id', down ? 'desc' : 'asc');
}

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

/** The ids of what a reach is made of, by kind. */
export type Anchors = { readonly counties?: readonly string[]; readonly districts?: readonly string[]; readonly units?: readonly string[] };
type Kind = keyof Anchors | 'narrow';
/** What a page is drawn from: the column of the one anchor that is all, or the kinds of anchors. */
export type AnchorShape = 'county' | 'district' | 'unit_id' | readonly Kind[];

/** What a reach is made of: its kinds, and the ids of each. */
export function anchorsOf(reach: Reach): { readonly kinds: readonly Kind[]; readonly ids: Anchors } {
  const wide = WIDE.map(([, question]) => [question, reach.ids(question, caseSeeing, 'basic')] as const).filter(
    ([, ids]) => ids.length > 0,
  );
  const narrow = reach.ids('narrow', caseSeeing, 'basic').length > 0;
  return { kinds: [...wide.map(([question]) => question), ...(narrow ? (['narrow'] as const) : [])], ids: Object.fromEntries(wide) };
}

/**
 * Ids of the first `limit` cases of a query in the order given, over all that is reached.
 * @param query conditions on alias `c`, without order and limit
 * @param kinds at least one; the places of the same names hold the ids
 */
export function reachablePage(
  query: CaseQuery,
  order: PageOrder,
  kinds: readonly Kind[],
  place: Placing<Anchors & { readonly limit: number }>,
): RawBuilder<string> {
  const direction = sql.raw(order.down ? 'desc' : 'asc');
  const pages = byAnchor(query, kinds, place, (anchored) =>
    inPageOrder(anchored.select(['c.id', sql.ref(`c.${order.column}`).as('place')]), order).limit(place('limit')),
  );
  return sql<string>`(select pages.id from (${pages}) pages order by pages.place ${direction} nulls last, pages.id ${direction} limit ${place('limit')})`;
}

/** Ids of at most `limit` cases of a query, over all that is reached, in no order: for counting. */
export function reachableSome(
  query: CaseQuery,
  kinds: readonly Kind[],
  place: Placing<Anchors & { readonly limit: number }>,
): RawBuilder<unknown> {
  const all = byAnchor(query, kinds, place, (anchored) => anchored.select('c.id').limit(place('limit')));
  return sql`(select found.id from (${all}) found limit ${place('limit')})`;
}

/** What is drawn from each anchor of a reach, put together without repeating. */
function byAnchor(
  query: CaseQuery,
  kinds: readonly Kind[],
  place: Placing<Anchors>,
  drawn: (anchored: CaseQuery) => Expression<unknown>,
): RawBuilder<unknown> {
  const branches = WIDE.filter(([, question]) => kinds.includes(question)).map(([column, question, type]) => {
    const page = drawn(query.where(sql<boolean>`${sql.ref(`c.${column}`)} = reach.anchor`));
    return sql`select page.* from unnest(${place(question)}::${sql.raw(type)}[]) as reach(anchor) cross join lateral (${page}) page`;
  });
  // In words, not as a parameter: only so is the answer found by a key that is a constant of the plan.
  const acts = sql.lit(`{${caseSeeing.join(',')}}`);
  if (kinds.includes('narrow'))
    branches.push(
      sql`select page.* from (select distinct access.cases(${acts}, 'basic')) as reach(anchor) cross join lateral (${drawn(query.where(sql<boolean>`c.id = reach.anchor`))}) page`,
    );
  return sql.join(branches, sql` union `);
}
