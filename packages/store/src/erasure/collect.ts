// What belongs to a person who is to be erased: the index entries that were merged into one, and every subject whose key seals something about them.

import type { Client } from 'pg';

export type Belongings = {
  readonly personIds: readonly string[];
  readonly subjectIds: readonly string[];
  readonly recordIds: readonly string[];
  readonly reportIds: readonly string[];
  readonly caseIds: readonly string[];
  /** Clear names, to find them in titles. */
  readonly names: readonly string[];
  /** Numbers of reports that may be about the person or about somebody else, as nobody has decided yet: they stay. */
  readonly undecided: readonly string[];
};

/**
 * Collects by present links. Reports and cases count when the person is their subject (of violence reports: the victim); what merely mentions the person in the file of somebody else is theirs.
 * A report whose subject nobody has identified yet counts when it can only be this person: no other candidate, no other link. One that went to a unit undecided is about a
 * person of its own until somebody decides (0084): it stays, and is named.
 */
export async function collectBelongings(owner: Client, persons: readonly string[]): Promise<Belongings> {
  const ids = async (text: string, values: unknown[]): Promise<string[]> =>
    (await owner.query<{ id: string }>(text, values)).rows.map((row) => row.id);
  const personIds = await ids(
    `with recursive all_of(id) as (select unnest($1::uuid[]) union
       select x.id from all_of a join people.person p on p.id = a.id or p.merged_into = a.id cross join lateral (values (p.id), (p.merged_into)) x(id) where x.id is not null)
     select id from all_of`,
    [persons],
  );
  const candidates = await owner.query<{ id: string; alone: boolean }>(
    `select rp.record_id as id, not exists (select from people.link o where o.record_id = rp.record_id and o.state in ('candidate', 'confirmed') and o.person_id <> all($1)) as alone
     from people.link l join intake.report_person rp on rp.record_id = l.record_id where l.person_id = any($1) and l.state = 'candidate'
       and (rp.person_id is null or exists (select from people.link f where f.record_id = l.record_id and f.state = 'confirmed' and f.basis = 'founding'))`,
    [personIds],
  );
  const recordsOf = (alone: boolean): string[] => candidates.rows.filter((row) => row.alone === alone).map((row) => row.id);
  const recordIds = await ids(
    `select record_id as id from people.link where person_id = any($1) and state = 'confirmed' union select record_id from intake.report_person where person_id = any($1)
     union select unnest($2::uuid[])`,
    [personIds, recordsOf(true)],
  );
  const reportIds = await ids(
    `select distinct report_id as id from intake.report_person where (person_id = any($1) or record_id = any($2)) and role in ('subject', 'victim')`,
    [personIds, recordsOf(true)],
  );
  const undecided = await ids(
    `select distinct r.number as id from intake.report_person rp join intake.report r on r.id = rp.report_id
     where rp.record_id = any($1) and rp.role in ('subject', 'victim') and r.id <> all($2) order by 1`,
    [recordsOf(false), reportIds],
  );
  const caseIds = await ids(`select id from casework."case" where subject_person_id = any($1)`, [personIds]);
  const subjectIds = await ids(
    `select unnest($1::uuid[]) as id
     union select subject_id from people.record where id = any($2)
     union select subject_id from people.contact where person_id = any($1)
     union select subject_id from people.identifier where person_id = any($1)
     union select subject_id from intake.report where id = any($3)
     union select subject_id from intake.report_text where report_id = any($3)
     union select subject_id from intake.addition where report_id = any($3)
     union select subject_id from intake.proposal where report_id = any($3)
     union select subject_id from vault.entry where report_id = any($3)
     union select subject_id from casework.event where case_id = any($4) and subject_id is not null
     union select subject_id from network.referral where case_id = any($4)
     union select subject_id from files.file where person_id = any($1) or report_id = any($3) or case_id = any($4)`,
    [personIds, recordIds, reportIds, caseIds],
  );
  const names = await ids(`select distinct name as id from people.person where id = any($1) and name is not null`, [personIds]);
  return { personIds, subjectIds, recordIds, reportIds, caseIds, names, undecided };
}
