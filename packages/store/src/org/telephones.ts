// Whom to ask, and under which number: an office's own for those who work with it, another for the public.

import { withExtension } from '@anwang/core/identity';
import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';

const numbers = prepared((db, place: Placing<{ ids: readonly string[] }>) =>
  db
    .selectFrom('org.account as a')
    .innerJoin('org.unit as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.extension', 'u.telephone'])
    .where('a.id', '=', sql<string>`any (${place('ids')}::uuid[])`)
    .where('u.telephone', 'is not', null),
);

/** The numbers under which accounts are reached: that of the unit with their extension. Whose unit has none is left out. */
export async function telephonesOf(tx: Tx, accounts: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accounts.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await numbers(tx, { ids });
  return new Map(rows.flatMap((row) => (row.telephone === null ? [] : [[row.id, withExtension(row.telephone, row.extension)]])));
}

/** Where the public may ask about a report of the county: its desk, if it tells a number. */
export async function publicDesk(tx: Tx, county: string) {
  const row = await tx
    .selectFrom('org.unit')
    .select(['name_zh', 'name_en', 'public_telephone'])
    .where('county', '=', county)
    .where('kind', '=', 'desk')
    .where('active', '=', true)
    .where('public_telephone', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.public_telephone === null
    ? null
    : { unit: { zh: row.name_zh, en: row.name_en }, telephone: row.public_telephone };
}
