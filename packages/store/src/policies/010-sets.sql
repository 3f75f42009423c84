-- What `reaches` of core/access means in sets: each function is asked once per statement (as an InitPlan or a hashed subplan), never per row.
-- They run with the owner's eyes, since what an actor reaches must not depend on what the actor may read; they return ids and codes of reach only.
-- Held against decide() by access.property.test.ts.

-- The active grants of the present actor that name one of the acts for the present purpose.
create or replace function access.fit(wanted text[]) returns table (kind text, id text, within text, classes text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.reach_kind, g.reach_id, r.within, r.classes
  from org."grant" g
  join org.account a on a.id = g.account_id and a.active
  join access.rule r on r.role = g.role
  where g.account_id = access.actor() and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)
    and r.action = any (wanted) and r.purpose = access.purpose()
$$;

-- Whether the act is allowed as such, without a thing (decide with resource null).
create or replace function access.may(wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.fit(wanted))
$$;

-- Whether the present actor holds a system role.
create or replace function access.holds(wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from org."grant" g join org.account a on a.id = g.account_id and a.active and a.system
    where g.account_id = access.actor() and g.role = any (wanted) and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until))
$$;

-- Whether some grant for one of the acts sees a class of data, whatever its reach.
create or replace function access.sees(wanted text[], class text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.fit(wanted) f where class = any (f.classes))
$$;

