// Whom do the reports name that wait at the desk? They are not in the person index before somebody decided who they are, and are asked for by name all the same.
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import type { SealedPerson } from './new-report.ts';

export type WaitingPerson = {
  readonly reportId: string;
  readonly number: string;
  readonly receivedAt: Instant;
  readonly status: string;
  readonly personId: string | null;
  /** As the reporter called the person, and as the desk learned since. */
  readonly names: readonly string[];
};

/** A desk keeps its day's reports: more than these are not read through for one question. */
const most = 3000;

const rowsOf = prepared((db, place: Placing<{ rows: number }>) =>
  db
    .selectFrom('intake.report as r')
    .innerJoin('intake.report_person as rp', 'rp.report_id', 'r.id')
    .innerJoin('people.record as c', 'c.id', 'rp.record_id')
    .select(['r.id', 'r.number', 'r.received_at', 'r.status', 'rp.person_id', 'c.sealed'])
    .select(
      sql<Buffer | null>`(select f.sealed from intake.learned_fact f where f.record_id = rp.record_id and f.kind = 'name' and f.back_at is null
        order by f.id desc limit 1)`.as('learned'),
    )
    // In words, not as parameters: only so does a prepared statement keep to the index of the reports that wait.
    .where(sql<boolean>`r.status in ('received', 'screening', 'proposed', 'returned')`)
    .orderBy('r.next_due')
    .orderBy('r.id')
    .limit(place('rows')),
);

/** Everybody named in a report that waits, the nearest clock first. What the caller shows of it is the caller's to put on record (`auditFound`). */
export async function waitingPeople(tx: Tx): Promise<WaitingPerson[]> {
  const rows = await rowsOf(tx, { rows: most });
  const clear = await tx.keys.openMany(rows.flatMap((row) => [row.sealed, ...(row.learned === null ? [] : [row.learned])]));
  let at = 0;
  return rows.map((row) => {
    const bytes = clear[at++];
    const learned = row.learned === null ? undefined : clear[at++]?.toString('utf8');
    const given: Partial<SealedPerson> = bytes ? JSON.parse(bytes.toString('utf8')) : {};
    return {
      reportId: row.id,
      number: row.number,
      receivedAt: row.received_at,
      status: row.status,
      personId: row.person_id,
      names: [learned, given.name].filter((name): name is string => typeof name === 'string' && name !== ''),
    };
  });
}

/** Puts on record who was found, and for what text. */
export function auditFound(tx: Tx, found: readonly WaitingPerson[], query: string): void {
  tx.audit({
    action: 'report.search',
    ids: [...new Set(found.map((one) => one.reportId))],
    personIds: found.flatMap((one) => one.personId ?? []),
    count: found.length,
    query,
  });
}
