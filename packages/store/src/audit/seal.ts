// The sealer: chains what was committed since the last block. Requests never wait for it; it holds one advisory lock, so that two of them do not fork the chain.

import { CompiledQuery } from 'kysely';
import { systemActors } from '../access/system-actors.ts';
import type { Store } from '../session/index.ts';
import { blockDigest } from './canonical.ts';
import { beginning, hex, sealBlock } from './chain.ts';
import { copyHeads } from './copy-heads.ts';
import { appendHeads, type Head, makeHead, readHeads, standingHeads } from './heads.ts';

type Last = { seq: number; epoch: number; snapshot: string; mac: Buffer };
const sealerLock = 0x5ea1;

/**
 * Seals everything committed so far into one block. Call it at least every second (startSealer does).
 * @param headsFile outside the database; also receives the head of a block that was sealed just before a crash
 * @returns the new head, or undefined when there was nothing to seal or another process is sealing
 */
export async function sealOnce(store: Store, headsFile: string): Promise<Head | undefined> {
  const sealed = await sealBlockOfNow(store).catch((error: unknown) => {
    // Another process sealed between our snapshot and our insert: the chain has its block, ours is not needed.
    if (error instanceof Error && 'code' in error && error.code === '23505') return undefined;
    throw error;
  });
  return sealed && noteHead(store, headsFile, sealed);
}

function sealBlockOfNow(store: Store): Promise<{ seq: number; mac: string; fresh: boolean } | undefined> {
  return store.withActor(systemActors.sealer, 'system', { route: 'audit.seal', as: 'worker', isolation: 'repeatable read' }, async (tx) => {
    // Planned with the two snapshots in hand: a plan for any two reads the whole log each time (measured on 30,000 rows: 58 ms, twice a second; so 0.2).
    // Without a limit of time: after a long stand-still or an import a block may hold millions of rows (ten million took over a minute), and a sealer that is
    // cut off there would never seal again.
    const [[lock], [last], [now]] = await Promise.all([
      tx.run<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [sealerLock]),
      tx.run<Last>('select seq, epoch, snapshot::text as snapshot, mac from audit.block order by seq desc limit 1', []),
      tx.run<{ snapshot: string; epoch: number }>('select pg_current_snapshot()::text as snapshot, audit.epoch() as epoch', []),
      tx.run("select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('statement_timeout', '0', true)", []),
    ]);
    if (!lock?.taken || !now) return undefined;
    const before = last && last.epoch === now.epoch ? last.snapshot : null;
    // Nobody has committed anything since: there is nothing to look for.
    if (last && before === now.snapshot) return { seq: last.seq, mac: hex(last.mac), fresh: false };
    const rows = await tx.executeQuery<{ row_count: number; digest: Buffer }>(
      CompiledQuery.raw(blockDigest, [now.epoch, before, now.snapshot]),
    );
    const found = rows.rows[0];
    if (!found || found.row_count === 0) return last && { seq: last.seq, mac: hex(last.mac), fresh: false };
    const seq = (last?.seq ?? 0) + 1;
    const previous = last?.mac ?? Buffer.from(beginning);
    const { keyId, mac } = sealBlock(store.ring, {
      seq,
      epoch: now.epoch,
      snapshot: now.snapshot,
      rowCount: found.row_count,
      digest: found.digest,
      previous,
    });
    tx.send({
      sql: `insert into audit.block (seq, epoch, snapshot, row_count, digest, previous, key_id, mac) values ($1, $2, $3::pg_snapshot, $4, $5, $6, $7, $8)`,
      parameters: [seq, now.epoch, now.snapshot, found.row_count, found.digest, previous, keyId, mac],
    });
    return { seq, mac: hex(mac), fresh: true };
  });
}

/** Last head written by this process, by file: so that an idle second does not read the file again. */
const noted = new Map<string, number>();

function noteHead(store: Store, headsFile: string, sealed: { seq: number; mac: string; fresh: boolean }): Head | undefined {
  if (!sealed.fresh && noted.get(headsFile) === sealed.seq) return undefined;
  if (!sealed.fresh && standingHeads(readHeads(headsFile, store.ring).heads).some((head) => head.seq >= sealed.seq)) {
    noted.set(headsFile, sealed.seq);
    return undefined;
  }
  const head = makeHead(store.ring, sealed.seq, sealed.mac, new Date().toISOString());
  appendHeads(headsFile, [head]);
  noted.set(headsFile, sealed.seq);
  return head;
}

/** Seals at once and then every `everyMs` (at most a second), counted from beginning to beginning, so that a long round does not put off the next; errors are told and the next round tries again. Returns a stop that seals once more. */
export function startSealer(
  store: Store,
  headsFile: string,
  options: { readonly everyMs?: number; readonly copyTo?: string | null; readonly onError: (error: unknown) => void },
): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let copied = false;
  // The second place may be away for a while: sealing goes on, and it catches up.
  const sealAndCopy = async (): Promise<void> => {
    const head = await sealOnce(store, headsFile).catch(options.onError);
    if (!options.copyTo || (copied && head === undefined)) return;
    try {
      const { parted } = copyHeads(headsFile, options.copyTo, store.ring);
      if (parted !== null) throw new Error(`the copy of the heads knows block ${parted}, which the file beside the database does not`);
      copied = true;
    } catch (error) {
      copied = false;
      options.onError(error);
    }
  };
  const round = async (): Promise<void> => {
    const began = performance.now();
    await sealAndCopy();
    const rest = (options.everyMs ?? 900) - (performance.now() - began);
    if (!stopped) timer = setTimeout(() => (running = round()), Math.max(0, rest));
  };
  running = round();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
    await sealAndCopy();
  };
}
