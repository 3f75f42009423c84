// Erasure by order: 少年事件處理法 83-1 and 83-2, 個資法 11 and the rest (L06, L11). The key goes, the clear projections go, a tombstone without identity stays,
// the order is on a list outside for later restores, and the audit, which holds ids only, still verifies.

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { KeyRing } from '../keys/index.ts';
import { connectAs, type Target } from '../session/index.ts';
import { type Belongings, collectBelongings } from './collect.ts';
import { appendErasure, type ErasureEntry } from './erasure-list.ts';
import { removeBytes } from './remove-bytes.ts';
import { wipe } from './wipe.ts';

export type ErasureOrder = {
  readonly personIds: readonly string[];
  /** Number of the order or letter. */
  readonly orderRef: string;
  readonly legalBasis: string;
  /** Account that carries it out. */
  readonly orderedBy: string;
};

export type ErasureReport = { readonly id: string; readonly counts: Readonly<Record<string, number>>; readonly notices: readonly string[] };

/**
 * Erases persons and everything sealed for them.
 * @param owner the database's owner · admin who may rewrite the catalogue's statistics (the same on an outside server)
 * @param erasuresFile the list outside database and backups
 */
export async function expunge(owner: Target, ring: KeyRing, order: ErasureOrder, erasuresFile: string): Promise<ErasureReport> {
  const client = await connectAs(owner, 'expunge');
  try {
    const id = randomUUID();
    await client.query('begin');
    const all = await collectBelongings(client, order.personIds);
    const entry: ErasureEntry = {
      id,
      orderRef: order.orderRef,
      legalBasis: order.legalBasis,
      orderedBy: order.orderedBy,
      at: new Date().toISOString(),
      personIds: all.personIds,
      subjectIds: all.subjectIds,
    };
    appendErasure(erasuresFile, ring, entry);
    const counts = await execute(client, entry, all);
    await client.query('commit');
    return { id, counts, notices: [...stillOpen(all.undecided), ...(await removeBytes(owner, client))] };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** What a person must decide first: whose report it is. */
export const stillOpen = (numbers: readonly string[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `通報 ${numbers.join('、')} 可能是此人，也可能是別人，尚無人認定，未刪除：請先認定，再執行一次。 Not erased, since nobody has decided whether this person or another is meant: ${numbers.join(', ')}. Decide the candidates, then run the order again.`,
      ];

/** Wipes and leaves tombstone and audit row, in the present transaction. */
export async function execute(client: Client, entry: ErasureEntry, all: Belongings): Promise<Record<string, number>> {
  const counts = await wipe(client, all);
  await client.query(
    'insert into erasure.tombstone (id, order_ref, legal_basis, subject_ids, ordered_by, counts) values ($1, $2, $3, $4, $5, $6)',
    [entry.id, entry.orderRef, entry.legalBasis, all.subjectIds, entry.orderedBy, JSON.stringify(counts)],
  );
  await client.query(
    `insert into audit.entry (actor_id, purpose, route, action, row_count, person_ids, ids, detail) values ($1, 'administration', 'cli:expunge', 'erasure.expunge', $2, $3, $4, $5)`,
    [entry.orderedBy, all.personIds.length, all.personIds, [entry.id], JSON.stringify({ counts })],
  );
  return counts;
}
