// Parts of names became keys: people who were in the index before get theirs, some hundred in a transaction, and each part asks for the next. Killed in the middle,
// what was written stays and the rest goes on where it stood. A later kind of key that comes from the name is added here, and asked for by a migration. On the way
// everybody is called as their row is read today: 吳俊傑 Walis Nokan was once read as 吳俊傑○, and a guessed age as nothing.
import type { Instant } from '@anwang/core/time';
import { indexKeys, type KeyKind, prepareReported, type ReportedPerson } from '@anwang/people';
import { addKeys, newPersonFrom, type ReadAnew, readFounded, tellAnew } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { guessedAge } from './guessed-age.ts';

/** Name keys alone: those of contacts may be hidden, and are written with their contact. */
const ADDED: ReadonlySet<KeyKind> = new Set([
  'name',
  'namePinyin',
  'nameInitials',
  'nameMasked',
  'nameMaskedYear',
  'namePart',
  'nameCharacter',
  'nickname',
]);

type Founded = Awaited<ReturnType<typeof readFounded>>[number];

const preparedOf = ({ record, receivedAt }: Founded) => {
  if (record === null) return null;
  const given: ReportedPerson & { readonly ageApproximate?: number | null } = JSON.parse(record);
  return prepareReported({ ...given, age: receivedAt === null ? null : guessedAge(given.ageApproximate, receivedAt) });
};

/** What might be told otherwise than it stands: a name of more than Han characters, an age without a date. */
const readAnew = (one: Founded, now: Instant): ReadAnew[] => {
  const prepared = preparedOf(one);
  if (prepared === null || (/^[\p{Script=Han}○]*$/u.test(prepared.reported.name ?? '') && !prepared.reported.age)) return [];
  const request = { county: one.county, district: one.district, at: now, demo: false };
  const { name, birthDate, birthPrecision } = newPersonFrom(request, { recordId: '', prepared, keys: [] });
  return [{ personId: one.personId, name, birthDate: birthPrecision === 'approximate' ? birthDate : null, birthPrecision }];
};

const keysOf = (one: Founded) => {
  const prepared = preparedOf(one);
  return prepared === null ? [] : indexKeys(prepared).filter(({ kind }) => ADDED.has(kind));
};

/** Adds the keys of one part, and asks for the next. In the matcher's session; safe to repeat. */
export async function rekeyPart(tx: Tx, now: Instant, payload: Readonly<Record<string, unknown>>, part = 500): Promise<void> {
  const founded = await readFounded(tx, typeof payload.after === 'string' ? payload.after : null, part);
  addKeys(
    tx,
    founded.map((one) => ({ ...one, keys: keysOf(one) })),
  );
  tellAnew(
    tx,
    founded.flatMap((one) => readAnew(one, now)),
  );
  const last = founded.at(-1);
  if (founded.length === part && last !== undefined) await tx.enqueue('people.rekey', { after: last.personId });
  tx.audit({ action: 'person.rekey', count: founded.length });
}