create or replace function access.counties(wanted text[], class text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when coalesce(bool_or(f.kind = 'national'), false) then (select array_agg(c.id) from org.county c) else array_agg(f.id) end
  from access.fit(wanted) f where f.kind in ('national', 'county') and f.within = '' and class = any (f.classes)
$$;

create or replace function access.districts(wanted text[], class text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select array_agg(f.id) from access.fit(wanted) f where f.kind = 'district' and f.within = '' and class = any (f.classes)
$$;

create or replace function access.units(wanted text[], class text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select array_agg(f.id::uuid) from access.fit(wanted) f where f.kind = 'unit' and f.within = '' and class = any (f.classes)
$$;

-- The single things a break-glass grant opens now.
create or replace function access.opened(wanted text[], class text, what text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.target_id from access.break_glass b join org.account a on a.id = b.account_id and a.active
  where b.account_id = access.actor() and b.kind = what and b.started_at <= now() and now() < b.until and b.ended_at is null
    and exists (select from access.rule r where r.role = 'breakGlass' and r.action = any (wanted) and r.purpose = access.purpose() and class = any (r.classes))
$$;

-- Cases reached through work, shares or break-glass; wide reaches (county, district, unit) are columns of the row.
create or replace function access.cases(wanted text[], class text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with f as (select * from access.fit(wanted) x where 'assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)),
  worked as (select distinct s.case_id from casework.assignment s
             where s.account_id = access.actor() and s.role <> 'supervisor' and s.since <= now() and (s.until is null or now() < s.until)),
  shared as (select s.case_id, array_agg(distinct k.class) as classes from casework.share s
             join org.account a on a.id = access.actor()
             left join lateral (select unnest(p.classes) as class from access.share_part p where p.part = any (s.parts)) k on true
             where (s.to_account = a.id or s.to_unit = a.unit_id) and s.ended_at is null and s.since <= now() and now() < s.until
             group by s.case_id)
  select c.id from f join worked w on 'assigned' in (f.kind, f.within) and f.within in ('', 'assigned') join casework."case" c on c.id = w.case_id
  where class = any (f.classes)
    and (f.kind in ('assigned', 'national') or (f.kind = 'county' and c.county = f.id) or (f.kind = 'district' and c.district = f.id) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
  union
  select c.id from f join shared s on 'shared' in (f.kind, f.within) and f.within in ('', 'shared') join casework."case" c on c.id = s.case_id
  where (class = any (f.classes) or class = any (s.classes))
    and (f.kind in ('shared', 'national') or (f.kind = 'county' and c.county = f.id) or (f.kind = 'district' and c.district = f.id) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
  union
  select access.opened(wanted, class, 'case')
$$;

-- Reports reached through the cases they founded or through break-glass.
create or replace function access.reports(wanted text[], class text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with f as (select * from access.fit(wanted) x where 'assigned' in (x.kind, x.within) and class = any (x.classes)),
  worked as (select distinct cr.report_id from casework.assignment s join casework.case_report cr on cr.case_id = s.case_id
             where s.account_id = access.actor() and s.role <> 'supervisor' and s.since <= now() and (s.until is null or now() < s.until))
  select r.id from f join worked w on f.within in ('', 'assigned') join intake.report r on r.id = w.report_id
  where f.kind in ('assigned', 'national') or (f.kind = 'county' and r.county = f.id) or (f.kind = 'district' and r.district = f.id)
    or (f.kind = 'unit' and exists (select from intake.dispatch d where d.report_id = r.id and d.unit_id = f.id::uuid and d.status in ('sent', 'accepted', 'disputed', 'upheld')))
  union
  select access.opened(wanted, class, 'report')
$$;

-- Persons reached through the cases they belong to (work, shares) or through break-glass.
create or replace function access.persons(wanted text[], class text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with f as (select * from access.fit(wanted) x where 'assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)),
  worked as (select distinct cp.person_id from casework.assignment s join casework.case_person cp on cp.case_id = s.case_id and (cp.until is null or now() < cp.until)
             where s.account_id = access.actor() and s.role <> 'supervisor' and s.since <= now() and (s.until is null or now() < s.until)),
  shared as (select cp.person_id, array_agg(distinct k.class) as classes from casework.share s
             join org.account a on a.id = access.actor()
             join casework.case_person cp on cp.case_id = s.case_id and (cp.until is null or now() < cp.until)
             left join lateral (select unnest(p.classes) as class from access.share_part p where p.part = any (s.parts)) k on true
             where (s.to_account = a.id or s.to_unit = a.unit_id) and s.ended_at is null and s.since <= now() and now() < s.until
             group by cp.person_id)
  select p.id from f join worked w on 'assigned' in (f.kind, f.within) and f.within in ('', 'assigned') join people.person p on p.id = w.person_id
  where class = any (f.classes)
    and (f.kind in ('assigned', 'national') or (f.kind = 'county' and p.county = f.id) or (f.kind = 'district' and p.district = f.id)
      or (f.kind = 'unit' and exists (select from people.reach x where x.person_id = p.id and x.unit_id = f.id::uuid and (x.until is null or now() < x.until))))
  union
  select p.id from f join shared s on 'shared' in (f.kind, f.within) and f.within in ('', 'shared') join people.person p on p.id = s.person_id
  where (class = any (f.classes) or class = any (s.classes))
    and (f.kind in ('shared', 'national') or (f.kind = 'county' and p.county = f.id) or (f.kind = 'district' and p.district = f.id)
      or (f.kind = 'unit' and exists (select from people.reach x where x.person_id = p.id and x.unit_id = f.id::uuid and (x.until is null or now() < x.until))))
  union
  select access.opened(wanted, class, 'person')
$$;

-- Counties in which the actor sees what it made itself.
create or replace function access.owned(wanted text[], class text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when coalesce(bool_or(f.kind in ('national', 'own')), false) then (select array_agg(c.id) from org.county c) else array_agg(f.id) filter (where f.kind = 'county') end
  from access.fit(wanted) f where 'own' in (f.kind, f.within) and class = any (f.classes)
$$;

-- Law 8. The persons the present view names; those on whose victim side the actor stands; those whose case it holds on the other side.
create or replace function access.view() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('anwang.view', true), '')::uuid[], '{}');

create or replace function access.held_cases() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.case_id from casework.assignment s where s.account_id = access.actor() and s.since <= now() and (s.until is null or now() < s.until)
  union
  select c.id from org."grant" g join casework."case" c on c.unit_id = g.reach_id::uuid
  where g.account_id = access.actor() and g.reach_kind = 'unit' and g.role = 'supervisor' and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)
    and c.side in ('victim', 'offender')
$$;

create or replace function access.victim_side() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct x.person_id), '{}') from (
    select c.subject_person_id as person_id from casework."case" c where c.id in (select access.held_cases()) and c.side = 'victim'
    union all
    select cp.person_id from casework."case" c join casework.case_person cp on cp.case_id = c.id and cp.role in ('subject', 'victim')
    where c.id in (select access.held_cases()) and c.side = 'victim') x where x.person_id is not null
$$;

create or replace function access.offender_side() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct x.person_id), '{}') from (
    select c.subject_person_id as person_id from casework."case" c where c.id in (select access.held_cases())
    union all
    select cp.person_id from casework."case" c join casework.case_person cp on cp.case_id = c.id and (cp.role = 'subject' or (c.side = 'offender' and cp.role <> 'victim'))
    where c.id in (select access.held_cases())) x where x.person_id is not null
$$;

-- A desk that looks at one person alone: wide reach, and a view of exactly that person.
create or replace function access.alone(wanted text[]) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (access.view())[1] where cardinality(access.view()) = 1
    and exists (select from access.fit(wanted) f where f.kind in ('national', 'county') and f.within = '' and 'contact' = any (f.classes))
$$;

-- The actor's relatives: nobody decides on a family of their own.
create or replace function access.relatives() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct x.id), '{}') from (
    select a.person_id as id from org.account a where a.id = access.actor() and a.person_id is not null
    union all
    select case when k.person_id = a.person_id then k.other_id else k.person_id end from org.account a
      join people.kin k on a.person_id in (k.person_id, k.other_id) and k.relation not in ('conflict') where a.id = access.actor()
    union all
    select m2.person_id from org.account a join people.household_member m1 on m1.person_id = a.person_id and m1.valid_until is null
      join people.household_member m2 on m2.household_id = m1.household_id and m2.valid_until is null where a.id = access.actor()) x
$$;

-- The public's own report: found by number and the hash of its code, both said inside the transaction.
create or replace function access.receipt_reports() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.report_id from intake.receipt r
  where r.number = nullif(current_setting('anwang.receipt_number', true), '')
    and r.code_hash = decode(nullif(current_setting('anwang.receipt_code', true), ''), 'hex') and r.expires_at > now()
$$;

-- Where a thing lies, for opening it in an emergency; nothing but its county.
create or replace function access.place_of(what text, target uuid) returns table (county text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.county from (
    select 'case' as kind, c.id, c.county from casework."case" c where what = 'case' and c.id = target
    union all select 'report', r.id, r.county from intake.report r where what = 'report' and r.id = target
    union all select 'person', p.id, p.county from people.person p where what = 'person' and p.id = target) x
  where access.may('{breakglass.use}')
$$;
