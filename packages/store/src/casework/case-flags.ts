// What marks a case in a list, beyond its row: worked on together, reported again, a small child in it. Asked for the rows that are seen, under the viewer's own
// rights: who may not see the people of a case learns nothing of the child.

import type { PlainDate } from '@anwang/core/time';
import { sql } from 'kysely';
import { latestBirthSql } from '../people/latest-birth.ts';
import { type Placing, prepared, type Tx } from '../session/index.ts';

// In the order in which they are shown.
const caseFlags = ['shared', 'repeat', 'underSix'] as const;
/** A mark. */
export type CaseFlag = (typeof caseFlags)[number];

type Asked = { readonly cases: readonly string[]; readonly today: PlainDate };

const marks = prepared((db, place: Placing<Asked>) => {
  const asked = sql<string>`any (${place('cases')}::uuid[])`;
  return db
    .selectFrom('casework.share as s')
    .where('s.case_id', '=', asked)
    .where('s.ended_at', 'is', null)
    .where(sql<boolean>`s.since <= now() and now() < s.until`)
    .select(['s.case_id', sql<CaseFlag>`'shared'`.as('flag')])
    .union(
      db
        .selectFrom('casework.case_report as r')
        .where('r.case_id', '=', asked)
        .where('r.kind', '=', 'repeat')
        .select(['r.case_id', sql<CaseFlag>`'repeat'`.as('flag')]),
    )
    .union(
      db
        .selectFrom('casework.case_person as m')
        .innerJoin('people.person as p', 'p.id', 'm.person_id')
        .where('m.case_id', '=', asked)
        .where('m.until', 'is', null)
        .where('m.role', 'not in', [sql.lit('contact'), sql.lit('collateral')])
        .where(sql<boolean>`${sql.raw(latestBirthSql('p'))} > ${place('today')}::date - interval '6 years'`)
        .select(['m.case_id', sql<CaseFlag>`'underSix'`.as('flag')]),
    );
});

/** The marks of some cases. */
export async function readCaseFlags(tx: Tx, cases: readonly string[], today: PlainDate): Promise<{ caseId: string; flags: CaseFlag[] }[]> {
  const found = await marks(tx, { cases, today });
  tx.audit({ action: 'case.list', ids: [...new Set(found.map((row) => row.case_id))], count: found.length });
  const held = (id: string) => new Set(found.filter((row) => row.case_id === id).map((row) => row.flag));
  return [...new Set(cases)].flatMap((caseId) => {
    const own = held(caseId);
    return own.size === 0 ? [] : [{ caseId, flags: caseFlags.filter((flag) => own.has(flag)) }];
  });
}
