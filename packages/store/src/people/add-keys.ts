// Keys of a new kind for people who are in the index already. A key is a hash and tells nothing, so it is made from the source row that founded the person; what
// is there stays as it is. Nothing waits for it: until somebody's keys are added they are found as before.

import type { Tx } from '../session/index.ts';
import { type ClearKey, searchKeyRows } from './index-rows.ts';
import { sendMany } from './insert-many.ts';

export interface Founded {
  readonly personId: string;
  readonly county: string;
  readonly district: string | null;
  /** The source row in clear; null when it was erased. */
  readonly record: string | null;
}

/** The next people in the order of their ids, each with what founded them. */
export async function readFounded(tx: Tx, after: string | null, most: number): Promise<Founded[]> {
  const rows = await tx.run<{ id: string; county: string; district: string | null; sealed: Buffer | null }>(
    `select p.id, p.county, p.district, (select r.sealed from people.link l join people.record r on r.id = l.record_id
        where l.person_id = p.id and l.basis = 'founding' and r.sealed <> '' order by l.created_at limit 1) as sealed
      from (select id, county, district from people.person where id > $1::uuid order by id limit ${most}) p order by p.id`,
    [after ?? '00000000-0000-0000-0000-000000000000'],
  );
  const sealed = rows.flatMap((row) => (row.sealed === null ? [] : [row.sealed]));
  const opened = await tx.keys.openMany(sealed);
  const clear = new Map(sealed.map((bytes, at) => [bytes, opened[at]?.toString('utf8') ?? null]));
  return rows.map(({ id, county, district, sealed: bytes }) => ({
    personId: id,
    county,
    district,
    record: bytes === null ? null : (clear.get(bytes) ?? null),
  }));
}

/** Writes keys that are not there yet. */
export function addKeys(tx: Tx, people: readonly (Founded & { readonly keys: readonly ClearKey[] })[]): void {
  sendMany(
    tx,
    'people.search_key',
    people.flatMap(({ personId, county, district, keys }) => searchKeyRows(tx.ring, { id: personId, county, district }, keys)),
    'do nothing',
  );
}
