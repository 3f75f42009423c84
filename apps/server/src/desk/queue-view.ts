// A row of the queue in the words of the contract.
import type { OutputOf } from '@anwang/contract';
import type { QueueRow } from '@anwang/store/intake';
import { asBand, asReportStatus } from './words-of-rows.ts';

/** The row as it is shown. */
export function queueView(row: QueueRow): OutputOf<'screening', 'queue'>['rows'][number] {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    channel: row.channel,
    reporterKind: row.reporterKind,
    districtName: row.districtName,
    receivedAt: row.receivedAt,
    band: asBand(row.band),
    bandSource: row.bandSource,
    status: asReportStatus(row.status),
    nextDue: row.nextDue,
    deskDue: row.deskDue,
    priorReports: row.priorReports,
    grounds: [...row.grounds],
    newEvidence: row.newEvidence,
    present: row.present.map(({ accountId, name, doing, since }) => ({ accountId, name, doing, since })),
    proposedBy: row.proposal?.by ?? null,
    version: row.version,
  };
}
