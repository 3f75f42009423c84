// After a restore: every order of the list that the restored database does not know yet is carried out again, by the ids the list kept.

import type { KeyRing } from '../keys/index.ts';
import { connectAs, type Target } from '../session/index.ts';
import { collectBelongings } from './collect.ts';
import { readErasures } from './erasure-list.ts';
import { execute, stillOpen } from './expunge.ts';
import { removeBytes } from './remove-bytes.ts';

/** Carries out missing erasures. Returns how many there were, and sentences about what this login could not do about the bytes. */
export async function replayErasures(owner: Target, ring: KeyRing, erasuresFile: string): Promise<{ count: number; notices: string[] }> {
  const entries = readErasures(erasuresFile, ring);
  const client = await connectAs(owner, 'replay erasures');
  try {
    const known = new Set((await client.query<{ id: string }>('select id from erasure.tombstone')).rows.map((row) => row.id));
    const missing = entries.filter((entry) => !known.has(entry.id));
    const open = new Set<string>();
    for (const entry of missing) {
      await client.query('begin');
      const found = await collectBelongings(client, entry.personIds);
      await execute(client, entry, { ...found, subjectIds: [...new Set([...found.subjectIds, ...entry.subjectIds])] });
      await client.query('commit');
      for (const number of found.undecided) open.add(number);
    }
    return { count: missing.length, notices: missing.length > 0 ? [...stillOpen([...open]), ...(await removeBytes(owner, client))] : [] };
  } finally {
    await client.end();
  }
}
