// The queue of the desk in its one order, the nearest clock first; and the numbers above it.
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { reportSeeing } from '../policies/statement.ts';
import { type Placing, prepared, preparedByShape, type Reach, type Tx } from '../session/index.ts';
import type { Band } from './new-report.ts';
import { openNames } from './open-names.ts';
import { listPresence, type Presence } from './presence.ts';

export type QueueFilter = {
  readonly states: readonly string[];
  readonly band?: Band;
  readonly overdueAt?: Instant;
  readonly cursor?: string;
  readonly limit: number;
};

export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly channel: string;
  readonly reporterKind: string;
  readonly districtName: string | null;
  readonly receivedAt: Instant;
  readonly band: Band;
  readonly bandSource: 'rule' | 'person';
  readonly status: string;
  readonly nextDue: Instant;
  readonly deskDue: Instant;
  readonly priorReports: number;
  readonly grounds: readonly string[];
  readonly newEvidence: boolean;
  readonly present: readonly Presence[];
  readonly version: number;
  readonly proposal: {
    readonly outcome: string;
    readonly by: string;
    readonly byId: string;
    readonly at: Instant;
    readonly reviewRule: string;
  } | null;
};

const open = ['received', 'screening', 'proposed', 'returned'];

/** What an open report waits for, by its state: the first officer, the second, or the first again. The counts above the queue read the same. */
export const waitingStates = { screening: ['received', 'screening'], review: ['proposed'], correction: ['returned'] } as const;

/** All that the text of the queue's statement depends on. */
type Shape = {
  readonly open: boolean;
  readonly given: readonly ('states' | 'band' | 'overdueAt' | 'after')[];
  readonly desk: 'county' | 'district' | null;
};
type Wished = {
  readonly states: readonly string[];
  readonly band: Band | undefined;
  readonly overdueAt: Instant | undefined;
  readonly afterDue: string;
  readonly afterId: string;
  readonly desk: string;
  readonly rows: number;
};

async function waiting(tx: Tx, filter: QueueFilter, reach: Reach) {
  const desk = onlyDesk(reach);
  const after = filter.cursor?.split('~');
  const shape: Shape = {
    open: filter.states.every((state) => open.includes(state)),
    given: [
      ...(filter.states.length > 0 ? (['states'] as const) : []),
      ...(filter.band ? (['band'] as const) : []),
      ...(filter.overdueAt ? (['overdueAt'] as const) : []),
      ...(after?.length === 2 ? (['after'] as const) : []),
    ],
    desk: desk?.column ?? null,
  };
  return waitingRows(tx, shape, {
    states: [...filter.states],
    band: filter.band,
    overdueAt: filter.overdueAt,
    afterDue: after?.[0] ?? '',
    afterId: after?.[1] ?? '',
    desk: desk?.id ?? '',
    rows: filter.limit + 1,
  });
}

const waitingRows = preparedByShape((db, place: Placing<Wished>, { open: allOpen, given, desk }: Shape) => {
  let query = db
    .selectFrom('intake.report as r')
    .select([
      'r.id',
      'r.number',
      'r.channel',
      'r.reporter_kind',
      'r.district',
      'r.received_at',
      'r.band',
      'r.band_source',
      'r.status',
      'r.next_due',
      'r.desk_due',
    ])
    .select(['r.prior_reports', 'r.grounds', 'r.version', sql<string>`r.next_due::text`.as('due_text')])
    .select(sql<boolean>`exists (select from intake.addition x where x.report_id = r.id and x.read_at is null)`.as('new_evidence'))
    .orderBy('r.next_due')
    .orderBy('r.id')
    .limit(place('rows'));
  // In words, not as parameters: only so does a prepared statement keep to the index of the reports that wait.
  if (allOpen) query = query.where(sql<boolean>`r.status in ('received', 'screening', 'proposed', 'returned')`);
  if (desk !== null) query = query.where(sql<boolean>`${sql.ref(`r.${desk}`)} = ${place('desk')}`);
  if (given.includes('states')) query = query.where(sql<boolean>`r.status = any(${place('states')}::text[])`);
  if (given.includes('band')) query = query.where(sql<boolean>`r.band = ${place('band')}`);
  if (given.includes('overdueAt')) query = query.where(sql<boolean>`r.next_due < ${place('overdueAt')}::timestamptz`);
  if (given.includes('after'))
    query = query.where(sql<boolean>`(r.next_due, r.id) > (${place('afterDue')}::timestamptz, ${place('afterId')}::uuid)`);
  return query;
});

