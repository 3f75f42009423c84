-- Who belongs to whom was read from edges that only the demo's seed ever wrote. What reports and cases state of it ("the father", "a child") is read where it stands:
-- under the rights of whoever asks, and corrected, taken back and merged with the rows themselves.

-- Each statement about one of these people: what a person is to the subject of the report, or of the case where a worker said it. A relation that a case took over from
-- its report is stated there.
create function people.stated_kin(ids uuid[]) returns table (person_id uuid, subject_id uuid, relation text, source text)
  language sql stable as $$
  select rp.person_id, s.person_id, rp.relation_to_subject, 'report'
  from (select distinct x.report_id from intake.report_person x where x.person_id = any (ids)) r
    cross join lateral (select f.person_id from intake.report_person f
      where f.report_id = r.report_id and f.role in ('subject', 'victim') order by f.position, f.id limit 1) s
    join intake.report_person rp on rp.report_id = r.report_id
  where rp.person_id <> s.person_id and rp.relation_to_subject is not null and (rp.person_id = any (ids) or s.person_id = any (ids))
  union
  select cp.person_id, c.subject_person_id, cp.relation, 'case'
  from (select distinct x.case_id from casework.case_person x where x.person_id = any (ids)) k
    join casework."case" c on c.id = k.case_id
    join casework.case_person cp on cp.case_id = k.case_id and (cp.until is null or cp.until > now())
  where cp.person_id <> c.subject_person_id and cp.relation is not null and (cp.person_id = any (ids) or c.subject_person_id = any (ids))
    and not exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
      where cr.case_id = k.case_id and rp.person_id = cp.person_id and rp.relation_to_subject = cp.relation)
$$;
revoke execute on function people.stated_kin from public;

-- Kin of these people, one step: recorded edges, and what is stated. The relations that tie nobody are those of core/identity (held by a test).
create function people.beside(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.other_id from people.kin k where k.person_id = any (ids) and k.relation <> 'conflict'
  union select k.person_id from people.kin k where k.other_id = any (ids) and k.relation <> 'conflict'
  union select unnest(array[s.person_id, s.subject_id]) from people.stated_kin(ids) s
    where s.relation <> all ('{self,teacher,neighbour,acquaintance,stranger,unknown}')
$$;
revoke execute on function people.beside from public;

create or replace function people.of_family(own uuid[], named uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with near as (
    select unnest(named) as id
    union select people.beside(named)
    union select m.person_id from people.household_member m
      where m.valid_until is null and m.household_id in
        (select h.household_id from people.household_member h where h.person_id = any (named) and h.valid_until is null)),
  far as (select id from near union select people.beside(array(select id from near)))
  select exists (select from far where far.id = any (own));
$$;
