// A lead whose right to lead runs out, or has run out, while cases are open: the supervisor hears of it in time to hand them over, and again when it is so. Rights
// that are taken away are refused while cases hang on them; those that end by their date cannot be.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { tell } from './write-notice.ts';

/** Days before the end at which it is told. */
const ahead = 7;

/** Tells of each account and unit once before the end and once after it. Runs as the clock. Gives how many were told of. */
export async function tellOfDuties(tx: Tx, now: Instant): Promise<number> {
  const { rows } = await sql<{
    county: string;
    unit_id: string;
    account_id: string;
    ends: Instant | null;
  }>`select county, unit_id, account_id, case when isfinite(ends) then ends end as ends from org.duties_ending(${now}::timestamptz + make_interval(days => ${ahead}))`.execute(
    tx,
  );
  await tell(
    tx,
    rows.map((row) => ({
      kind: 'lead.ending' as const,
      county: row.county,
      to: { role: 'supervisor' as const, unit: row.unit_id },
      once: `${row.account_id}:${row.unit_id}:${row.ends}:${row.ends === null || row.ends <= now ? 'ended' : 'ending'}`,
      // A notice keeps no name: who it is, is said when it is read.
      ref: row.account_id,
    })),
  );
  if (rows.length > 0) tx.audit({ action: 'duty.ending', ids: rows.map((row) => row.account_id), count: rows.length });
  return rows.length;
}
