// Hiding one contact would hide little while another row says the same telephone or place openly: from an earlier report, written in another way.
// What says the same is hidden with it, from the same people, and nobody is found by it any more.
import { sql } from 'kysely';
import { blindAll } from '../keys/index.ts';
import type { Tx } from '../session/index.ts';
import type { ClearKey } from './index-rows.ts';

/** Which search keys a contact of this kind and value has; package people knows. */
export type KeysOf = (kind: string, value: string) => readonly ClearKey[];

/** Of what is hidden: whose it is, from whom, and the day somebody looks again; null where a report asked for it. */
export type Hiding = { readonly personId: string; readonly from: readonly string[]; readonly reviewOn: string | null };
type Said = { readonly kind: string; readonly value: string };

/** Hides contacts that stand, or from more people than before. The session need not see them, and learns nothing. */
export async function hideContacts(tx: Tx, { personId, from, reviewOn }: Hiding, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length > 0)
    await sql`select people.hide_contacts(${personId}::uuid, ${[...contactIds]}::uuid[], ${[...from]}::uuid[], ${reviewOn}::date)`.execute(
      tx,
    );
}

/** Hides the keys made of one value, under every index key there is; other contacts of the person are found as before. */
async function hideKeys(tx: Tx, { personId, from }: Hiding, keys: readonly ClearKey[]): Promise<void> {
  const hashes = keys.flatMap(({ kind, value }) => blindAll(tx.ring, 'search', kind, value));
  await sql`select people.hide_contact_keys(${personId}::uuid, ${hashes}::bytea[], ${[...from]}::uuid[])`.execute(tx);
}

/** What two ways of writing one contact have in common. */
const sames = ({ kind, value }: Said, keysOf: KeysOf): string[] => [
  ...keysOf(kind, value).map((key) => `${key.kind} ${key.value}`),
  `said ${value.normalize('NFKC').toLowerCase().replace(/\s/gu, '')}`,
];

/**
 * Hides the open contacts of the person that say the same as one of these, and the search keys made of it.
 * @returns the contacts that were open until now, for whoever puts the act on record
 */
export async function hideAlike(tx: Tx, hiding: Hiding, said: readonly Said[], keysOf: KeysOf): Promise<{ id: string; county: string }[]> {
  const open = await tx
    .selectFrom('people.contact')
    .select(['id', 'county', 'kind', 'sealed'])
    .where('person_id', '=', hiding.personId)
    .where('hidden', '=', false)
    .where('valid_until', 'is', null)
    .execute();
  const clear = await tx.keys.openMany(open.map((row) => row.sealed));
  const wanted = new Set(said.flatMap((one) => sames(one, keysOf)));
  const alike = open.filter((row, at) =>
    sames({ kind: row.kind, value: clear[at]?.toString('utf8') ?? '' }, keysOf).some((same) => wanted.has(same)),
  );
  await hideContacts(
    tx,
    hiding,
    alike.map((row) => row.id),
  );
  await hideKeys(
    tx,
    hiding,
    said.flatMap(({ kind, value }) => keysOf(kind, value)),
  );
  return alike.map(({ id, county }) => ({ id, county }));
}
