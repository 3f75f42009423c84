// The outbox: messages to the outside, written with what they tell of and handed over afterwards, in order, at least once.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { JsonValue } from '../schema/database.generated.ts';
import type { Tx } from '../session/index.ts';

export type Message = {
  readonly id: number;
  readonly topic: string;
  readonly county: string | null;
  readonly payload: JsonValue;
  /** Personal content, opened; null when there is none or its subject was erased. */
  readonly personal: string | null;
  readonly createdAt: Instant;
};

/** Hands over up to `batch` waiting messages, oldest first; stops at the first that fails, so that order holds. Runs as the clock. Returns how many went. */
export async function deliverOutbox(tx: Tx, deliver: (message: Message) => Promise<void>, batch = 100): Promise<number> {
  const rows = await tx
    .selectFrom('system.outbox')
    .select(['id', 'topic', 'county', 'payload', 'sealed', 'created_at'])
    .where('delivered_at', 'is', null)
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .execute();
  const gone: number[] = [];
  for (const row of rows) {
    const personal = row.sealed ? ((await tx.keys.openMany([row.sealed]))[0]?.toString('utf8') ?? null) : null;
    try {
      await deliver({ id: row.id, topic: row.topic, county: row.county, payload: row.payload, personal, createdAt: row.created_at });
    } catch (error) {
      await tx
        .updateTable('system.outbox')
        .set({ attempts: sql`attempts + 1`, last_error: error instanceof Error ? error.name : 'failed' })
        .where('id', '=', row.id)
        .execute();
      break;
    }
    gone.push(row.id);
  }
  if (gone.length > 0)
    await tx
      .updateTable('system.outbox')
      .set({ delivered_at: sql<string>`now()` })
      .where('id', '=', sql<number>`any(${gone}::bigint[])`)
      .execute();
  return gone.length;
}
