// Which cases, reports and people are over their time at this moment, and may go? Held ones never, nor what still belongs to something that goes on.

import { GUESSED_BY } from '@anwang/core/time';
import type { Client } from 'pg';
import { latestBirthSql } from '../people/latest-birth.ts';
import { retention } from './retention.ts';

export type DueThings = { readonly caseIds: readonly string[]; readonly reportIds: readonly string[] };

const yearsOf = (table: 'casework.case' | 'intake.report'): number => {
  const rule = retention[table];
  if (rule?.kind !== 'years') throw new Error(`no years are stated for ${table}`);
  return rule.years;
};

// Time runs from the end of the case; where its subject was not of age then, from coming of age (D0050073-11; 民法 12: eighteen). What is erased does not come
// back: the latest day of birth counts, and a guess is taken to be wrong by as much as guesses are.
const since = (ended: string): string =>
  `greatest(${ended}, (select ${latestBirthSql('p')} + make_interval(years => 18 + case p.birth_precision when 'approximate' then ${GUESSED_BY} else 0 end)
    from people.person p where p.id = s.subject and p.birth_date is not null))`;
const notHeld = (kind: string, id: string): string =>
  `not exists (select from erasure.hold h where h.kind = '${kind}' and h.target_id = ${id} and h.lifted_at is null)`;

/**
 * At most `limit` of each, oldest first. A case waits for every hold on it, its reports and its people, and for every open case of one of these people;
 * a report waits for its cases.
 */
export async function findDue(owner: Client, now: string, limit: number): Promise<DueThings> {
  const cases = await owner.query<{ id: string }>(
    `select c.id from casework."case" c cross join lateral (select c.subject_person_id as subject) s
     where c.closed_at is not null and c.erased_at is null and ${since('c.closed_at')} < $1::timestamptz - make_interval(years => $2)
       and ${notHeld('case', 'c.id')}
       and not exists (select from casework.case_report cr where cr.case_id = c.id and not (${notHeld('report', 'cr.report_id')}))
       and not exists (select from casework.case_person cp where cp.case_id = c.id and not (${notHeld('person', 'cp.person_id')}))
       and not exists (select from casework.case_person mine join casework.case_person other on other.person_id = mine.person_id
         join casework."case" o on o.id = other.case_id where mine.case_id = c.id and o.closed_at is null)
     order by c.closed_at, c.id limit $3`,
    [now, yearsOf('casework.case'), limit],
  );
  const caseIds = cases.rows.map((row) => row.id);
  const reports = await owner.query<{ id: string }>(
    `select r.id from intake.report r cross join lateral (select rp.person_id as subject from intake.report_person rp where rp.report_id = r.id order by rp.position limit 1) s
     where r.decided_at is not null and r.erased_at is null and ${since('r.decided_at')} < $1::timestamptz - make_interval(years => $2)
       and ${notHeld('report', 'r.id')}
       and not exists (select from intake.report_person rp where rp.report_id = r.id and not (${notHeld('person', 'rp.person_id')}))
       and not exists (select from casework.case_report cr join casework."case" c on c.id = cr.case_id where cr.report_id = r.id and c.erased_at is null and c.id <> all ($4))
       and not exists (select from intake.dispatch d where d.report_id = r.id and d.status in ('sent', 'disputed'))
     order by r.decided_at, r.id limit $3`,
    [now, yearsOf('intake.report'), limit, caseIds],
  );
  return { caseIds, reportIds: reports.rows.map((row) => row.id) };
}

/** People whom nothing names any more that is kept: no report, no case, no flag, no row of a feed, no account, no kin, recorded or told, who stays with them in a picture. */
export async function findForgotten(owner: Client, named: DueThings): Promise<string[]> {
  const found = await owner.query<{ id: string }>(
    `with was as (select person_id as id from casework.case_person where case_id = any ($1) union select person_id from intake.report_person where report_id = any ($2) and person_id is not null)
     select w.id from was w
     where not exists (select from casework.case_person cp join casework."case" c on c.id = cp.case_id where cp.person_id = w.id and c.erased_at is null)
       and not exists (select from intake.report_person rp join intake.report r on r.id = rp.report_id where rp.person_id = w.id and r.erased_at is null)
       and not exists (select from people.flag f where f.person_id = w.id and f.withdrawn_at is null)
       and not exists (select from people.link l join people.record r on r.id = l.record_id where l.person_id = w.id and l.state = 'confirmed' and r.source <> 'report')
       and not exists (select from people.link l where l.person_id = w.id and l.state = 'candidate')
       and not exists (select from people.person p where p.merged_into = w.id)
       and not exists (select from org.account a where a.person_id = w.id)
       and ${notHeld('person', 'w.id')}
       and not exists (select from people.kin k join casework.case_person cp on cp.person_id = case when k.person_id = w.id then k.other_id else k.person_id end
         join casework."case" c on c.id = cp.case_id and c.erased_at is null where w.id in (k.person_id, k.other_id))
       and not exists (select from people.stated_kin(array(select id from was)) k join casework.case_person cp on cp.person_id = case when k.person_id = w.id then k.subject_id else k.person_id end
         join casework."case" c on c.id = cp.case_id and c.erased_at is null where w.id in (k.person_id, k.subject_id) and k.relation <> all ('{self,teacher,neighbour,acquaintance,stranger,unknown,notKin}'))
     order by w.id`,
    [named.caseIds, named.reportIds],
  );
  return found.rows.map((row) => row.id);
}
