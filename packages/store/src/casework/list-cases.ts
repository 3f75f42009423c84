// Which cases stand in a view, by the nearest clock? Keyset pages over indexes by county, district, unit or lead; the policies cut what the session may not see.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Reach, Tx } from '../session/index.ts';
import { onlyAnchor, type CaseQuery as Query, reachablePage } from './reachable-page.ts';

/** The saved views of the list. */
export const caseViews = ['all', 'mine', 'unit', 'overdue', 'dueSoon', 'unassigned', 'approvals', 'shared', 'closed'] as const;
/** A saved view. */
export type CaseView = (typeof caseViews)[number];

/** What is wanted. `after` is the last row of the page before. */
export type CaseWish = {
  readonly view: CaseView;
  readonly now: Instant;
  readonly unit: string | null;
  readonly programme?: string;
  readonly status?: string;
  readonly risk?: string;
  readonly district?: string;
  readonly county?: string;
  readonly unitId?: string;
  readonly leadId?: string;
  readonly open?: boolean;
  readonly sort?: 'due' | 'received' | 'lastContact';
  readonly limit: number;
  readonly after?: { readonly value: string | null; readonly id: string };
};

/** Hours within which something counts as due soon. */
const soonHours = 72;

const sortColumns = { due: 'next_due', received: 'received_at', lastContact: 'last_contact_at' } as const;

function inView(query: Query, tx: Tx, wish: Pick<CaseWish, 'view' | 'now' | 'unit'>): Query {
  const alive = query.where('c.closed_at', 'is', null);
  switch (wish.view) {
    case 'all':
      return query;
    case 'mine':
      return alive.where('c.lead_id', '=', tx.actor.id);
    case 'unit':
      return alive.where('c.unit_id', '=', wish.unit);
    case 'overdue':
      return alive.where('c.next_due', '<', wish.now);
    case 'dueSoon':
      return alive
        .where('c.next_due', '>=', wish.now)
        .where('c.next_due', '<', sql<Instant>`${wish.now}::timestamptz + make_interval(hours => ${soonHours})`);
    case 'unassigned':
      return alive.where('c.status', '=', 'accepted');
    case 'approvals':
      return alive.where('c.status', 'in', ['openReview', 'closeReview']);
    case 'shared':
      return query.where(
        sql<boolean>`c.id in (select s.case_id from casework.share s where s.ended_at is null and s.since <= now() and now() < s.until and (s.to_account = ${tx.actor.id}::uuid or s.to_unit = ${wish.unit}::uuid))`,
      );
    case 'closed':
      // Nothing is due in what has ended: said so, the index is entered where these rows stand.
      return query.where('c.closed_at', 'is not', null).where('c.next_due', 'is', null);
  }
}

function narrowed(query: Query, wish: CaseWish): Query {
  let narrow = query;
  if (wish.programme !== undefined) narrow = narrow.where('c.programme', '=', wish.programme);
  if (wish.status !== undefined) narrow = narrow.where('c.status', '=', wish.status);
  if (wish.risk !== undefined) narrow = narrow.where('c.risk', '=', wish.risk);
  if (wish.district !== undefined) narrow = narrow.where('c.district', '=', wish.district);
  if (wish.county !== undefined) narrow = narrow.where('c.county', '=', wish.county);
  if (wish.unitId !== undefined) narrow = narrow.where('c.unit_id', '=', wish.unitId);
  if (wish.leadId !== undefined) narrow = narrow.where('c.lead_id', '=', wish.leadId);
  if (wish.open === true) narrow = narrow.where('c.closed_at', 'is', null);
  return narrow;
}

/** One page of cases. Rows without a clock come last; equal moments are ordered by id. */
export async function listCases(tx: Tx, wish: CaseWish) {
  const rows = await tx.withReach((reach) => pageWithin(tx, wish, reach));
  tx.audit({ action: 'case.list', ids: rows.map((row) => row.id), count: rows.length });
  return rows;
}

async function pageWithin(tx: Tx, wish: CaseWish, reach: Reach) {
  const column = sortColumns[wish.sort ?? 'due'];
  const sortRef = sql.ref(`c.${column}`);
  let query = narrowed(inView(tx.selectFrom('casework.case as c'), tx, wish), wish);
  const { after } = wish;
  if (after !== undefined)
    query = query.where(
      after.value === null
        ? sql<boolean>`${sortRef} is null and c.id > ${after.id}::uuid`
        : sql<boolean>`((${sortRef}, c.id) > (${after.value}::timestamptz, ${after.id}::uuid) or ${sortRef} is null)`,
    );
  const only = onlyAnchor(reach);
  const page = only === undefined ? reachablePage(query, column, wish.limit, reach) : null;
  if (only === undefined && page === null) return [];
  // Whose reach is one anchor needs no page put together from several: the order is that of the anchor's index.
  const within =
    page === null
      ? query.where(`c.${only?.column ?? 'county'}`, '=', only?.id ?? '')
      : tx.selectFrom('casework.case as c').where('c.id', 'in', page);
  return within
    .innerJoin('org.unit as u', 'u.id', 'c.unit_id')
    .leftJoin('org.account as lead', 'lead.id', 'c.lead_id')
    .leftJoin('org.district as d', 'd.id', 'c.district')
    .select(listed)
    .select(['u.name_zh as unit_zh', 'lead.name as lead_name', 'd.name_zh as district_zh'])
    .orderBy(sortRef, (order) => order.asc().nullsLast())
    .orderBy('c.id')
    .limit(wish.limit)
    .execute();
}

/** What a row of the list shows. */
const listed = [
  'c.id',
  'c.number',
  'c.title',
  'c.programme',
  'c.pack_version',
  'c.stage',
  'c.status',
  'c.risk',
  'c.side',
  'c.unit_id',
  'c.lead_id',
  'c.received_at',
  'c.last_contact_at',
  'c.next_due',
  'c.next_rule',
  'c.needs',
  'c.version',
] as const;

/** How many cases stand in each view, counted up to `cap`. */
export async function countViews(
  tx: Tx,
  wish: { readonly now: Instant; readonly unit: string | null },
  cap = 999,
): Promise<{ view: CaseView; count: number; capped: boolean }[]> {
  const counts: { view: CaseView; count: number; capped: boolean }[] = [];
  for (const view of caseViews) {
    const rows = inView(tx.selectFrom('casework.case as c'), tx, { ...wish, view })
      .select('c.id')
      .limit(cap + 1);
    const found = await tx
      .selectFrom(rows.as('v'))
      .select((on) => on.fn.countAll<string>().as('n'))
      .executeTakeFirst();
    const count = Number(found?.n ?? 0);
    counts.push({ view, count: Math.min(count, cap), capped: count > cap });
  }
  return counts;
}
