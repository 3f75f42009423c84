-- Who lives with whom was written by the demo's seed alone. It is asked with a report, and said by whoever works on a case; like kin it is read where it stands.

-- Whether a person of a report lives with whom it is about, as the reporter said. Apart from the person's row: the offender's side does not read it (house law 8).
create table intake.report_home (
  report_person_id uuid primary key references intake.report_person,
  report_id uuid not null references intake.report,
  county text not null references org.county,
  lives boolean not null
);
create index report_home_report on intake.report_home (report_id);

-- What a case says of the family: what two people are to each other (`relation` null: they are not what was told), and whether they live together. Follows from the
-- events; what was taken back has no row.
create table casework.family_word (
  id uuid primary key,
  case_id uuid not null references casework."case",
  county text not null references org.county,
  about text not null check (about in ('kin','home')),
  person_id uuid not null references people.person,
  other_id uuid not null references people.person,
  relation text,
  lives boolean,
  since date,
  until date,
  basis text not null,
  said_at timestamptz not null,
  check ((about = 'home') = (lives is not null))
);
create index family_word_case on casework.family_word (case_id);
create index family_word_person on casework.family_word (person_id);
create index family_word_other on casework.family_word (other_id);

-- Each statement about who lives with one of these people or in the home of a report or case that names them.
create function people.stated_homes(ids uuid[])
  returns table (id uuid, person_id uuid, subject_id uuid, lives boolean, since date, until date, source text, said_at timestamptz)
  language sql stable as $$
  select h.report_person_id, rp.person_id, s.person_id, h.lives, null::date, null::date, 'report', r.received_at
  from (select distinct x.report_id from intake.report_person x where x.person_id = any (ids)) k
    cross join lateral (select f.person_id from intake.report_person f
      where f.report_id = k.report_id and f.role in ('subject', 'victim') order by f.position, f.id limit 1) s
    join intake.report_home h on h.report_id = k.report_id
    join intake.report_person rp on rp.id = h.report_person_id
    join intake.report r on r.id = k.report_id
  where rp.person_id <> s.person_id
  union all
  select w.id, w.person_id, w.other_id, w.lives, w.since, w.until, 'worker', w.said_at
  from (select distinct x.case_id from casework.family_word x where x.about = 'home' and (x.person_id = any (ids) or x.other_id = any (ids))) k
    join casework.family_word w on w.case_id = k.case_id and w.about = 'home' and w.person_id <> w.other_id
$$;
revoke execute on function people.stated_homes from public;

-- Who of these people is to be kept from whom: victims and those from whom they are protected, by every report and case there is. Read with the owner's eyes: what a
-- household gives away must not depend on what its reader may know. Ids only, and for leaving out only.
create function people.opposed(ids uuid[]) returns table (person_id uuid, other_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.person_id, o.person_id
  from (select distinct x.report_id from intake.report_person x where x.person_id = any (ids)) k
    join intake.report_person v on v.report_id = k.report_id and v.role in ('subject', 'victim')
    join intake.report_person o on o.report_id = k.report_id and o.role = 'respondent' and o.person_id <> v.person_id
  union
  select v.person_id, o.person_id
  from (select distinct x.case_id from casework.case_person x where x.person_id = any (ids)) k
    join casework."case" c on c.id = k.case_id
    join casework.case_person v on v.case_id = k.case_id and v.role = any (case when c.side = 'offender' then '{victim,collateral}'::text[] else '{subject,victim}' end)
    join casework.case_person o on o.case_id = k.case_id and o.role = case when c.side = 'offender' then 'subject' else 'respondent' end and o.person_id <> v.person_id
$$;
revoke execute on function people.opposed from public;

-- A case's word on two people is the last of it, whatever was told of them before.
create or replace function people.stated_kin(ids uuid[]) returns table (person_id uuid, subject_id uuid, relation text, source text)
  language sql stable as $$
  with word as (
    select distinct on (least(w.person_id, w.other_id), greatest(w.person_id, w.other_id)) w.person_id, w.other_id, w.relation
    from casework.family_word w
    where w.about = 'kin' and w.person_id <> w.other_id and (w.person_id = any (ids) or w.other_id = any (ids))
    order by least(w.person_id, w.other_id), greatest(w.person_id, w.other_id), w.said_at desc, w.id desc),
  told as (
    select rp.person_id, s.person_id as subject_id, rp.relation_to_subject as relation, 'report' as source
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
        where cr.case_id = k.case_id and rp.person_id = cp.person_id and rp.relation_to_subject = cp.relation))
  select t.person_id, t.subject_id, t.relation, t.source from told t
  where not exists (select from word w
    where (w.person_id, w.other_id) in ((t.person_id, t.subject_id), (t.subject_id, t.person_id)))
  union all
  select w.person_id, w.other_id, coalesce(w.relation, 'notKin'), 'worker' from word w
$$;

-- Who is told to live with one of these people now; the last word of a pair counts, a case's before a report's.
create function people.housemates(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select unnest(array[x.person_id, x.subject_id]) from (
    select distinct on (least(s.person_id, s.subject_id), greatest(s.person_id, s.subject_id)) s.person_id, s.subject_id, s.lives and s.until is null as lives
    from people.stated_homes(ids) s where s.person_id = any (ids) or s.subject_id = any (ids)
    order by least(s.person_id, s.subject_id), greatest(s.person_id, s.subject_id), (s.source = 'worker') desc, s.said_at desc, s.id desc) x
  where x.lives
$$;
revoke execute on function people.housemates from public;

create or replace function people.beside(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.other_id from people.kin k where k.person_id = any (ids) and k.relation <> 'conflict'
  union select k.person_id from people.kin k where k.other_id = any (ids) and k.relation <> 'conflict'
  union select unnest(array[s.person_id, s.subject_id]) from people.stated_kin(ids) s
    where s.relation <> all ('{self,teacher,neighbour,acquaintance,stranger,unknown,notKin}')
$$;

create or replace function people.of_family(own uuid[], named uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with near as (
    select unnest(named) as id
    union select people.beside(named)
    union select people.housemates(named)
    union select m.person_id from people.household_member m
      where m.valid_until is null and m.household_id in
        (select h.household_id from people.household_member h where h.person_id = any (named) and h.valid_until is null)),
  far as (select id from near union select people.beside(array(select id from near)))
  select exists (select from far where far.id = any (own));
$$;
