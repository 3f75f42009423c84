// Which cases stand in a view, by the nearest clock? Keyset pages over indexes by county, district, unit or lead; the policies cut what the session may not see.

import { sql } from 'kysely';
import { type Placing, preparedByShape, type Reach, type Tx } from '../session/index.ts';
import { type CaseConditions, type Conditioned, type ConditionShape, caseQuery, shapeOf } from './case-query.ts';
import { type AnchorShape, type Anchors, anchorsOf, inPageOrder, onlyAnchor, type PageOrder, reachablePage } from './reachable-page.ts';

/** What is wanted. `after` is the last row of the page before. */
export type CaseWish = CaseConditions & {
  readonly sort?: keyof typeof sortOrders;
  readonly limit: number;
  readonly after?: { readonly value: string | null; readonly id: string };
};

const sortOrders = {
  due: { column: 'next_due' },
  newest: { column: 'received_at', down: true },
  received: { column: 'received_at' },
  lastContact: { column: 'last_contact_at' },
} as const satisfies Record<string, PageOrder>;

/** The values of a wish, where the statement has places for them. */
type Wished = Conditioned & {
  readonly limit: number;
  readonly afterValue: string;
  readonly afterId: string;
  readonly anchor: string;
} & Anchors;

/** All that the text of the list's statement depends on. */
type Shape = ConditionShape & {
  readonly order: PageOrder;
  readonly after: 'none' | 'null' | 'value';
  readonly reach: AnchorShape;
};

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
    ...shapeOf(wish),
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
  let query = caseQuery(db, place, shape);
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
  'c.placed',
  'c.version',
] as const;
