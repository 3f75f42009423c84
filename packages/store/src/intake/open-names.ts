// What is a report called in a list? By the name of its first person: the one the desk learned last, else the one the reporter gave; unnamed stays unnamed.
import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import type { SealedPerson } from './new-report.ts';

export type ReportName = { readonly name: string | null; readonly personId: string | null };

const firstNamed = prepared((db, place: Placing<{ reportIds: readonly string[] }>) =>
  db
    .selectFrom('intake.report_person as rp')
    .innerJoin('people.record as c', 'c.id', 'rp.record_id')
    .distinctOn('rp.report_id')
    .select(['rp.report_id', 'rp.person_id', 'c.sealed'])
    .select(
      sql<Buffer | null>`(select f.sealed from intake.learned_fact f where f.record_id = rp.record_id and f.kind = 'name' and f.back_at is null
        order by f.id desc limit 1)`.as('learned'),
    )
    .where('rp.report_id', '=', sql<string>`any(${place('reportIds')}::uuid[])`)
    .orderBy('rp.report_id')
    .orderBy('rp.position'),
);

/** Names by report id, with one statement for the whole list. */
export async function openNames(tx: Tx, reportIds: readonly string[]): Promise<Map<string, ReportName>> {
  if (reportIds.length === 0) return new Map();
  const rows = await firstNamed(tx, { reportIds: [...reportIds] });
  const clear = await tx.keys.openMany(rows.flatMap((row) => [row.sealed, ...(row.learned === null ? [] : [row.learned])]));
  let at = 0;
  return new Map(
    rows.map((row) => {
      const bytes = clear[at++];
      const learned = row.learned === null ? undefined : clear[at++];
      const given = bytes ? (JSON.parse(bytes.toString('utf8')) as Partial<SealedPerson>) : null;
      return [row.report_id, { name: learned?.toString('utf8') ?? given?.name ?? null, personId: row.person_id }];
    }),
  );
}
