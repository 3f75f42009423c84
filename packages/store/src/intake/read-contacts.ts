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
  readonly version: number;
  /** How many people it is kept from; who they are is no part of a view that speaks of the contact. */
  readonly keptFrom: number;
  readonly reviewOn: PlainDate | null;
  /** Why it was hidden last; null where a report or a source system said so. */
  readonly reason: string | null;
};

/** Why each of these was hidden last, opened. */
async function reasons(tx: Tx, contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people.shielding')
    .distinctOn('contact_id')
    .select(['contact_id', 'reason'])
    .where('contact_id', 'in', [...contactIds])
    .where('act', '=', 'hide')
    .orderBy('contact_id')
    .orderBy('done_at', 'desc')
    .execute();
  const clear = await tx.keys.openMany(rows.map((row) => row.reason));
  return new Map(rows.map((row, at) => [row.contact_id, clear[at]?.toString('utf8') ?? '']));
}

/** Contacts that stand, opened. A hidden one comes without its value: that is opened by its own request with a reason. */
export async function readOwnContacts(tx: Tx, personId: string): Promise<OwnContact[]> {
  await tx.look([personId]);
  const rows = await tx
    .selectFrom('people.contact')
    .select(['id', 'kind', 'sealed', 'district', 'hidden', 'hidden_from', 'review_on', 'source', 'valid_from', 'version'])
    .where('person_id', '=', personId)
    .where('valid_until', 'is', null)
    .orderBy('id')
    .execute();
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  const why = await reasons(
    tx,
    rows.filter((row) => row.hidden).map((row) => row.id),
  );
  return rows.map((row, at) => ({
    id: row.id,
    kind: row.kind,
    value: row.hidden ? null : (clear[at]?.toString('utf8') ?? null),
    district: row.hidden ? null : row.district,
    protected: row.hidden,
    source: row.source,
    since: row.valid_from,
    version: row.version,
    keptFrom: row.hidden_from.length,
    reviewOn: row.review_on,
    reason: why.get(row.id) ?? null,
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
