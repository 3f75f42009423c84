// Does the log prove itself? Reads every block and its rows again, and compares them with the heads outside. Finds a changed, removed, reordered or added row,
// a cut end, a broken chain, and a log that its owner wrote anew (who has no key). Rows of the last second that no block holds yet are counted, not judged.

import type { Client } from 'pg';
import type { KeyRing } from '../keys/index.ts';
import { blockDigest } from './canonical.ts';
import { beginning, hex, holdsSeal } from './chain.ts';
import { type Head, readHeads, standingHeads } from './heads.ts';

export type AuditFinding =
  | { readonly code: 'rowsDiffer'; readonly block: number; readonly expected: number; readonly found: number }
  | { readonly code: 'sealBroken' | 'chainBroken' | 'blockMissing'; readonly block: number }
  | { readonly code: 'headMissing'; readonly block: number; readonly at: string }
  | { readonly code: 'headDiffers'; readonly block: number; readonly at: string }
  | { readonly code: 'headForged'; readonly lines: number }
  | { readonly code: 'noHeads' }
  | { readonly code: 'strayRows'; readonly rows: number };

export type AuditReport = {
  readonly blocks: number;
  readonly rows: number;
  readonly unsealed: number;
  readonly findings: readonly AuditFinding[];
};

type BlockRow = {
  seq: number;
  epoch: number;
  snapshot: string;
  row_count: number;
  digest: Buffer;
  previous: Buffer;
  key_id: string;
  mac: Buffer;
};

/**
 * Verifies the whole log. Needs the key file and the heads; trusts neither tables nor functions of the database.
 * @param client any client that may read audit.* (owner)
 * @param heads the file of heads, or heads from a backup
 */
export async function verifyAudit(client: Client, ring: KeyRing, heads: string | readonly Head[]): Promise<AuditReport> {
  const findings: AuditFinding[] = [];
  await client.query('begin isolation level repeatable read read only');
  try {
    const blocks = (
      await client.query<BlockRow>(
        'select seq, epoch, snapshot::text as snapshot, row_count, digest, previous, key_id, mac from audit.block order by seq',
      )
    ).rows;
    let previous: BlockRow | undefined;
    let sealedRows = 0;
    for (const block of blocks) {
      checkLink(block, previous, ring, findings);
      const before = previous && previous.epoch === block.epoch ? previous.snapshot : null;
      const rows = (await client.query<{ row_count: number; digest: Buffer }>(blockDigest, [block.epoch, before, block.snapshot])).rows[0];
      if (!rows?.digest.equals(block.digest) || rows.row_count !== block.row_count)
        findings.push({ code: 'rowsDiffer', block: block.seq, expected: block.row_count, found: rows?.row_count ?? 0 });
      sealedRows += block.row_count;
      previous = block;
    }
    checkHeads(blocks, heads, ring, findings);
    const unsealed = await countUnsealed(client, previous);
    const total = (await client.query<{ rows: number }>('select count(*) as rows from audit.entry')).rows[0]?.rows ?? 0;
    // Every row is in a block or younger than the last one; more rows than that were smuggled in.
    const stray = total - sealedRows - unsealed;
    if (stray > 0 && !findings.some((finding) => finding.code === 'rowsDiffer')) findings.push({ code: 'strayRows', rows: stray });
    return { blocks: blocks.length, rows: total, unsealed, findings };
  } finally {
    await client.query('rollback');
  }
}

function checkLink(block: BlockRow, previous: BlockRow | undefined, ring: KeyRing, findings: AuditFinding[]): void {
  const expected = (previous?.seq ?? 0) + 1;
  if (block.seq !== expected) findings.push({ code: 'blockMissing', block: expected });
  if (!block.previous.equals(previous?.mac ?? Buffer.from(beginning))) findings.push({ code: 'chainBroken', block: block.seq });
  const facts = {
    seq: block.seq,
    epoch: block.epoch,
    snapshot: block.snapshot,
    rowCount: block.row_count,
    digest: block.digest,
    previous: block.previous,
    keyId: block.key_id,
  };
  if (!holdsSeal(ring, facts, block.mac)) findings.push({ code: 'sealBroken', block: block.seq });
}

function checkHeads(blocks: readonly BlockRow[], source: string | readonly Head[], ring: KeyRing, findings: AuditFinding[]): void {
  const { heads, forged } = typeof source === 'string' ? readHeads(source, ring) : { heads: source, forged: 0 };
  if (forged > 0) findings.push({ code: 'headForged', lines: forged });
  if (heads.length === 0 && blocks.length > 0) findings.push({ code: 'noHeads' });
  const bySeq = new Map(blocks.map((block) => [block.seq, hex(block.mac)]));
  for (const head of standingHeads(heads)) {
    const mac = bySeq.get(head.seq);
    if (mac === undefined) findings.push({ code: 'headMissing', block: head.seq, at: head.at });
    else if (mac !== head.mac) findings.push({ code: 'headDiffers', block: head.seq, at: head.at });
  }
}

async function countUnsealed(client: Client, last: BlockRow | undefined): Promise<number> {
  const rows = await client.query<{ rows: number }>(
    `select count(*) as rows from audit.entry e where $1::int is null or e.epoch > $1::int
       or (e.epoch = $1::int and not pg_catalog.pg_visible_in_snapshot(e.xid, $2::pg_catalog.pg_snapshot))`,
    [last?.epoch ?? null, last?.snapshot ?? null],
  );
  return rows.rows[0]?.rows ?? 0;
}
