// A visit from which nobody told that they left: the supervisor hears of it when the end that was meant has passed, the head of the county half an hour later.

import { addHours, type Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { tell } from './write-notice.ts';

/** Hours after the end that was meant at which the head is told: a stand-in (docs/decisions/0075). */
const aboveAfter = 0.5;

/** Tells of each once at each step. Runs as the clock. Gives how many are overdue. */
export async function tellOfVisits(tx: Tx, now: Instant): Promise<number> {
  const { rows } = await sql<{
    plan: string;
    case_id: string;
    county: string;
    unit_id: string;
    number: string;
    programme: string;
    pack_version: string;
    expected_until: Instant;
  }>`select * from casework.visits_overdue(${now}::timestamptz)`.execute(tx);
  await tell(
    tx,
    rows.flatMap((row) => {
      const notice = {
        kind: 'visit.overdue' as const,
        county: row.county,
        once: `${row.plan}:${row.expected_until}`,
        caseId: row.case_id,
        ref: row.number,
        programme: row.programme,
        packVersion: row.pack_version,
        due: row.expected_until,
      };
      const above = now >= addHours(row.expected_until, aboveAfter);
      return [
        { ...notice, to: { role: 'supervisor' as const, unit: row.unit_id } },
        ...(above ? [{ ...notice, to: { role: 'director' as const, county: row.county } }] : []),
      ];
    }),
  );
  if (rows.length > 0) tx.audit({ action: 'visit.overdue', ids: rows.map((row) => row.case_id), count: rows.length });
  return rows.length;
}
