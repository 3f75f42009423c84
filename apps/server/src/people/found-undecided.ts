// A report goes to a unit before anybody has said who its people are: each is somebody in the case all the same. They become persons of their own with the dispatch,
// beside the pairs that wait; when a pair is confirmed the case follows, as it does for a newcomer (decisions 0052, 0084).
import { isAbout } from '@anwang/core/screening';
import type { Instant } from '@anwang/core/time';
import { type Decision, openReach, readReportPersons } from '@anwang/store/intake';
import { foundPeople, sendSpeaks } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { personOfRecord } from './founded-by.ts';

/** Who is in the family even where nothing is known of them: a witness without a name is nobody to visit. */
const ofTheFamily: ReadonlySet<string> = new Set(['respondent', 'caregiver', 'familyMember']);

/** Founds whoever of a dispatched report is nobody yet, within the reach of the units that it went to. In the session of who dispatches. */
export async function foundUndecided(tx: Tx, now: Instant, reportId: string, { lines }: Pick<Decision, 'lines'>): Promise<void> {
  if (lines.length === 0) return;
  const undecided = (await readReportPersons(tx, reportId)).filter(
    ({ person_id, given, role }) => person_id === null && given !== null && (given.name !== null || isAbout(role) || ofTheFamily.has(role)),
  );
  if (undecided.length === 0) return;
  const founded = await Promise.all(
    undecided.map(async ({ id, record_id }) => ({ rowId: id, person: await personOfRecord(tx, now, record_id) })),
  );
  await foundPeople(
    tx,
    founded.map(({ person }) => person),
  );
  sendSpeaks(tx, new Map(founded.map(({ rowId, person }) => [rowId, person.id])));
  await openReach(tx, reportId, [...new Set(lines.map((line) => line.unitId))]);
  tx.audit({
    action: 'person.link',
    personIds: founded.map(({ person }) => person.id),
    ids: [reportId, ...founded.map(({ person }) => person.recordId)],
    count: founded.length,
  });
  if (undecided.some(({ given }) => given?.contactsHidden)) await tx.enqueue('intake.hide', { reportId }, { key: `hide:${reportId}` });
}
