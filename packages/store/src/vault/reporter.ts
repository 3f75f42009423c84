// Who reported. The identity is encrypted under a key that nothing else uses and comes out through one database function, which checks the grant for this
// very report and puts the opening on record first (L01: 兒少權法 53-V, 家暴法 50-II and the rest; house.md, "vault").

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { keepReason } from '../audit/index.ts';
import { decrypt, encrypt } from '../keys/aes.ts';
import { currentKey, keyById } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';

export type ReporterIdentity = Readonly<Record<string, string | number | boolean | null>>;

const boundTo = (id: string): string => `vault ${id}`;

/**
 * Puts the reporter's identity of a report into the vault, in the transaction of the report.
 * @param subjectId whose erasure takes it along: the reporter as a subject of its own, or the report's
 */
export async function putReporter(
  tx: Tx,
  entry: { readonly reportId: string; readonly county: string; readonly subjectId: string; readonly identity: object },
): Promise<void> {
  const id = randomUUID();
  const key = currentKey(tx.ring, 'vault');
  const sealed = encrypt(key.bytes, Buffer.from(JSON.stringify(entry.identity), 'utf8'), boundTo(id));
  tx.send({
    sql: 'select vault.put($1::uuid, $2::uuid, $3, $4::uuid, $5, $6)',
    parameters: [id, entry.reportId, entry.county, entry.subjectId, key.id, sealed],
  });
}

/**
 * Opens the reporter's identity of one report. Logged by the database before it answers.
 * @param reason why, in the person's own words; at least five characters
 * @throws SQLSTATE 42501 when the actor holds no grant for it, AW004 without a reason
 */
export async function openReporter(tx: Tx, reportId: string, reason: string): Promise<ReporterIdentity[]> {
  const report = await tx.selectFrom('intake.report').select(['subject_id', 'county']).where('id', '=', reportId).executeTakeFirst();
  const kept =
    report === undefined
      ? null
      : await keepReason(tx, { subjectId: report.subject_id, county: report.county, action: 'reporter.open', text: reason });
  const rows = await sql<{
    id: string;
    key_id: string;
    sealed: Buffer;
  }>`select id, key_id, sealed from vault.open(${reportId}::uuid, ${reason}, ${tx.route}, ${kept}::uuid)`.execute(tx);
  return rows.rows.map(
    (row) => JSON.parse(decrypt(keyById(tx.ring, 'vault', row.key_id), row.sealed, boundTo(row.id)).toString('utf8')) as ReporterIdentity,
  );
}
