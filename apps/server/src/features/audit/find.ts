// Of whom or what is the log to be asked? A name, an identity number, a case or report number, an account. Addresses and telephones are not searched here:
// they may be hidden, and who looked at whom is never asked by them.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { readSearch } from '@anwang/people';
import { findAccounts, findThings } from '@anwang/store/audit';
import { searchPeople } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';

type Found = OutputOf<'audit', 'find'>;

/** A few of each; who looks for somebody among hundreds types more of the name. */
const most = 20;

/** The search puts itself on record, with the people it found. */
export async function find({ text }: InputOf<'audit', 'find'>, tx: Tx): Promise<Result<Found>> {
  const query = readSearch(text);
  if (query.kind === 'number') return ok({ people: [], things: await findThings(tx, text), accounts: [] });
  const accounts = await findAccounts(tx, text);
  const byPerson = query.kind === 'name' || query.kind === 'identifier';
  if (!byPerson && accounts.length === 0) return fail({ code: 'queryTooWide', minimum: 2 });
  const people = byPerson ? (await searchPeople(tx, query, { limit: most })).rows : [];
  return ok({
    people: people.map((row) => ({ id: row.personId, name: row.name, birthDate: row.birthDate, birthPrecision: row.birthPrecision })),
    things: [],
    accounts,
  });
}
