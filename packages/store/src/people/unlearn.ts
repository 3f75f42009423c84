// What goes from the index when a learned fact was taken back: its number, contacts and keys, a link that rested on its number, and proposals that nothing speaks for.
import { sql } from 'kysely';
import { blindAll } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';
import type { ClearKey } from './index-rows.ts';

/** Removes what the fact gave to whoever was founded on its row. `keys`: those that nothing else accounts for. */
export async function unlearn(
  tx: Tx,
  fact: { readonly id: string; readonly keys: readonly ClearKey[]; readonly contactIds: readonly string[] },
): Promise<void> {
  const hashes = fact.keys.flatMap(({ kind, value }) => blindAll(tx.ring, 'search', kind, value));
  await sql`select people.unlearn(${fact.id}::uuid, ${hashes}::bytea[], ${[...fact.contactIds]}::uuid[])`.execute(tx);
}

/** The decision by which the matcher itself linked this row, by the number and since this moment; null when there is none that stands. */
export async function linkedByNumber(tx: Tx, recordId: string, since: string): Promise<string | null> {
  const [row] = await tx.run<{ id: string }>(
    `select d.id from people.decision d join people.link l on l.id = d.link_id
      where l.record_id = $1 and l.state = 'confirmed' and d.verb = 'confirm' and d.taken_back_at is null
        and d.decided_by = $2 and d.decided_at >= $3 order by d.decided_at desc limit 1`,
    [recordId, tx.actor.id, since],
  );
  return row?.id ?? null;
}

/** Proposals that came with the fact and are not made without it are proposed no more; should another fact speak for them, they come anew. */
export async function dropProposals(
  tx: Tx,
  {
    recordId,
    since,
    still,
    at,
  }: { readonly recordId: string; readonly since: string; readonly still: readonly string[]; readonly at: string },
): Promise<void> {
  await tx.run(
    `update people.link l set state = 'undone', undone_by = $4, undone_at = $5, version = version + 1
      where l.record_id = $1 and l.state = 'candidate' and l.created_at >= $2 and not l.person_id = any ($3::uuid[])`,
    [recordId, since, [...still], tx.actor.id, at],
  );
}
