// What are counties and units called? In both languages: what goes from one county to another is read in each.

import type { Tx } from '../session/index.ts';

type Names = Map<string, { zh: string; en: string }>;
type Id = string | null | undefined;

async function namesIn(tx: Tx, table: 'org.county' | 'org.unit', ids: readonly Id[]): Promise<Names> {
  const wanted = [...new Set(ids.filter((id) => id != null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.selectFrom(table).select(['id', 'name_zh', 'name_en']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, { zh: row.name_zh, en: row.name_en }]));
}

/** Names of counties by id. */
export const countyNames = (tx: Tx, ids: readonly Id[]): Promise<Names> => namesIn(tx, 'org.county', ids);

/** Names of units by id. */
export const unitNames = (tx: Tx, ids: readonly Id[]): Promise<Names> => namesIn(tx, 'org.unit', ids);
