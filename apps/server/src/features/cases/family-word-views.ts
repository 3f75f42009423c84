// What a case says of the family, for those who read the case; kept from whoever holds the other side (the table's own policy).
import type { OutputOf } from '@anwang/contract';
import { familyBasis } from '@anwang/contract/shapes';
import { readFamilyWords } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';

type Words = OutputOf<'cases', 'one'>['familyWords'];

export async function familyWordViews(tx: Tx, caseId: string): Promise<Words> {
  const rows = await readFamilyWords(tx, caseId);
  return rows.map((row) => ({
    id: row.id,
    about: row.about === 'home' ? 'home' : 'kin',
    person: { id: row.person_id, name: row.name },
    other: { id: row.other_id, name: row.other_name },
    relation: row.relation,
    lives: row.lives,
    since: row.since,
    until: row.until,
    basis: familyBasis.parse(row.basis),
    saidAt: row.said_at,
  }));
}
