// A reporter said that somebody's address, telephone and school must stay hidden from the other side: they become hidden contacts (house law 8),
// kept from every respondent of the report, or of its cases, whom the index knows. Where it knows none, they stay in the sealed report alone.
// Done again whenever it becomes known who somebody of the report is, or that they are of the other side.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { hideAlike, hideContacts, type KeysOf, sourceOfRecord } from '../people/index.ts';
import type { Tx } from '../session/index.ts';
import { readReportPersons } from './read-report.ts';

/** Writes the hidden contacts of a matched report; ids follow from their place in the report, so that doing it again adds only whom they are kept from. */
export async function hideReportedContacts(
  tx: Tx,
  report: { readonly id: string; readonly county: string; readonly district: string | null },
  keysOf: KeysOf,
): Promise<void> {
  const persons = await readReportPersons(tx, report.id);
  const inCases = await sql<{ person: string }>`select other_side as person from casework.other_side(${report.id}::uuid)`.execute(tx);
  const others = [
    ...persons.flatMap((other) => (other.role === 'respondent' && other.person_id !== null ? other.person_id : [])),
    ...inCases.rows.map((row) => row.person),
  ];
  for (const person of persons) {
    const { given, person_id: personId } = person;
    if (!given?.contactsHidden || personId === null) continue;
    const from = [...new Set(others.filter((other) => other !== personId))];
    if (from.length === 0) continue;
    const facts: [string, string][] = [
      ...given.phones.map((value): [string, string] => ['phone', value]),
      ...given.addresses.map((value): [string, string] => ['residenceAddress', value]),
      ...(given.school === null ? [] : [['school', given.school] as [string, string]]),
    ];
    const rows = await Promise.all(
      facts.map(async ([kind, value], at) => ({
        id: idOf(`${person.id} ${at}`),
        person_id: personId,
        county: report.county,
        kind,
        subject_id: personId,
        sealed: await tx.keys.seal(personId, 'contact', value),
        district: report.district,
        hidden: true,
        hidden_from: from,
        // It follows its row of the report when that turns out to be somebody else.
        source: sourceOfRecord(person.record_id),
      })),
    );
    if (rows.length === 0) continue;
    // No conflict target: naming one would ask for the right to see the hidden rows.
    await tx
      .insertInto('people.contact')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const hiding = { personId, from, reviewOn: null };
    await hideContacts(
      tx,
      hiding,
      rows.map((row) => row.id),
    );
    await hideAlike(
      tx,
      hiding,
      facts.map(([kind, value]) => ({ kind, value })),
      keysOf,
    );
  }
}

/** A uuid of version 8 made from a text. */
function idOf(text: string): string {
  const bytes = createHash('sha256').update(`hidden contact ${text}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