/** One part of the queue; `next` begins after its last row. Rows out of reach do not come. */
export async function listQueue(tx: Tx, filter: QueueFilter): Promise<{ rows: QueueRow[]; next: string | null }> {
  const found = await tx.withReach((reach) => waiting(tx, filter, reach));
  const rows = found.slice(0, filter.limit);
  const ids = rows.map((row) => row.id);
  const proposed = rows.filter((row) => row.status === 'proposed').map((row) => row.id);
  const [names, present, proposals, nameOf] = await Promise.all([
    openNames(tx, ids),
    listPresence(tx, ids),
    newestProposals(tx, proposed),
    tx.names.read(tx, { district: rows.map((row) => row.district) }),
  ]);
  tx.audit({ action: 'report.list', ids, personIds: [...names.values()].flatMap((name) => name.personId ?? []), count: rows.length });
  const last = rows.at(-1);
  return {
    next: found.length > filter.limit && last ? `${last.due_text}~${last.id}` : null,
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: names.get(row.id)?.name ?? null,
      channel: row.channel,
      reporterKind: row.reporter_kind,
      districtName: nameOf('district', row.district),
      receivedAt: row.received_at,
      band: row.band as Band,
      bandSource: row.band_source as 'rule' | 'person',
      status: row.status,
      nextDue: row.next_due,
      deskDue: row.desk_due,
      priorReports: row.prior_reports,
      grounds: row.grounds,
      newEvidence: row.new_evidence,
      present: present.filter((one) => one.reportId === row.id),
      version: row.version,
      proposal: proposals.get(row.id) ?? null,
    })),
  };
}

/**
 * The county or district of a desk that reaches reports by it and in no other way, what it took in itself included: its queue is read from the index in order.
 * (The policy is an "or", over which no index gives an order: without this all waiting reports of the county are read and sorted for each page.)
 */
function onlyDesk(reach: Reach): { readonly column: 'county' | 'district'; readonly id: string } | undefined {
  const ids = (question: 'counties' | 'districts' | 'units' | 'owned' | 'narrow') => reach.ids(question, reportSeeing, 'basic');
  const [county, ...more] = ids('counties');
  if (ids('units').length + ids('narrow').length + more.length > 0) return undefined;
  if (county !== undefined)
    return ids('owned').every((id) => id === county) && ids('districts').length === 0 ? { column: 'county', id: county } : undefined;
  const [district, ...others] = ids('districts');
  return district !== undefined && others.length + ids('owned').length === 0 ? { column: 'district', id: district } : undefined;
}

const proposalRows = prepared((db, place: Placing<{ reportIds: readonly string[] }>) =>
  db
    .selectFrom('intake.proposal as p')
    .distinctOn('p.report_id')
    .select(['p.report_id', 'p.outcome', 'p.proposed_by', 'p.proposed_at', 'p.review_rule'])
    .where('p.report_id', '=', sql<string>`any(${place('reportIds')}::uuid[])`)
    .orderBy('p.report_id')
    .orderBy('p.round', 'desc'),
);

async function newestProposals(tx: Tx, reportIds: readonly string[]): Promise<Map<string, NonNullable<QueueRow['proposal']>>> {
  if (reportIds.length === 0) return new Map();
  const rows = await proposalRows(tx, { reportIds: [...reportIds] });
  const nameOf = await tx.names.read(tx, { account: rows.map((row) => row.proposed_by) });
  return new Map(
    rows.map((row) => [
      row.report_id,
      {
        outcome: row.outcome,
        by: nameOf('account', row.proposed_by) ?? '',
        byId: row.proposed_by,
        at: row.proposed_at,
        reviewRule: row.review_rule,
      },
    ]),
  );
}
