// A reporter said that somebody's address, telephone and school must stay hidden from the other side: they become hidden contacts (house law 8),
// kept from every respondent of the report, or of its cases, whom the index knows. Where it knows none, they stay in the sealed report alone.
// Done again whenever it becomes known who somebody of the report is, or that they are of the other side.
import { createHash } from 'node:crypto';
import { CONTACT_FACTS } from '@anwang/core/screening';
import { sql } from 'kysely';
import { hideAlike, hideContacts, type KeysOf, sourceOfRecord } from '../people/index.ts';
import type { Tx } from '../session/index.ts';
import { readReportPersons } from './read-report.ts';

/** Writes the hidden contacts of a matched report; ids follow from their place in the report or from the fact, so that doing it again adds only whom they are kept from. */
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
    const { given, reported, learned, person_id: personId } = person;
    if (!given?.contactsHidden || reported === null || personId === null) continue;
    const from = [...new Set(others.filter((other) => other !== personId))];
    if (from.length === 0) continue;
    const told: [string, string][] = [
      ...reported.phones.map((value): [string, string] => ['phone', value]),
      ...reported.addresses.map((value): [string, string] => ['residenceAddress', value]),
      ...(reported.school === null ? [] : [['school', reported.school] as [string, string]]),
    ];
    const facts = [
      ...told.map(([kind, value], at) => ({ id: hiddenContactId(person.id, String(at)), kind, value })),
      ...learned.flatMap(({ id, kind, value, takenBack }) =>
        takenBack || !CONTACT_FACTS.has(kind) || told.some(([, known]) => known === value)
          ? []
          : { id: hiddenContactId(person.id, id), kind: kind === 'address' ? 'residenceAddress' : kind, value },
      ),
    ];
    const rows = await Promise.all(
      facts.map(async ({ id, kind, value }) => ({
        id,
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
      facts.map(({ kind, value }) => ({ kind, value })),
      keysOf,
    );
  }
}

/** The id of the hidden contact of a reported person: by its place among what the report told, or by the fact that was learned. A uuid of version 8. */
export function hiddenContactId(reportPersonId: string, of: string): string {
  const bytes = createHash('sha256').update(`hidden contact ${reportPersonId} ${of}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
