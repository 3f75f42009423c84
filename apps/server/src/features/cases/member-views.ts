// The members of a case, and what it says of the family, for those who read the case; kept from whoever holds the other side (the table's own policy).
import type { OutputOf } from '@anwang/contract';
import { familyBasis } from '@anwang/contract/shapes';
import { ageOn, dateIn } from '@anwang/core/time';
import { readFamilyWords, readMembers, readOpenIdentities } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { asMemberRole } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';

type Workspace = OutputOf<'cases', 'one'>;

export async function familyWordViews(tx: Tx, caseId: string): Promise<Workspace['familyWords']> {
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

export async function memberViews(tx: Tx, call: Call, caseId: string): Promise<Workspace['members']> {
  const today = dateIn(call.house.time().zone, call.now);
  const rows = await readMembers(tx, caseId);
  const open = await readOpenIdentities(
    tx,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => ({
    identityOpen: open.has(row.person_id),
    personId: row.person_id,
    name: row.name,
    age: row.birth_date === null ? null : ageOn(row.birth_date, today),
    ageGuessed: row.birth_precision === 'approximate',
    sex: row.sex ?? 'unknown',
    role: asMemberRole(row.role),
    relation: row.relation,
    since: row.since,
    until: row.until,
  }));
}
