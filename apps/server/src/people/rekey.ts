// Parts of names became keys: people who were in the index before get theirs, some hundred in a transaction, and each part asks for the next. Killed in the middle,
// what was written stays and the rest goes on where it stood. A later kind of key that comes from the name is added here, and asked for by a migration.
import { indexKeys, type KeyKind, prepareReported, type ReportedPerson } from '@anwang/people';
import { addKeys, readFounded } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';

/** Name keys alone: those of contacts may be hidden, and are written with their contact. */
const ADDED: ReadonlySet<KeyKind> = new Set([
  'name',
  'namePinyin',
  'nameInitials',
  'nameMasked',
  'nameMaskedYear',
  'namePart',
  'nameCharacter',
]);

const keysOf = (record: string | null) => {
  if (record === null) return [];
  const given: ReportedPerson = JSON.parse(record);
  return indexKeys(prepareReported(given)).filter(({ kind }) => ADDED.has(kind));
};

/** Adds the keys of one part, and asks for the next. In the matcher's session; safe to repeat. */
export async function rekeyPart(tx: Tx, payload: Readonly<Record<string, unknown>>, part = 500): Promise<void> {
  const founded = await readFounded(tx, typeof payload.after === 'string' ? payload.after : null, part);
  addKeys(
    tx,
    founded.map((one) => ({ ...one, keys: keysOf(one.record) })),
  );
  const last = founded.at(-1);
  if (founded.length === part && last !== undefined) await tx.enqueue('people.rekey', { after: last.personId });
  tx.audit({ action: 'person.rekey', count: founded.length });
}
