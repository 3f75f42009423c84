// A number was typed: which reports and cases carry it? With or without the county, as far as the actor may see them.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Exact numbers only; the same number may stand in several counties. */
export async function findByNumber(tx: Tx, typed: string, limit: number) {
  const number = typed
    .trim()
    .toUpperCase()
    .replace(/^\d{5}-(?=\d{3}-)/, '');
  const reports = await tx
    .selectFrom('intake.report')
    .select(['id', 'number', 'received_at', 'status'])
    .where('county', '=', sql<string>`any (select id from org.county)`)
    .where('number', '=', number)
    .limit(limit)
    .execute();
  const cases = await tx
    .selectFrom('casework.case')
    .select(['id', 'number', 'title', 'programme', 'status'])
    .where('county', '=', sql<string>`any (select id from org.county)`)
    .where('number', '=', number)
    .limit(limit)
    .execute();
  tx.audit({
    action: 'number.search',
    ids: [...reports, ...cases].map((row) => row.id),
    count: reports.length + cases.length,
    query: number,
  });
  return { reports, cases };
}
