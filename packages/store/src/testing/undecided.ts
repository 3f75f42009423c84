// For the tests of erasure: reports whose subject nobody has identified yet. One can only be the person who is to be erased; one may as well be somebody else; one went to a
// unit undecided and is about a person of its own until somebody decides.

import { systemActors } from '../access/index.ts';
import type { Store } from '../session/index.ts';
import { tellReport } from './told-report.ts';

type Ids = Readonly<Record<'subject' | 'other', string>>;

export const undecided = {
  alone: { report: '01a20000-0000-7000-8000-0000000000e8', record: '01a20000-0000-7000-8000-0000000000f8' },
  either: { report: '01a20000-0000-7000-8000-0000000000e9', record: '01a20000-0000-7000-8000-0000000000f9' },
  founded: { report: '01a20000-0000-7000-8000-0000000000ea', record: '01a20000-0000-7000-8000-0000000000fa' },
} as const;

/** The reports, with what the reporter said in the clear and sealed. */
export async function fillUndecided(store: Store, { subject, other }: Ids): Promise<void> {
  await store.withActor(systemActors.seeder, 'system', { route: 'test.undecided' }, async (tx) => {
    for (const [name, mark, candidates] of [
      ['alone', '申', [subject]],
      ['either', '留', [subject, other]],
      ['founded', '立', [subject]],
    ] as const) {
      const { report, record } = undecided[name];
      await tellReport(tx, {
        id: report,
        number: `候選${name}`,
        county: '90000',
        record,
        told: `人${mark}`,
        narrative: `候選敘述${mark}`,
        answers: { note: `候選答覆${mark}` },
        evidence: [{ span: `候選證據${mark}` }],
        whereabouts: `候選去處${mark}`,
      });
      const link = { record_id: record, county: '90000', state: 'candidate', basis: 'person', weight: 9 } as const;
      await tx
        .insertInto('people.link')
        .values(candidates.map((person) => ({ ...link, person_id: person, reasons: JSON.stringify([{ note: `候選理由${mark}` }]) })))
        .execute();
      if (name !== 'founded') continue;
      await tx
        .insertInto('people.link')
        .values({ ...link, state: 'confirmed', basis: 'founding', weight: 0, person_id: other, reasons: '[]' })
        .execute();
      await tx.updateTable('intake.report_person').set({ person_id: other }).where('record_id', '=', record).execute();
    }
  });
}
