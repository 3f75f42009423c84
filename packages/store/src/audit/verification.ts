// When was the log verified last, how far, and what was found? Written as the sealer, by a job or by `anwang audit verify`, read by the auditor; each row
// proves by its mac that whoever has the key wrote it.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { systemActors } from '../access/index.ts';
import { currentKey, type KeyRing, keyById } from '../keys/index.ts';
import type { Store, Tx } from '../session/index.ts';
import { askTx } from './ask.ts';
import { type AuditFinding, verifyBlocks, verifyWhole } from './verify.ts';

type Facts = {
  readonly whole: boolean;
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly findings: readonly AuditFinding[];
  readonly at: string;
  /** Null in rows of an earlier version, which only the job wrote. */
  readonly by: 'job' | 'command' | null;
  /** Heads kept elsewhere that it was held against: files, and lines on paper. */
  readonly copies: number | null;
};
type Stored = Facts & { readonly keyId: string; readonly mac: Buffer };

const macOf = (key: Uint8Array, f: Facts): Buffer =>
  createHmac('sha256', key)
    .update(
      `verification\n${JSON.stringify([
        ...[f.whole, f.from, f.to, f.rows, f.findings.map((one) => Object.entries(one).sort()), f.at],
        ...(f.by === null ? [] : [f.by, f.copies]),
      ])}`,
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
    select whole, from_block as "from", to_block as "to", row_count as rows, findings, verified_at as at, read_by as by, copies,
      key_id as "keyId", mac from audit.verification where ${since} order by id`.execute(tx);
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
    by: 'job',
    copies: options.copies?.length ?? 0,
  };
  await note(tx, facts);
  return facts;
}

async function note(tx: Tx, facts: Facts): Promise<void> {
  const key = currentKey(tx.ring, 'audit');
  await sql`insert into audit.verification (whole, from_block, to_block, row_count, findings, verified_at, read_by, copies, key_id, mac)
    values (${facts.whole}, ${facts.from}, ${facts.to}, ${facts.rows}, ${JSON.stringify(facts.findings)}::jsonb, ${facts.at}, ${facts.by}, ${facts.copies},
      ${key.id}, ${macOf(key.bytes, facts)})`.execute(tx);
  if (facts.whole || facts.findings.length > 0)
    tx.audit({ action: 'audit.verify', count: facts.findings.length, detail: { whole: facts.whole, from: facts.from, to: facts.to } });
  if (facts.findings.length > 0) await tx.outbox('auditFinding', { findings: facts.findings.length, upTo: facts.to });
}

/** Writes down what `anwang audit verify` found in the whole log, so that the screen does not say otherwise. */
export const noteWhole = (
  store: Store,
  report: Pick<Facts, 'to' | 'rows' | 'findings' | 'at'> & { readonly copies: number },
): Promise<void> =>
  store.withActor(systemActors.sealer, 'system', { route: 'audit.verify', as: 'worker' }, (tx) =>
    note(tx, { ...report, whole: true, from: 1, by: 'command' }),
  );

type Finding = AuditFinding | { readonly code: 'resultForged' | 'resultMissing' };
export type VerificationState = {
  /** null = never verified. */
  readonly intact: boolean | null;
  readonly verifiedAt: string | null;
  readonly wholeAt: string | null;
  readonly wholeBy: 'job' | 'command' | null;
  readonly upToBlock: number;
  readonly findings: readonly Finding[];
  /** Found before and not any more: kept, the latest first. */
  readonly past: readonly { readonly at: string; readonly findings: readonly Finding[] }[];
};

/** What only heads kept elsewhere tell: a reading without as many of them finds nothing, and takes nothing back. */
const witnessed: readonly Finding['code'][] = ['headMissing', 'headDiffers', 'headForged'];

/** What stands after these readings, the oldest first: a whole reading takes the place of all before, but for what it could not have seen. */
function standing(rows: readonly Stored[]): readonly Stored[] {
  let open: Stored[] = [];
  for (const row of rows) {
    if (row.whole) {
      const kept = row.by === 'command' ? open.filter((one) => (one.copies ?? 0) > (row.copies ?? 0)) : [];
      open = kept.map((one) => ({ ...one, findings: one.findings.filter((each) => witnessed.includes(each.code)) }));
    }
    open.push(row);
  }
  return open;
}

type Noted = { readonly whole: boolean; readonly from: number; readonly to: number; readonly findings: number };
const nameOfNoted = ({ whole, from, to, findings }: Noted): string => `${whole} ${from} ${to} ${findings}`;

/** Whether the log tells of a finding whose result is not there any more. */
async function lacksResult(tx: Tx, found: readonly Stored[]): Promise<boolean> {
  const { rows } = await sql<Noted>`select whole, from_block as "from", to_block as "to", findings from audit.noted_findings()`.execute(tx);
  const there = new Map<string, number>();
  for (const row of found) {
    const name = nameOfNoted({ ...row, findings: row.findings.length });
    there.set(name, (there.get(name) ?? 0) + 1);
  }
  return rows.some((row) => {
    const left = (there.get(nameOfNoted(row)) ?? 0) - 1;
    there.set(nameOfNoted(row), left);
    return left < 0;
  });
}

/** What is known: the last time the whole was read, and everything since. A row that we did not write is a finding itself, and so is one that is gone. */
export async function readVerification(tx: Tx): Promise<VerificationState> {
  const rows = await readRows(
    tx,
    sql`id >= coalesce((select max(id) from audit.verification where whole and read_by is distinct from 'command'), 0)`,
  );
  const ours = rows.filter((row) => isOurs(tx.ring, row));
  const last = ours.at(-1);
  const open = standing(ours);
  const findings: Finding[] = open.flatMap((row) => row.findings);
  if (ours.length < rows.length) findings.push({ code: 'resultForged' });
  // Those with a finding are few and stay for good.
  const found = (await readRows(tx, sql`findings <> '[]'`)).filter((row) => isOurs(tx.ring, row));
  if (await lacksResult(tx, found)) findings.push({ code: 'resultMissing' });
  const whole = ours.findLast((row) => row.whole);
  const still = new Set(open.filter((row) => row.findings.length > 0).map((row) => row.at));
  return {
    intact: rows.length === 0 ? null : findings.length === 0,
    verifiedAt: last?.at ?? null,
    wholeAt: whole?.at ?? null,
    wholeBy: whole === undefined ? null : (whole.by ?? 'job'),
    upToBlock: last?.to ?? 0,
    findings,
    past: found
      .filter((row) => !still.has(row.at))
      .reverse()
      .slice(0, 3)
      .map((row) => ({ at: row.at, findings: row.findings })),
  };
}
