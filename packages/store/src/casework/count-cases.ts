// How many cases stand in a view, or fit the sentence of the list? Counted up to a limit, entered at the indexes of what the actor reaches, as the list is: a count
// costs no more than reading as many rows, however many there are. The policies cut what the session may not see.

import { sql } from 'kysely';
import { bare, type Placing, preparedByShape, type Reach, type Tx } from '../session/index.ts';
import { type CaseConditions, type CaseView, type Conditioned, type ConditionShape, caseQuery, caseViews, shapeOf } from './case-query.ts';
import { type AnchorShape, type Anchors, anchorsOf, onlyAnchor, reachableSome } from './reachable-page.ts';

/** A count is exact up to this; beyond it the number says "more than". */
const cap = 999;

/** A number of cases; `capped`: there are more. */
export type CaseCount = { readonly count: number; readonly capped: boolean };

/** How many cases fit. */
export async function countCases(tx: Tx, conditions: CaseConditions): Promise<CaseCount> {
  const n = await tx.withReach((reach) => countWithin(tx, conditions, reach));
  return { count: Math.min(n, cap), capped: n > cap };
}

/** How many cases stand in each view. */
export async function countViews(tx: Tx, wish: Pick<CaseConditions, 'now' | 'unit'>): Promise<({ view: CaseView } & CaseCount)[]> {
  return Promise.all(caseViews.map(async (view) => ({ view, ...(await countCases(tx, { ...wish, view })) })));
}

async function countWithin(tx: Tx, conditions: CaseConditions, reach: Reach): Promise<number> {
  const only = onlyAnchor(reach);
  const anchors = only === undefined ? anchorsOf(reach) : null;
  if (anchors?.kinds.length === 0) return 0;
  const shape = { ...shapeOf(conditions), reach: only?.column ?? anchors?.kinds ?? [] };
  const [row] = await counted(tx, shape, { ...conditions, ...anchors?.ids, actor: tx.actor.id, limit: cap + 1, anchor: only?.id ?? '' });
  return Number(row?.n ?? 0);
}

type Counted = Conditioned & Anchors & { readonly limit: number; readonly anchor: string };

const counted = preparedByShape((db, place: Placing<Counted>, shape: ConditionShape & { readonly reach: AnchorShape }) => {
  const query = caseQuery(db, place, shape);
  const some =
    typeof shape.reach === 'string'
      ? sql`(${query
          .where(sql<boolean>`${sql.ref(`c.${shape.reach}`)} = ${place('anchor')}`)
          .select('c.id')
          .limit(place('limit'))})`
      : reachableSome(query, shape.reach, place);
  return bare(sql<{ readonly n: string }>`select count(*) as n from ${some} v`);
});
