// What must hold after all the killing: every acknowledgement is there, once; no job took effect twice; the audit verifies; nothing half is left.

import { type AuditFinding, verifyAudit } from '@anwang/store/audit';
import { openInstallation } from '@anwang/store/installation';
import { connectAs } from '@anwang/store/session';
import type { Ack } from './load.ts';

export type CrashFindings = {
  readonly lost: readonly Ack[];
  /** Writes that happened more than once, by key. */
  readonly twice: readonly string[];
  readonly jobsTwice: readonly string[];
  readonly jobsLeft: number;
  readonly audit: readonly AuditFinding[];
  readonly counts: Readonly<Record<string, number>>;
};

/** Opens the data folder of a stopped server and compares. */
export async function check(data: string, acks: readonly Ack[]): Promise<CrashFindings> {
  const installation = await openInstallation({ data });
  const owner = await connectAs(installation.targets.owner, 'check');
  try {
    const column = async (text: string): Promise<string[]> => (await owner.query<{ x: string }>(text)).rows.map((row) => row.x);
    const receipts = new Set(await column('select number as x from intake.receipt union select number from intake.report'));
    const events = new Set(await column('select id::text as x from casework.event'));
    const files = new Map(
      (await owner.query<{ id: string; digest: Buffer }>(`select id::text, digest from files.file where state = 'whole'`)).rows.map(
        (row) => [row.id, row.digest.toString('hex')],
      ),
    );
    const lost = acks.filter((ack) =>
      ack.kind === 'report' ? !receipts.has(ack.id) : ack.kind === 'event' ? !events.has(ack.id) : files.get(ack.id) !== ack.digest,
    );
    const answered = await owner.query<{ reports: number; notes: number }>(
      `select (select count(*) from intake.report) as reports, (select count(*) from casework.event where type = 'noteAdded') as notes`,
    );
    const made = answered.rows[0];
    const of = (kind: Ack['kind']): number => acks.filter((ack) => ack.kind === kind).length;
    const twice: string[] = [];
    // One report was made before the load; every other report, note and file belongs to exactly one acknowledged key.
    if (made && made.reports !== of('report') + 1) twice.push(`reports: ${made.reports} for ${of('report') + 1} keys`);
    if (made && made.notes !== of('event')) twice.push(`events: ${made.notes} for ${of('event')} keys`);
    const uploads = new Set(acks.filter((ack) => ack.kind === 'file').map((ack) => ack.id));
    if (uploads.size !== of('file')) twice.push('files share an id');
    const jobsTwice = await column(`select ids[1]::text as x from audit.entry where action = 'file.scan' group by 1 having count(*) > 1`);
    const jobsLeft =
      (
        await owner.query<{ n: number }>(
          'select count(*)::int as n from graphile_worker._private_jobs where attempts > 0 and last_error is null and locked_at is null',
        )
      ).rows[0]?.n ?? 0;
    const audit = (await verifyAudit(owner, installation.ring, `${data}/audit-heads.jsonl`)).findings;
    return { lost, twice, jobsTwice, jobsLeft, audit, counts: { reports: of('report'), events: of('event'), files: of('file') } };
  } finally {
    await owner.end();
    await installation.close();
  }
}
