// The whole log from a command line: what is committed is sealed first, so that it is judged too; but never so that a fresh file of heads hides that the old one is gone.

import type { Client } from 'pg';
import type { Store } from '../session/index.ts';
import { readHeads } from './heads.ts';
import { sealOnce } from './seal.ts';
import { type AuditReport, verifyAudit } from './verify.ts';

/** With the block at which the file of heads begins, where that is not the first: an end that was cut before then is found by the heads of a backup only. */
export type WholeReport = AuditReport & { readonly headsBeginAt: number | null };

/**
 * Seals and verifies. Where blocks stand and no head does, nothing is sealed: it says so as often as it is asked.
 * @param owner a client that may read audit.*
 */
export async function sealAndVerify(store: Store, owner: Client, headsFile: string, copies: readonly string[] = []): Promise<WholeReport> {
  const gone = readHeads(headsFile, store.ring).heads.length === 0;
  const sealed = (await owner.query<{ sealed: boolean }>('select exists (select from audit.block) as sealed')).rows[0]?.sealed === true;
  if (!(gone && sealed)) await sealOnce(store, headsFile);
  const report = await verifyAudit(owner, store.ring, headsFile, copies);
  const [first] = readHeads(headsFile, store.ring).heads;
  return { ...report, headsBeginAt: first && !first.restored && first.seq > 1 ? first.seq : null };
}
