// For the tests of erasure: two reports whose subject nobody has identified yet. One can only be the person who is to be erased; the other may as well be somebody else.

import { systemActors } from '../access/index.ts';
import type { Store } from '../session/index.ts';

type Ids = Readonly<Record<'subject' | 'other', string>>;

export const undecided = {
  alone: { report: '01a20000-0000-7000-8000-0000000000e8', record: '01a20000-0000-7000-8000-0000000000f8' },
  either: { report: '01a20000-0000-7000-8000-0000000000e9', record: '01a20000-0000-7000-8000-0000000000f9' },
} as const;

/** Both reports, with what the reporter said in the clear and sealed. */
export async function fillUndecided(store: Store, { subject, other }: Ids): Promise<void> {
  await store.withActor(systemActors.seeder, 'system', { route: 'test.undecided' }, async (tx) => {
    for (const [name, mark, candidates] of [
      ['alone', '申', [subject]],
      ['either', '留', [subject, other]],
    ] as const) {
      const { report, record } = undecided[name];
      const at = '2026-01-01T00:00:00Z';
      const shared = { county: '90000', report_id: report };
      await tx
        .insertInto('people.record')
        .values({
          id: record,
          source: 'report',
          county: '90000',
          subject_id: record,
          sealed: await tx.keys.seal(record, 'record', `人${mark}`),
        })
        .execute();
      await tx
        .insertInto('intake.report')
        .values({
          ...{ id: report, number: `候選${name}`, county: '90000', channel: 'ecare', reporter_kind: 'teacher', subject_id: report },
          ...{ band: 'low', band_source: 'rule', triage_due: at, desk_due: at, next_due: at, pack_version: '1' },
          answers: JSON.stringify({ note: `候選答覆${mark}` }),
          created_by: systemActors.seeder.id,
        })
        .execute();
      await tx
        .insertInto('intake.report_text')
        .values({
          ...{ ...shared, part: 'narrative', subject_id: report, sealed: await tx.keys.seal(report, 'report', `候選敘述${mark}`) },
          evidence: JSON.stringify([{ span: `候選證據${mark}` }]),
        })
        .execute();
      await tx
        .insertInto('intake.report_person')
        .values({ ...shared, role: 'subject', record_id: record, whereabouts: `候選去處${mark}` })
        .execute();
      const link = { record_id: record, county: '90000', state: 'candidate', basis: 'person', weight: 9 } as const;
      await tx
        .insertInto('people.link')
        .values(candidates.map((person) => ({ ...link, person_id: person, reasons: JSON.stringify([{ note: `候選理由${mark}` }]) })))
        .execute();
    }
  });
}
