// Does the log prove itself? Reads every block and its rows again, and compares them with the heads outside. Finds a changed, removed, reordered or added row,
// a cut end, a broken chain, and a log that its owner wrote anew (who has no key). Rows of the last second that no block holds yet are counted, not judged.

import { byCode } from '@anwang/core/lang';
import type { Client } from 'pg';
import type { KeyRing } from '../keys/index.ts';
import { type Ask, askClient } from './ask.ts';
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

/** A file of heads, or heads themselves. */
export type HeadsSource = string | readonly Head[] | Told;

/** What a file of heads said when it was read. */
type Told = { readonly heads: readonly Head[]; readonly forged: number };

const isList = (source: readonly Head[] | Told): source is readonly Head[] => Array.isArray(source);

function toldBy(source: HeadsSource, ring: KeyRing): Told {
  if (typeof source === 'string') return readHeads(source, ring);
  return isList(source) ? { heads: source, forged: 0 } : source;
}

export type AuditReport = {
  readonly blocks: number;
  readonly rows: number;
  readonly unsealed: number;
  readonly findings: readonly AuditFinding[];
  /** Number of the last block; 0 = none. */
  readonly last: number;
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
 * @param copies files of heads that were kept elsewhere
 */
export async function verifyAudit(client: Client, ring: KeyRing, heads: HeadsSource, copies: readonly string[] = []): Promise<AuditReport> {
  // Before the snapshot is taken: of what was sealed after it, heads would be known and no blocks.
  const told = toldBy(heads, ring);
  const elsewhere = copies.map((copy) => toldBy(copy, ring));
  await client.query('begin isolation level repeatable read read only');
  try {
    // As the verification by job: one block's plan is no good for another.
    await client.query(`select set_config('plan_cache_mode', 'force_custom_plan', true)`);
    const { blocks, rows, unsealed, findings, last } = await verifyWhole(askClient(client), ring, told, elsewhere);
    return { blocks, rows, unsealed, findings, last };
  } finally {
    await client.query('rollback');
  }
}

/** What was read: `last` is the number of the last block there is, `read` the rows of the blocks that were read. */
export type BlocksReport = {
  readonly blocks: number;
  readonly findings: AuditFinding[];
  readonly last: number;
  readonly read: number;
};

/** Verifies all blocks, and that no row lies outside them: every row is in a block or younger than the last one; more rows than that were smuggled in. */
export async function verifyWhole(
  ask: Ask,
  ring: KeyRing,
  heads: HeadsSource,
  copies: readonly HeadsSource[] = [],
): Promise<BlocksReport & AuditReport> {
  const report = await verifyBlocks(ask, ring, heads, 0, copies);
  const { total, unsealed, sealed } = await countRows(ask);
  const stray = total - sealed - unsealed;
  if (stray > 0 && !report.findings.some((finding) => finding.code === 'rowsDiffer'))
    report.findings.push({ code: 'strayRows', rows: stray });
  return { ...report, rows: total, unsealed };
}

/**
 * Verifies the blocks after `since`, which was the last of an earlier time; 0 = from the beginning. Reads nothing of the rows before: what is new since
 * five minutes ago must not cost a count of ten million.
 * Blocks and their rows never change, so the statements need no common snapshot; the count of stray rows takes one of its own.
 */
export async function verifyBlocks(
  ask: Ask,
  ring: KeyRing,
  heads: HeadsSource,
  since: number,
  copies: readonly HeadsSource[] = [],
): Promise<BlocksReport> {
  const findings: AuditFinding[] = [];
  // Read before the blocks: the sealer goes on meanwhile, and a head that was written after they were read would stand for a block that seems to be gone.
  const own = toldBy(heads, ring);
  const keptElsewhere = copies.map((copy) => toldBy(copy, ring));
  const blocks = await ask<BlockRow>(
    'select seq, epoch, snapshot::text as snapshot, row_count, digest, previous, key_id, mac from audit.block where seq >= $1 order by seq',
    [since],
  );
  let previous = since > 0 && blocks[0]?.seq === since ? blocks.shift() : undefined;
  // The block that was the last then must still be there, and under our seal.
  if (since > 0 && previous === undefined) findings.push({ code: 'blockMissing', block: since });
  else if (previous !== undefined && !holdsSeal(ring, factsOf(previous), previous.mac)) findings.push({ code: 'sealBroken', block: since });
  let expected = since + 1;
  let read = 0;
  for (const block of blocks) {
    checkLink(block, previous, expected, ring, findings);
    const before = previous && previous.epoch === block.epoch ? previous.snapshot : null;
    const [rows] = await ask<{ row_count: number; digest: Buffer }>(blockDigest, [block.epoch, before, block.snapshot]);
    if (!rows?.digest.equals(block.digest) || rows.row_count !== block.row_count)
      findings.push({ code: 'rowsDiffer', block: block.seq, expected: block.row_count, found: rows?.row_count ?? 0 });
    read += block.row_count;
    previous = block;
    expected = block.seq + 1;
  }
  checkHeads(blocks, since, own, findings);
  // A copy may be older than a restore, which it then cannot know of; the file beside the database does.
  const restores = own.heads.filter((head) => head.restored);
  for (const kept of keptElsewhere) {
    const told = kept.heads.length === 0 ? [] : [...kept.heads, ...restores].sort((a, b) => byCode(a.at, b.at));
    checkHeads(blocks, since, { heads: told, forged: kept.forged }, findings);
  }
  return { blocks: blocks.length, findings, last: expected - 1, read };
}

const factsOf = (block: BlockRow) => ({
  seq: block.seq,
  epoch: block.epoch,
  snapshot: block.snapshot,
  rowCount: block.row_count,
  digest: block.digest,
  previous: block.previous,
  keyId: block.key_id,
});

function checkLink(block: BlockRow, previous: BlockRow | undefined, expected: number, ring: KeyRing, findings: AuditFinding[]): void {
  if (block.seq !== expected) findings.push({ code: 'blockMissing', block: expected });
  if (!block.previous.equals(previous?.mac ?? Buffer.from(beginning))) findings.push({ code: 'chainBroken', block: block.seq });
  if (!holdsSeal(ring, factsOf(block), block.mac)) findings.push({ code: 'sealBroken', block: block.seq });
}

function checkHeads(
  blocks: readonly BlockRow[],
  since: number,
  { heads, forged }: { readonly heads: readonly Head[]; readonly forged: number },
  findings: AuditFinding[],
): void {
  if (forged > 0) findings.push({ code: 'headForged', lines: forged });
  if (heads.length === 0 && (blocks.length > 0 || since > 0)) findings.push({ code: 'noHeads' });
  const bySeq = new Map(blocks.map((block) => [block.seq, hex(block.mac)]));
  for (const head of standingHeads(heads)) {
    if (head.seq <= since) continue;
    const mac = bySeq.get(head.seq);
    if (mac === undefined) findings.push({ code: 'headMissing', block: head.seq, at: head.at });
    else if (mac !== head.mac) findings.push({ code: 'headDiffers', block: head.seq, at: head.at });
  }
}

async function countRows(ask: Ask): Promise<{ total: number; sealed: number; unsealed: number }> {
  const [rows] = await ask<{ total: number; sealed: number; unsealed: number }>(
    `with last as (select epoch, snapshot from audit.block order by seq desc limit 1)
     select (select pg_catalog.count(*) from audit.entry) as total, (select coalesce(pg_catalog.sum(b.row_count), 0)::int8 from audit.block b) as sealed,
       (select pg_catalog.count(*) from audit.entry e left join last l on true where l.epoch is null or e.epoch > l.epoch
         or (e.epoch = l.epoch and not pg_catalog.pg_visible_in_snapshot(e.xid, l.snapshot))) as unsealed`,
  );
  return rows ?? { total: 0, sealed: 0, unsealed: 0 };
}
