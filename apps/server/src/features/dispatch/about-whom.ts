// Whom will the case be about that a unit is sent? In child protection the child, though the report is about the mother; the list calls it so as well.
import { dateIn, taipei } from '@anwang/core/time';
import { programmeFor } from '@anwang/packs';
import { type DispatchRow, personsOfReports } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { subjectOf } from './case-members.ts';

type Persons = Parameters<typeof subjectOf>[1];

/** The programme of a dispatch where its cases are about one person. */
const ofPerson = ({ programme: id, county }: DispatchRow) => {
  const programme = programmeFor(id, county);
  return programme?.subject === 'household' ? null : programme;
};

const subjectIn = (row: DispatchRow, persons: Persons): Persons[number] | undefined => {
  const programme = ofPerson(row);
  if (programme === null) return undefined;
  const subject = subjectOf(programme, persons, row.subjectRecordId, dateIn(taipei, row.receivedAt));
  return persons.find((person) => person.person_id !== null && person.person_id === subject);
};

/** The person by name; null where it is about a household, and where nobody is known. */
export const aboutWhom = (row: DispatchRow, persons: Persons): string | null => subjectIn(row, persons)?.given?.name ?? null;

/** Rows called by whom each case will be about. */
export async function titled(tx: Tx, rows: readonly DispatchRow[]): Promise<{ rows: DispatchRow[]; personIds: string[] }> {
  const reports = rows.filter((row) => ofPerson(row) !== null).map((row) => row.reportId);
  const persons = reports.length === 0 ? new Map<string, never[]>() : await personsOfReports(tx, [...new Set(reports)]);
  const named = rows.map((row) => ({ row, one: subjectIn(row, persons.get(row.reportId) ?? []) }));
  return {
    rows: named.map(({ row, one }) => ({ ...row, title: one?.given?.name ?? row.title })),
    personIds: named.flatMap(({ one }) => one?.person_id ?? []),
  };
}
