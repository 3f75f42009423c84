// Which cases are meant: a view of the list and the conditions of its sentence, as one query. The list and the counts ask the same.

import type { Instant } from '@anwang/core/time';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.generated.ts';
import type { Placing } from '../session/index.ts';
import type { CaseQuery as Query } from './reachable-page.ts';

/** The saved views of the list. `caseView` of the contract says the same to callers: the server hands each to the other, so that a word in one alone does not compile. */
export const caseViews = [
  'all',
  'mine',
  'unit',
  'overdue',
  'dueSoon',
  'highRisk',
  'noContact',
  'closing',
  'unassigned',
  'approvals',
  'shared',
  'closed',
] as const;
/** A saved view. */
export type CaseView = (typeof caseViews)[number];

/** A view and what was added to it. */
export type CaseConditions = {
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
};

/** Days within which something counts as due soon. */
const soonDays = 7;
/** Days after which a family was long without contact: a month, whatever the level of its visits, for a call counts too. */
const silentDays = 30;

/** The values of the conditions, where a statement has places for them. */
export type Conditioned = { readonly actor: string } & Pick<CaseConditions, 'now' | 'unit' | Name>;
type Name = (typeof names)[number];
const names = ['programme', 'status', 'risk', 'district', 'county', 'unitId', 'leadId'] as const;
const columns = {
  programme: 'c.programme',
  status: 'c.status',
  risk: 'c.risk',
  district: 'c.district',
  county: 'c.county',
  unitId: 'c.unit_id',
  leadId: 'c.lead_id',
} as const satisfies Record<Name, string>;

/** What the text of the query depends on. */
export type ConditionShape = { readonly view: CaseView; readonly given: readonly Name[]; readonly open: boolean };

/** The shape of some conditions. */
export const shapeOf = (wish: CaseConditions): ConditionShape => ({
  view: wish.view,
  given: names.filter((name) => wish[name] !== undefined),
  open: wish.open === true,
});

/** The query of a shape, on alias `c`. */
export function caseQuery(db: Kysely<Database>, place: Placing<Conditioned>, { view, given, open }: ConditionShape): Query {
  let query = inView(db.selectFrom('casework.case as c'), place, view);
  for (const name of given) query = query.where(sql<boolean>`${sql.ref(columns[name])} = ${place(name)}`);
  return open ? query.where('c.closed_at', 'is', null) : query;
}

function inView(query: Query, place: Placing<Pick<Conditioned, 'actor' | 'now' | 'unit'>>, view: CaseView): Query {
  const alive = query.where('c.closed_at', 'is', null);
  switch (view) {
    case 'all':
      return query;
    case 'mine':
      return alive.where('c.lead_id', '=', place('actor'));
    case 'unit':
      return alive.where('c.unit_id', '=', place('unit'));
    // Nothing is due in what has ended. Not asked for besides, the index of what is due is read by itself.
    case 'overdue':
      return query.where('c.next_due', '<', place('now'));
    case 'dueSoon':
      return query
        .where('c.next_due', '>=', place('now'))
        .where('c.next_due', '<', sql<Instant>`${place('now')}::timestamptz + make_interval(days => ${sql.lit(soonDays)})`);
    case 'highRisk':
      return alive.where('c.risk', 'in', [sql.lit('high'), sql.lit('extreme')]);
    case 'noContact':
      // Whom nobody has reached yet counts from the day of the report. Not coalesce, which a policy lets no index see.
      return alive.where(
        sql<boolean>`(case when c.last_contact_at is null then c.received_at else c.last_contact_at end) < ${place('now')}::timestamptz - make_interval(days => ${sql.lit(silentDays)})`,
      );
    // In words, not as parameters: only so does the plan know that the small index of what waits (migration 0380) holds them.
    case 'closing':
      return alive.where('c.status', '=', sql.lit('closeReview'));
    case 'unassigned':
      return alive.where('c.status', '=', sql.lit('accepted'));
    case 'approvals':
      return alive.where('c.status', 'in', [sql.lit('openReview'), sql.lit('closeReview')]);
    case 'shared':
      return query.where(
        sql<boolean>`c.id in (select s.case_id from casework.share s where s.ended_at is null and s.since <= now() and now() < s.until and (s.to_account = ${place('actor')}::uuid or s.to_unit = ${place('unit')}::uuid))`,
      );
    case 'closed':
      // Said that nothing is due either, the index is entered where these rows stand.
      return query.where('c.closed_at', 'is not', null).where('c.next_due', 'is', null);
  }
}
