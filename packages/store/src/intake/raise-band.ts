// New evidence or an officer changes how urgent a report is: the band, its source and reasons, and with it the triage clock and the place in the queue.
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { Band } from './new-report.ts';

export type BandChange = {
  readonly reportId: string;
  readonly county: string;
  readonly band: Band;
  readonly source: 'rule' | 'person';
  readonly reasons: readonly string[];
  readonly triageDue: Instant;
  readonly at: Instant;
};

/** Writes the band; the old triage clock stops, the new one runs from receipt. The report's version rises. Null when the report is decided or out of reach. */
export async function changeBand(tx: Tx, change: BandChange): Promise<{ version: number; nextDue: Instant } | null> {
  const row = await tx
    .updateTable('intake.report')
    .set({
      band: change.band,
      band_source: change.source,
      band_reasons: JSON.stringify(change.reasons),
      triage_due: change.triageDue,
      next_due: sql<Instant>`least(${change.triageDue}::timestamptz, desk_due)`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', change.reportId)
    .where('status', 'in', ['received', 'screening', 'proposed', 'returned'])
    .returning(['version', 'next_due', 'received_at'])
    .executeTakeFirst();
  if (!row) return null;
  await tx
    .updateTable('intake.clock')
    .set({ stopped_at: change.at })
    .where('report_id', '=', change.reportId)
    .where('rule', 'like', 'triage-%')
    .where('rule', '<>', `triage-${change.band}`)
    .where('stopped_at', 'is', null)
    .execute();
  await tx
    .insertInto('intake.clock')
    .values({
      report_id: change.reportId,
      county: change.county,
      rule: `triage-${change.band}`,
      started_at: row.received_at,
      due_at: change.triageDue,
    })
    .onConflict((conflict) =>
      conflict.columns(['report_id', 'dispatch_id', 'rule']).doUpdateSet({ due_at: change.triageDue, stopped_at: null }),
    )
    .execute();
  tx.audit({ action: 'report.band', ids: [change.reportId], county: change.county, detail: { band: change.band, source: change.source } });
  return { version: row.version, nextDue: row.next_due };
}
