// New evidence of danger on a report that waits: the band becomes extreme at once, by rule, and the report moves up the queue.
import { deskDue } from '@anwang/core/screening';
import { changeBand, readReportRow } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { House } from '../house.ts';
import { bandIsHigher } from './bands.ts';
import { waitsAtDesk } from './match-filed.ts';

/** Raises the band of an undecided report to extreme, in a session of the system actor `matcher`. */
export async function raiseByEvidence(house: House, reportId: string, route: string): Promise<boolean> {
  return house.store.withActor(house.system.matcher, 'screening', { route }, (tx) => raiseInSession(house, tx, reportId));
}

/** As above, in the session that is given; safe to repeat. */
export async function raiseInSession(house: House, tx: Tx, reportId: string): Promise<boolean> {
  const report = await readReportRow(tx, reportId);
  if (!report || !waitsAtDesk(report.status) || !bandIsHigher('extreme', report.band)) return false;
  const due = deskDue(house.packs.desk(report.county), report.received_at, 'extreme', house.time());
  const changed = await changeBand(tx, {
    reportId,
    county: report.county,
    band: 'extreme',
    source: 'rule',
    reasons: ['new-evidence'],
    triageDue: due.triageDue,
    at: house.now(),
  });
  return changed !== null;
}
