// Keys of a new kind for people who are in the index already. A key is a hash and tells nothing, so it is made from the source row that founded the person; what
// is there stays as it is. Nothing waits for it: until somebody's keys are added they are found as before. What the row is read as today, they are called from now on.

import type { Instant } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';
import type { NewPerson } from './found-people.ts';
import { type ClearKey, searchKeyRows } from './index-rows.ts';
import { sendMany } from './insert-many.ts';

export interface Founded {
  readonly personId: string;
  readonly county: string;
  readonly district: string | null;
  /** When the source row came. */
  readonly receivedAt: Instant | null;
  /** The source row in clear; null when it was erased. */
  readonly record: string | null;
}

/** The next people in the order of their ids, each with what founded them. */
export async function readFounded(tx: Tx, after: string | null, most: number): Promise<Founded[]> {
  const rows = await tx.run<{ id: string; county: string; district: string | null; sealed: Buffer | null; at: Instant | null }>(
    `select p.id, p.county, p.district, f.sealed, f.received_at as at
      from (select id, county, district from people.person where id > $1::uuid order by id limit ${most}) p
      left join lateral (select r.sealed, r.received_at from people.link l join people.record r on r.id = l.record_id
        where l.person_id = p.id and l.basis = 'founding' and r.sealed <> '' order by l.created_at limit 1) f on true order by p.id`,
    [after ?? '00000000-0000-0000-0000-000000000000'],
  );
  const sealed = rows.flatMap((row) => (row.sealed === null ? [] : [row.sealed]));
  const opened = await tx.keys.openMany(sealed);
  const clear = new Map(sealed.map((bytes, at) => [bytes, opened[at]?.toString('utf8') ?? null]));
  return rows.map(({ id, county, district, sealed: bytes, at }) => ({
    personId: id,
    county,
    district,
    receivedAt: at,
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

/** How the founding row is read today. */
export type ReadAnew = Pick<NewPerson, 'name' | 'birthDate' | 'birthPrecision'> & { readonly personId: string };

/** Names that a row was misread to hide a part of, or to have no other name beside, and guessed ages that were left out: of people who rest on that one row, of whom nothing was learned since. */
export function tellAnew(tx: Tx, people: readonly ReadAnew[]): void {
  if (people.length === 0) return;
  tx.send({
    sql: `update people.person p set name = case when (position('○' in p.name) > 0 and position('○' in n.name) = 0) or (position('（' in p.name) = 0 and starts_with(n.name, p.name || '（')) then n.name else p.name end,
        birth_date = coalesce(p.birth_date, n.born::date), birth_precision = case when p.birth_date is null and n.born is not null then n.precision else p.birth_precision end,
        version = p.version + 1, updated_at = now()
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) n (id, name, born, precision)
      where p.id = n.id and p.merged_into is null
        and ((position('○' in p.name) > 0 and position('○' in n.name) = 0) or (position('（' in p.name) = 0 and starts_with(n.name, p.name || '（')) or (p.birth_date is null and n.born is not null))
        and not exists (select from people.link l where l.person_id = p.id and l.state = 'confirmed' and l.basis <> 'founding')
        and not exists (select from people.link l join intake.learned_fact f on f.record_id = l.record_id where l.person_id = p.id and l.basis = 'founding')`,
    parameters: [
      people.map((one) => one.personId),
      people.map((one) => one.name),
      people.map((one) => one.birthDate),
      people.map((one) => one.birthPrecision),
    ],
  });
}
