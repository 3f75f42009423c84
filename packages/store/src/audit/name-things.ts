// What are the things of the log called? Numbers of reports and cases, and accounts by name: an auditor may read none of them, and must be able to ask about each.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export type NamedThing = { readonly kind: 'case' | 'report' | 'actor' | 'unit'; readonly id: string; readonly number: string };

/** Reports and cases of this number in the counties that the actor audits; with or without the county before it. */
export async function findThings(tx: Tx, typed: string): Promise<(NamedThing & { readonly kind: 'case' | 'report' })[]> {
  const number = typed
    .trim()
    .toUpperCase()
    .replace(/^\d{5}-(?=\d{3}-)/, '');
  const { rows } = await sql<
    NamedThing & { readonly kind: 'case' | 'report' }
  >`select kind, id, number from audit.find_thing(${number})`.execute(tx);
  tx.audit({ action: 'number.search', ids: rows.map((row) => row.id), count: rows.length, query: number });
  return rows;
}

/** Numbers by id, of accounts and units their names; what is none of these has none. */
export async function numbersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, NamedThing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<NamedThing>`select kind, id, number from audit.numbers_of(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Accounts whose user name or name holds what was typed. */
export async function findAccounts(tx: Tx, typed: string): Promise<{ id: string; name: string; userName: string }[]> {
  const form = `%${typed.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return tx
    .selectFrom('org.account')
    .select(['id', 'name', 'username as userName'])
    .where('system', '=', false)
    .where((is) => is.or([is('username', 'ilike', form), is('name', 'ilike', form)]))
    .$if(tx.actor.county !== null, (query) => query.where('county', '=', tx.actor.county ?? ''))
    .orderBy('username')
    .limit(20)
    .execute();
}
