// What was sent to a unit and waits for it; and the disputes that wait for the arbiter.
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { openNames } from './open-names.ts';

export type DispatchRow = {
  readonly id: string;
  readonly reportId: string;
  readonly reportNumber: string;
  /** What the report is called by; a case about a person is called by that person. */
  readonly title: string | null;
  /** The source row of the person whom the officer named; null where the rules say whom it is about. */
  readonly subjectRecordId: string | null;
  readonly programme: string;
  readonly county: string;
  readonly district: string | null;
  readonly districtName: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly urgency: string;
  readonly band: string;
  readonly grade: string | null;
  readonly class: string | null;
  readonly receivedAt: Instant;
  readonly status: string;
  /** What of the unit's the report rests on; null where it stands for itself. */
  readonly toldAs: string | null;
  readonly sentAt: Instant;
  readonly acceptDue: Instant;
  readonly arbiterDue: Instant | null;
  readonly disputeReason: string | null;
  readonly disputedBy: string | null;
  readonly disputedAt: Instant | null;
  readonly caseId: string | null;
  readonly version: number;
};

export type DispatchFilter = {
  readonly id?: string;
  readonly unitId?: string;
  readonly states: readonly string[];
  readonly order: 'accept_due' | 'arbiter_due';
  /** What is done is read from its end. */
  readonly latestFirst?: boolean;
  readonly cursor?: string;
  readonly limit: number;
};

/** Rows called by somebody, and who that is. */
export type Called = { readonly rows: DispatchRow[]; readonly personIds: readonly string[] };

/**
 * Dispatches in reach, the nearest due first.
 * @param call who else they are called by; what is read for it stands in the same entry of the audit
 */
export async function listDispatches(
  tx: Tx,
  filter: DispatchFilter,
  call: (tx: Tx, rows: DispatchRow[]) => Promise<Called> = async (_tx, rows) => ({ rows, personIds: [] }),
): Promise<{ rows: DispatchRow[]; next: string | null }> {
  let query = tx
    .selectFrom('intake.dispatch as d')
    .innerJoin('intake.report as r', 'r.id', 'd.report_id')
    .innerJoin('org.unit as u', 'u.id', 'd.unit_id')
    .leftJoin('org.district as t', 't.id', 'd.district')
    .leftJoin('org.account as a', 'a.id', 'd.disputed_by')
    .leftJoin('intake.proposal_line as l', 'l.id', 'd.proposal_line_id')
    .selectAll('d')
    .select([
      'r.number',
      'r.received_at',
      'l.grade',
      'l.class',
      'l.subject_record_id',
      'u.name_zh as unit_name',
      'd.district',
      't.name_zh as district_name',
      'a.name as disputer',
      sql<string>`d.${sql.ref(filter.order)}::text`.as('due_text'),
    ])
    .orderBy(`d.${filter.order}`, filter.latestFirst ? 'desc' : 'asc')
    .orderBy('d.id', filter.latestFirst ? 'desc' : 'asc')
    .limit(filter.limit + 1);
  if (filter.states.length > 0) query = query.where('d.status', 'in', [...filter.states]);
  if (filter.id) query = query.where('d.id', '=', filter.id);
  if (filter.unitId) query = query.where('d.unit_id', '=', filter.unitId);
  const after = filter.cursor?.split('~');
  if (after?.length === 2)
    query = query.where(
      sql<boolean>`(d.${sql.ref(filter.order)}, d.id) ${sql.raw(filter.latestFirst ? '<' : '>')} (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  const found = await query.execute();
  const rows = found.slice(0, filter.limit);
  const names = await openNames(tx, [...new Set(rows.map((row) => row.report_id))]);
  const last = rows.at(-1);
  const called = await call(
    tx,
    rows.map((row) => ({
      id: row.id,
      reportId: row.report_id,
      reportNumber: row.number,
      title: names.get(row.report_id)?.name ?? null,
      subjectRecordId: row.subject_record_id,
      programme: row.programme,
      county: row.county,
      district: row.district,
      districtName: row.district_name,
      unitId: row.unit_id,
      unitName: row.unit_name,
      urgency: row.urgency,
      band: row.band,
      grade: row.grade,
      class: row.class,
      receivedAt: row.received_at,
      status: row.status,
      toldAs: row.told_as,
      sentAt: row.sent_at,
      acceptDue: row.accept_due,
      arbiterDue: row.arbiter_due,
      disputeReason: row.dispute_reason,
      disputedBy: row.disputer,
      disputedAt: row.disputed_at,
      caseId: row.case_id,
      version: row.version,
    })),
  );
  tx.audit({
    action: 'dispatch.list',
    ids: rows.map((row) => row.id),
    personIds: [...new Set([...[...names.values()].flatMap((name) => name.personId ?? []), ...called.personIds])],
    count: rows.length,
  });
  return { next: found.length > filter.limit && last ? `${last.due_text}~${last.id}` : null, rows: called.rows };
}
