// A repeated write with the same key gives the first answer again and does nothing (house.md, "Write"). The key belongs to actor and route; the answer
// is kept in the transaction of the write, sealed, for seven days. What is shown again passes the reader's present rights: the caller masks it anew.

import { decrypt, encrypt } from '../keys/aes.ts';
import { currentKey, ErasedError, keyById } from '../keys/index.ts';
import { type Placing, prepared, preparedSend, type Tx } from '../session/index.ts';

export type WriteKey = { readonly key: string /** Digest of the body as it was sent. */; readonly digest: Uint8Array };

export type Claim = { readonly state: 'new' } | { readonly state: 'mismatch' } | { readonly state: 'repeat'; readonly answer: unknown };

const boundTo = (tx: Tx, key: string): string => `answer ${tx.actor.id} ${tx.route} ${key}`;

const keptOf = prepared((db, place: Placing<{ actor: string; route: string; key: string }>) =>
  db
    .selectFrom('system.idempotency')
    .select(['body_digest', 'answer', 'expires_at'])
    .where('actor_id', '=', place('actor'))
    .where('route', '=', place('route'))
    .where('key', '=', place('key')),
);

/**
 * Looks whether this actor has used the key on this route. Ask it first in the transaction.
 * Two requests with one key at the same moment: the second fails at `keepAnswer` with SQLSTATE 23505 and is tried again, when it sees the answer.
 * @throws ErasedError when the answer was forgotten by an erasure
 */
export async function claimKey(tx: Tx, write: WriteKey): Promise<Claim> {
  const [row] = await keptOf(tx, { actor: tx.actor.id, route: tx.route, key: write.key });
  if (!row) return { state: 'new' };
  if (!row.body_digest.equals(write.digest)) return { state: 'mismatch' };
  if (row.answer === null) throw new ErasedError();
  const end = row.answer.indexOf(0);
  const keyId = row.answer.subarray(0, end).toString('utf8');
  const clear = decrypt(keyById(tx.ring, 'draft', keyId), row.answer.subarray(end + 1), boundTo(tx, write.key));
  return { state: 'repeat', answer: JSON.parse(clear.toString('utf8')) as unknown };
}

type Kept = { actor: string; route: string; key: string; digest: Uint8Array; answer: Uint8Array };
const keep = preparedSend((db, place: Placing<Kept>) =>
  db.insertInto('system.idempotency').values({
    actor_id: place('actor'),
    route: place('route'),
    key: place('key'),
    body_digest: place('digest'),
    answer: place('answer'),
  }),
);

/** Keeps the answer of a write, in its transaction. */
export async function keepAnswer(tx: Tx, write: WriteKey, answer: unknown): Promise<void> {
  const key = currentKey(tx.ring, 'draft');
  const sealed = encrypt(key.bytes, Buffer.from(JSON.stringify(answer ?? null), 'utf8'), boundTo(tx, write.key));
  keep(tx, {
    actor: tx.actor.id,
    route: tx.route,
    key: write.key,
    digest: write.digest,
    answer: Buffer.concat([Buffer.from(`${key.id}\0`), sealed]),
  });
}
