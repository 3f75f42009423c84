// Which cases stand in a view, by the nearest clock? Keyset pages over indexes by county, district, unit or lead; the policies cut what the session may not see.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type Placing, preparedByShape, type Reach, type Tx } from '../session/index.ts';
import {
  type AnchorShape,
  type Anchors,
  anchorsOf,
  inPageOrder,
  onlyAnchor,
  type PageOrder,
  type CaseQuery as Query,
  reachablePage,
} from './reachable-page.ts';

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
  readonly sort?: keyof typeof sortOrders;
  readonly limit: number;
  readonly after?: { readonly value: string | null; readonly id: string };
};

/** Hours within which something counts as due soon. */
const soonHours = 72;

const sortOrders = {
  due: { column: 'next_due' },
  newest: { column: 'received_at', down: true },
  received: { column: 'received_at' },
  lastContact: { column: 'last_contact_at' },
} as const satisfies Record<string, PageOrder>;

/** The values of a wish, where the statement has places for them. */
type Wished = {
  readonly actor: string;
  readonly now: Instant;
  readonly unit: string | null;
  readonly limit: number;
  readonly afterValue: string;
  readonly afterId: string;
  readonly anchor: string;
} & Pick<CaseWish, (typeof filters)[number]> &
  Anchors;
const filters = ['programme', 'status', 'risk', 'district', 'county', 'unitId', 'leadId'] as const;
const filtered = {
  programme: 'c.programme',
  status: 'c.status',
  risk: 'c.risk',
  district: 'c.district',
  county: 'c.county',
  unitId: 'c.unit_id',
  leadId: 'c.lead_id',
} as const;

/** All that the text of the list's statement depends on. */
type Shape = {
  readonly view: CaseView;
  readonly given: readonly (typeof filters)[number][];
  readonly open: boolean;
  readonly order: PageOrder;
  readonly after: 'none' | 'null' | 'value';
  readonly reach: AnchorShape;
};

function inView(query: Query, place: Placing<Pick<Wished, 'actor' | 'now' | 'unit'>>, view: CaseView): Query {
  const alive = query.where('c.closed_at', 'is', null);
  switch (view) {
    case 'all':
      return query;
    case 'mine':
      return alive.where('c.lead_id', '=', place('actor'));
    case 'unit':
      return alive.where('c.unit_id', '=', place('unit'));
    case 'overdue':
      return alive.where('c.next_due', '<', place('now'));
    case 'dueSoon':
      return alive
        .where('c.next_due', '>=', place('now'))
        .where('c.next_due', '<', sql<Instant>`${place('now')}::timestamptz + make_interval(hours => ${soonHours})`);
    case 'unassigned':
      return alive.where('c.status', '=', 'accepted');
    case 'approvals':
      return alive.where('c.status', 'in', ['openReview', 'closeReview']);
    case 'shared':
      return query.where(
        sql<boolean>`c.id in (select s.case_id from casework.share s where s.ended_at is null and s.since <= now() and now() < s.until and (s.to_account = ${place('actor')}::uuid or s.to_unit = ${place('unit')}::uuid))`,
      );
    case 'closed':
      // Nothing is due in what has ended: said so, the index is entered where these rows stand.
      return query.where('c.closed_at', 'is not', null).where('c.next_due', 'is', null);
  }
}

/** One page of cases. Rows without a clock come last; equal moments are ordered by id. */
export async function listCases(tx: Tx, wish: CaseWish) {
  const found = await tx.withReach((reach) => pageWithin(tx, wish, reach));
  const nameOf = await tx.names.read(tx, {
    unit: found.map((row) => row.unit_id),
    account: found.map((row) => row.lead_id),
    district: found.map((row) => row.district),
  });
  const rows = found.map((row) => ({
    ...row,
    unit_zh: nameOf('unit', row.unit_id) ?? '',
    lead_name: nameOf('account', row.lead_id),
    district_zh: nameOf('district', row.district),
  }));
  tx.audit({ action: 'case.list', ids: rows.map((row) => row.id), count: rows.length });
  return rows;
}

async function pageWithin(tx: Tx, wish: CaseWish, reach: Reach) {
  const only = onlyAnchor(reach);
  const anchors = only === undefined ? anchorsOf(reach) : null;
  if (anchors?.kinds.length === 0) return [];
  const { after } = wish;
  const shape: Shape = {
    view: wish.view,
    given: filters.filter((name) => wish[name] !== undefined),
    open: wish.open === true,
    order: sortOrders[wish.sort ?? 'due'],
    after: after === undefined ? 'none' : after.value === null ? 'null' : 'value',
    reach: only?.column ?? anchors?.kinds ?? [],
  };
  return page(tx, shape, {
    ...wish,
    ...anchors?.ids,
    actor: tx.actor.id,
    afterValue: after?.value ?? '',
    afterId: after?.id ?? '',
    anchor: only?.id ?? '',
  });
}

/** The statement of a page, made once for each shape. */
const page = preparedByShape((db, place: Placing<Wished>, shape: Shape) => {
  const sortRef = sql.ref(`c.${shape.order.column}`);
  const beyond = sql.raw(shape.order.down ? '<' : '>');
  let query = inView(db.selectFrom('casework.case as c'), place, shape.view);
  for (const name of shape.given) query = query.where(sql<boolean>`${sql.ref(filtered[name])} = ${place(name)}`);
  if (shape.open) query = query.where('c.closed_at', 'is', null);
  if (shape.after === 'null') query = query.where(sql<boolean>`${sortRef} is null and c.id ${beyond} ${place('afterId')}::uuid`);
  if (shape.after === 'value')
    query = query.where(
      sql<boolean>`((${sortRef}, c.id) ${beyond} (${place('afterValue')}::timestamptz, ${place('afterId')}::uuid) or ${sortRef} is null)`,
    );
  // Whose reach is one anchor needs no page put together from several: the order is that of the anchor's index.
  const within =
    typeof shape.reach === 'string'
      ? query.where(sql<boolean>`${sql.ref(`c.${shape.reach}`)} = ${place('anchor')}`)
      : db.selectFrom('casework.case as c').where('c.id', 'in', reachablePage(query, shape.order, shape.reach, place));
  return inPageOrder(within.select(listed), shape.order).limit(place('limit'));
});

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
  'c.district',
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
  const values = { ...wish, actor: tx.actor.id, limit: cap + 1 };
  const found = await Promise.all(caseViews.map((view) => countOf(tx, view, values)));
  for (const [at, view] of caseViews.entries()) {
    const count = Number(found[at]?.[0]?.n ?? 0);
    counts.push({ view, count: Math.min(count, cap), capped: count > cap });
  }
  return counts;
}

const countOf = preparedByShape((db, place: Placing<Pick<Wished, 'actor' | 'now' | 'unit' | 'limit'>>, view: CaseView) =>
  db
    .selectFrom(inView(db.selectFrom('casework.case as c'), place, view).select('c.id').limit(place('limit')).as('v'))
    .select((on) => on.fn.countAll<string>().as('n')),
);
