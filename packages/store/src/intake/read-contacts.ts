// The contacts of one person looked at alone: the only view in which a hidden contact may exist for a desk, and for the victim's own worker (house law 8).
import type { PlainDate } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';

export type OwnContact = {
  readonly id: string;
  readonly kind: string;
  readonly value: string | null;
  readonly district: string | null;
  readonly protected: boolean;
  readonly source: string;
  readonly since: PlainDate | null;
};

/** Contacts that stand, opened. A hidden one comes without its value: that is opened by its own request with a reason. */
export async function readOwnContacts(tx: Tx, personId: string): Promise<OwnContact[]> {
  await tx.look([personId]);
  const rows = await tx
    .selectFrom('people.contact')
    .select(['id', 'kind', 'sealed', 'district', 'hidden', 'source', 'valid_from'])
    .where('person_id', '=', personId)
    .where('valid_until', 'is', null)
    .orderBy('id')
    .execute();
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  return rows.map((row, at) => ({
    id: row.id,
    kind: row.kind,
    value: row.hidden ? null : (clear[at]?.toString('utf8') ?? null),
    district: row.hidden ? null : row.district,
    protected: row.hidden,
    source: row.source,
    since: row.valid_from,
  }));
}

/** One contact of a person in clear, looked at alone; null when it does not exist for this actor. */
export async function openContact(tx: Tx, personId: string, contactId: string): Promise<string | null> {
  await tx.look([personId]);
  const row = await tx
    .selectFrom('people.contact')
    .select('sealed')
    .where('id', '=', contactId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? await tx.keys.open(row.sealed) : null;
}

/** One identifier of a person in clear; null when it does not exist for this actor. */
export async function openIdentifier(tx: Tx, personId: string, identifierId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('people.identifier')
    .select('sealed')
    .where('id', '=', identifierId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? await tx.keys.open(row.sealed) : null;
}
