// When was the log verified last, how far, and what was found? Written by a job as the sealer, read by the auditor; each row proves by its mac that we wrote it.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { currentKey, type KeyRing, keyById } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';
import { askTx } from './ask.ts';
import { type AuditFinding, verifyBlocks, verifyWhole } from './verify.ts';

type Facts = {
  readonly whole: boolean;
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly findings: readonly AuditFinding[];
  readonly at: string;
};
type Stored = Facts & { readonly keyId: string; readonly mac: Buffer };

const macOf = (key: Uint8Array, f: Facts): Buffer =>
  createHmac('sha256', key)
    .update(
      `verification\n${JSON.stringify([f.whole, f.from, f.to, f.rows, f.findings.map((one) => Object.entries(one).sort()), f.at])}`,
      'utf8',
    )
    .digest();

const isOurs = (ring: KeyRing, row: Stored): boolean => {
  if (!ring.audit.keys.has(row.keyId)) return false;
  const expected = macOf(keyById(ring, 'audit', row.keyId), row);
  return expected.length === row.mac.length && timingSafeEqual(expected, row.mac);
};

const readRows = async (tx: Tx, since: ReturnType<typeof sql>): Promise<Stored[]> => {
  const { rows } = await sql<Stored>`
    select whole, from_block as "from", to_block as "to", row_count as rows, findings, verified_at as at, key_id as "keyId", mac from audit.verification where ${since} order by id`.execute(
    tx,
  );
  return rows;
};

/** Verifies what is new since the last time, or the whole log, and writes down what was found. Runs as the sealer. */
export async function verifyAndNote(
  tx: Tx,
  heads: string,
  options: { readonly whole: boolean; readonly at: string; readonly copies?: readonly string[] },
): Promise<Facts> {
  const last = await readRows(tx, sql`id = (select max(id) from audit.verification)`);
  const trusted = last.find((row) => isOurs(tx.ring, row));
  // A result that is not ours says nothing: everything is read again.
  const since = options.whole || trusted === undefined ? 0 : trusted.to;
  // What requests have put off for the indexes of the log is put in here, where nobody waits.
  await sql`select audit.tidy()`.execute(tx);
  // Reading a log of years takes longer than a request may. Each block is planned with its snapshots in hand (a plan for any two reads the whole log for each
  // block: 2.7 s of three processes at ten million rows), and on one core: the others are for the people at work.
  await sql`select set_config('statement_timeout', '0', true), set_config('plan_cache_mode', 'force_custom_plan', true),
    set_config('max_parallel_workers_per_gather', '0', true)`.execute(tx);
  const report =
    since === 0
      ? await verifyWhole(askTx(tx), tx.ring, heads, options.copies)
      : await verifyBlocks(askTx(tx), tx.ring, heads, since, options.copies);
  const facts: Facts = {
    whole: since === 0,
    from: since + 1,
    to: report.last,
    rows: report.read,
    findings: report.findings,
    at: options.at,
  };
  const key = currentKey(tx.ring, 'audit');
  await sql`insert into audit.verification (whole, from_block, to_block, row_count, findings, verified_at, key_id, mac)
    values (${facts.whole}, ${facts.from}, ${facts.to}, ${facts.rows}, ${JSON.stringify(facts.findings)}::jsonb, ${facts.at}, ${key.id}, ${macOf(key.bytes, facts)})`.execute(
    tx,
  );
  if (facts.whole || facts.findings.length > 0)
    tx.audit({ action: 'audit.verify', count: facts.findings.length, detail: { whole: facts.whole, from: facts.from, to: facts.to } });
  if (facts.findings.length > 0) await tx.outbox('auditFinding', { findings: facts.findings.length, upTo: facts.to });
  return facts;
}

export type VerificationState = {
  /** null = never verified. */
  readonly intact: boolean | null;
  readonly verifiedAt: string | null;
  readonly wholeAt: string | null;
  readonly upToBlock: number;
  readonly findings: readonly (AuditFinding | { readonly code: 'resultForged' })[];
};

/** What is known: the last time the whole was read, and everything since. A row that we did not write is a finding itself. */
export async function readVerification(tx: Tx): Promise<VerificationState> {
  const rows = await readRows(tx, sql`id >= coalesce((select max(id) from audit.verification where whole), 0)`);
  const ours = rows.filter((row) => isOurs(tx.ring, row));
  const last = ours.at(-1);
  const findings: VerificationState['findings'][number][] = ours.flatMap((row) => row.findings);
  if (ours.length < rows.length) findings.push({ code: 'resultForged' });
  return {
    intact: rows.length === 0 ? null : findings.length === 0,
    verifiedAt: last?.at ?? null,
    wholeAt: ours.findLast((row) => row.whole)?.at ?? null,
    upToBlock: last?.to ?? 0,
    findings,
  };
}
