// Why, in the words of who did it? Sealed under the key of whom it is about (class `reason`); the row of the log names it by id, so that an auditor can read it and
// an erasure takes it along while the log still verifies.

import { sql } from 'kysely';
import { newId } from '../people/new-id.ts';
import type { Tx } from '../session/index.ts';

export type GivenReason = {
  /** Whose key seals it: the person, or the report's subject. */
  readonly subjectId: string;
  readonly county: string | null;
  readonly action: string;
  readonly text: string;
};

/** Keeps a reason in the transaction of what it explains. @returns its id, for `detail.reason` of the audit row */
export async function keepReason(tx: Tx, { subjectId, county, action, text }: GivenReason): Promise<string> {
  const id = newId(Date.now());
  const sealed = await tx.keys.seal(subjectId, 'reason', text);
  await tx.insertInto('audit.reason').values({ id, county, actor_id: tx.actor.id, action, subject_id: subjectId, sealed }).execute();
  return id;
}

/** Reasons by id, as far as the reader may audit them; null where it was erased. Put on record as a reading. */
export async function readReasons(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    sealed: Buffer;
  }>`select id, sealed from audit.reason where id = any(${[...ids]}::uuid[])`.execute(tx);
  const whole = rows.filter((row) => row.sealed.length > 0);
  const opened = await tx.keys.openMany(whole.map((row) => row.sealed));
  const clear = new Map(whole.map((row, at) => [row.id, opened[at]?.toString('utf8') ?? null]));
  if (rows.length > 0) tx.audit({ action: 'audit.readReason', ids: rows.map((row) => row.id), count: rows.length });
  return new Map(rows.map((row) => [row.id, clear.get(row.id) ?? null]));
}
