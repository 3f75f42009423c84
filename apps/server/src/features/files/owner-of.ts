// To what does a file belong, and under whose key is it sealed? Null when the thing is out of reach.
import type { FileOwner } from '@anwang/store/files';
import type { Tx } from '@anwang/store/session';

/** A report's files lie under the report's key, a case's under the case's own. */
export async function ownerOf(
  tx: Tx,
  kind: 'report' | 'case',
  id: string,
): Promise<{ owner: FileOwner; county: string; subjectId: string } | null> {
  if (kind === 'report') {
    const row = await tx.selectFrom('intake.report').select(['county', 'subject_id']).where('id', '=', id).executeTakeFirst();
    return row ? { owner: { kind, id }, county: row.county, subjectId: row.subject_id } : null;
  }
  const row = await tx.selectFrom('casework.case').select(['county', 'subject_person_id']).where('id', '=', id).executeTakeFirst();
  return row ? { owner: { kind, id }, county: row.county, subjectId: row.subject_person_id ?? id } : null;
}
