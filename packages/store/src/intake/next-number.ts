// The next number of a report at a desk.
import { reportNumber } from '@anwang/core/cases';
import { dateIn, type Instant, taipei } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Whoever numbers at the same moment waits for this transaction from here on. */
export async function nextReportNumber(tx: Tx, county: string, at: Instant): Promise<string> {
  const next = await sql<{ running: number }>`select intake.next_report_number(${county}, ${dateIn(taipei, at)}::date) as running`.execute(
    tx,
  );
  return reportNumber(at, next.rows[0]?.running ?? 1, taipei);
}
