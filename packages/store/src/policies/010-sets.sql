-- What `reaches` of core/access means in sets: each function is asked once per statement (as an InitPlan or a hashed subplan), never per row.
-- They run with the owner's eyes, since what an actor reaches must not depend on what the actor may read; they return ids and codes of reach only.
-- Held against decide() by access.property.test.ts.

-- The active grants of the present actor that name one of the acts for the present purpose.
create or replace function access.fit(wanted text[]) returns table (kind text, id text, within text, classes text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct g.reach_kind, g.reach_id, r.within, r.classes
  from org."grant" g
  join org.account a on a.id = g.account_id and a.active
  join access.rule r on r.role = g.role
  where g.account_id = access.actor() and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)
    and r.action = any (wanted) and r.purpose = access.purpose()
$$;

-- What follows from grants alone is worked out once and kept (access.entry): a transaction begins with it in the setting `anwang.reach`, a text of
-- `|key=answer|…`, and each of the functions below reads its own answer there. They are inlined into the policy, so that none is called: the key is a constant
-- of the plan. Measured (docs/decisions/0015): asking grants and rules instead took 40 to 150 µs for each set of each statement.

-- The key under which an answer stands: the same here, in access.place and in any later version, so that a kept text is never read under another numbering.
create or replace function access.key_of(kind text, wanted text, class text) returns text language sql immutable parallel safe
  return left(md5(kind || ' ' || wanted || ' ' || class), 10);

-- The answer, empty when there is none: nobody, or a question that was not foreseen, reaches nothing.
create or replace function access.kept(key text) returns text language sql stable parallel safe
  return split_part(split_part(current_setting('anwang.reach', true), '|' || key || '=', 2), '|', 1);

do $$
declare old record;
begin
  for old in select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'access'::regnamespace
    and p.proname in ('may', 'holds', 'sees', 'counties', 'districts', 'units', 'owned', 'cases', 'reports', 'persons', 'alone') and 1009 = any (p.proargtypes) loop
    execute 'drop function ' || old.name;
  end loop;
end $$;

-- Whether the act is allowed as such, without a thing (decide with resource null).
create or replace function access.may(wanted text) returns boolean language sql stable parallel safe
  return coalesce(access.kept(access.key_of('may', wanted, '')) = 't', false);

-- Whether the present actor holds a system role.
create or replace function access.holds(wanted text) returns boolean language sql stable parallel safe
  return coalesce(access.kept(access.key_of('holds', wanted, '')) = 't', false);

-- Whether some grant for one of the acts sees a class of data, whatever its reach.
create or replace function access.sees(wanted text, class text) returns boolean language sql stable parallel safe
  return coalesce(access.kept(access.key_of('sees', wanted, class)) = 't', false);

create or replace function access.counties(wanted text, class text) returns text[] language sql stable parallel safe
  return nullif(access.kept(access.key_of('counties', wanted, class)), '')::text[];

create or replace function access.districts(wanted text, class text) returns text[] language sql stable parallel safe
  return nullif(access.kept(access.key_of('districts', wanted, class)), '')::text[];

create or replace function access.units(wanted text, class text) returns uuid[] language sql stable parallel safe
  return nullif(access.kept(access.key_of('units', wanted, class)), '')::uuid[];

-- Counties in which the actor sees what it made itself; under narrower reaches access.reports gives it.
create or replace function access.owned(wanted text, class text) returns text[] language sql stable parallel safe
  return nullif(access.kept(access.key_of('owned', wanted, class)), '')::text[];

-- Every answer for an account and a purpose, from grants and rules as they are.
create or replace function access.answers(account uuid, for_purpose text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with held as materialized (
    select g.role, g.reach_kind as kind, g.reach_id as id, a.system
    from org."grant" g join org.account a on a.id = g.account_id and a.active
    where g.account_id = account and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)),
  fit as materialized (
    select distinct h.kind, h.id, r.within, r.action, r.classes from held h join access.rule r on r.role = h.role and r.purpose = for_purpose),
  every as (select array_agg(c.id order by c.id) as ids from org.county c),
  asked as (
    select p.key, p.kind as question,
      bool_or(f.kind is not null) as any,
      bool_or(f.kind = 'national' and f.within = '') filter (where seen) as national,
      bool_or((f.kind = 'national' and f.within = 'own') or (f.kind = 'own' and f.within in ('', 'own'))) filter (where seen) as own_all,
      array_agg(distinct f.id) filter (where seen and f.kind = 'county' and f.within = '') as counties,
      array_agg(distinct f.id) filter (where seen and f.kind = 'district' and f.within = '') as districts,
      array_agg(distinct f.id) filter (where seen and f.kind = 'unit' and f.within = '') as units,
      array_agg(distinct f.id) filter (where seen and f.kind = 'county' and f.within = 'own') as own_counties,
      bool_or(seen) as seen,
      bool_or('assigned' in (f.kind, f.within) or 'shared' in (f.kind, f.within) or (f.within = 'own' and f.kind in ('district', 'unit'))) as narrow,
      bool_or(f.kind in ('national', 'county') and f.within = '' and 'contact' = any (f.classes)) as alone
    from access.place p join fit f on f.action = any (p.wanted) cross join lateral (select p.class = any (f.classes) as seen) s
    where p.kind <> 'holds' group by p.key, p.kind),
  answered as (
    select key, case question
      when 'may' then 't'
      when 'sees' then case when seen then 't' end
      when 'narrow' then case when narrow then 't' end
      when 'alone' then case when alone then 't' end
      when 'counties' then case when national then (select ids from every)::text else counties::text end
      when 'districts' then districts::text
      when 'units' then units::text
      when 'owned' then case when own_all then (select ids from every)::text else own_counties::text end
      end as answer
    from asked
    union all
    select p.key, 't' from access.place p where p.kind = 'holds' and exists (select from held h where h.system and h.role = any (p.wanted))
    union all
    -- Emergency access opens single things, whatever the grants.
    select p.key, 't' from access.place p where p.kind = 'narrow' and exists (select from access.break_glass b
      where b.account_id = account and b.started_at <= now() and now() < b.until and b.ended_at is null)
    union all
    -- Whether the account may be of somebody's family: asked before any family is looked at.
    select 'person', 't' where access.may_be_related(account))
  select '|' || coalesce(string_agg(distinct key || '=' || answer, '|'), '') || '|' from answered where answer is not null
$$;

-- The same as kept, worked out anew when the account's stamp has moved or a term of a grant has begun or ended since.
create or replace function access.reach(account uuid, for_purpose text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept text;
  present bigint;
begin
  select e.reach into kept from access.entry e
    where e.account_id = account and e.purpose = for_purpose and e.since <= now() and now() < e.until
      and e.stamp = coalesce((select s.number from access.stamp s where s.account_id = account), 0);
  if found then
    return kept;
  end if;
  -- The stamp is read before the grants: whoever changes them meanwhile moves it, and what is kept here is not used again.
  select coalesce((select s.number from access.stamp s where s.account_id = account), 0) into present;
  kept := access.answers(account, for_purpose);
  -- Nobody waits for another to keep it, and a session that looks at an older moment keeps nothing.
  if current_setting('transaction_isolation') <> 'read committed' or not pg_try_advisory_xact_lock(hashtextextended(account::text || for_purpose, 15)) then
    return kept;
  end if;
  insert into access.entry (account_id, purpose, stamp, since, until, reach)
    select account, for_purpose, present, coalesce(max(t.at) filter (where t.at <= now()), '-infinity'), coalesce(min(t.at) filter (where t.at > now()), 'infinity'), kept
    from (select g.valid_from as at from org."grant" g where g.account_id = account
      union all select g.valid_until from org."grant" g where g.account_id = account and g.valid_until is not null
      union all select unnest(array[b.started_at, b.until]) from access.break_glass b where b.account_id = account) t
    on conflict (account_id, purpose) do update set stamp = excluded.stamp, since = excluded.since, until = excluded.until, reach = excluded.reach;
  return kept;
end $$;

-- Begins the session of an actor in a transaction and gives what it reaches. With a sign-in's token, only while it lives and its account is at this version;
-- else nobody acts, nothing is reached, and null is given.
create or replace function access.enter(actor uuid, purpose text, view text, token text, version integer) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  alive boolean;
  kept text;
  said text;
begin
  if token is null then
    select e.reach into kept from access.entry e left join access.stamp t on t.account_id = e.account_id
      where e.account_id = enter.actor and e.purpose = enter.purpose and e.since <= now() and now() < e.until and e.stamp = coalesce(t.number, 0);
  else
    -- As auth.session_of, with what is kept for the account at once.
    select true, e.reach into alive, kept from auth.session s join org.account a on a.id = s."userId"::uuid
      left join access.stamp t on t.account_id = a.id
      left join access.entry e on e.account_id = a.id and e.purpose = enter.purpose and e.since <= now() and now() < e.until and e.stamp = coalesce(t.number, 0)
      where s.token = enter.token and s."expiresAt" > now() and a.active and not a.system and a.id = enter.actor and a.version = enter.version;
    if alive is null then
      said := set_config('anwang.actor', '', true);
      said := set_config('anwang.reach', '', true);
      return null;
    end if;
  end if;
  if kept is null then
    kept := access.reach(actor, purpose);
  end if;
  said := set_config('anwang.actor', actor::text, true);
  said := set_config('anwang.purpose', purpose, true);
  said := set_config('anwang.view', view, true);
  said := set_config('anwang.reach', kept, true);
  return kept;
end $$;

-- The single things a break-glass grant opens now.
create or replace function access.opened(wanted text[], class text, what text) returns setof uuid
  language sql stable rows 2 security definer set search_path = pg_catalog, pg_temp as $$
  select b.target_id from access.break_glass b join org.account a on a.id = b.account_id and a.active
  where b.account_id = access.actor() and b.kind = what and b.started_at <= now() and now() < b.until and b.ended_at is null
    and exists (select from access.rule r where r.role = 'breakGlass' and r.action = any (wanted) and r.purpose = access.purpose() and class = any (r.classes))
$$;

-- Cases the actor works on now, and cases shared with the actor or the actor's unit now with the classes their parts hold.
-- (Stated row counts keep the planner from joining these few rows with whole tables.)
create or replace function access.worked_cases() returns setof uuid
  language sql stable rows 30 security definer set search_path = pg_catalog, pg_temp as $$
  select distinct s.case_id from casework.assignment s
  where s.account_id = access.actor() and s.role <> 'supervisor' and s.since <= now() and (s.until is null or now() < s.until)
$$;

create or replace function access.shared_cases(class text, whatever boolean) returns setof uuid
  language sql stable rows 30 security definer set search_path = pg_catalog, pg_temp as $$
  select distinct s.case_id from org.account a
    join casework.share s on (s.to_account = a.id or s.to_unit = a.unit_id) and s.ended_at is null and s.since <= now() and now() < s.until
  where a.id = access.actor()
    and (whatever or exists (select from access.share_part p where p.part = any (s.parts) and class = any (p.classes)))
$$;

-- Does the kind of a grant cover the row as well, when work or shares have been asked already?
drop function if exists access.covers(text, text, text, text, text);
create or replace function access.covers(kind text, id text, county text, district text) returns boolean
  language sql immutable as $$
  select kind in ('national', 'assigned', 'shared') or (kind = 'county' and county = id) or (kind = 'district' and district = id)
$$;

-- Cases reached through work, shares or break-glass; wide reaches (county, district, unit) are columns of the row. Nobody owns a case.
create or replace function access.cases(wanted text, class text) returns setof uuid
  language plpgsql stable rows 60 security definer set search_path = pg_catalog, pg_temp as $$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where ('assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)) and x.within <> 'own' loop
    if 'shared' in (f.kind, f.within) then
      return query select c.id from access.shared_cases(class, class = any (f.classes)) w join casework."case" c on c.id = w
        where (access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
          and ('assigned' not in (f.kind, f.within) or c.id in (select access.worked_cases()));
    elsif class = any (f.classes) then
      return query select c.id from access.worked_cases() w join casework."case" c on c.id = w
        where access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid);
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'case');
end $$;

-- The same without what is there for the shares alone: cases of which the actor sees the class whatever was shared of them.
create or replace function access.whole_cases(wanted text, class text) returns setof uuid
  language plpgsql stable rows 30 security definer set search_path = pg_catalog, pg_temp as $$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x
    where ('assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)) and x.within <> 'own' and class = any (x.classes) loop
    if 'shared' in (f.kind, f.within) then
      return query select c.id from access.shared_cases(class, true) w join casework."case" c on c.id = w
        where (access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
          and ('assigned' not in (f.kind, f.within) or c.id in (select access.worked_cases()));
    else
      return query select c.id from access.worked_cases() w join casework."case" c on c.id = w
        where access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid);
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'case');
end $$;

-- Events of the parts that are shared with the actor or the actor's unit now, as case and type.
create or replace function access.shared_events(wanted text) returns table (case_id uuid, type text)
  language plpgsql stable rows 100 security definer set search_path = pg_catalog, pg_temp as $$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, '')) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where 'shared' in (x.kind, x.within) and x.within <> 'own' loop
    return query select distinct s.case_id, e from org.account a
        join casework.share s on (s.to_account = a.id or s.to_unit = a.unit_id) and s.ended_at is null and s.since <= now() and now() < s.until
        join casework."case" c on c.id = s.case_id
        join access.share_part p on p.part = any (s.parts) cross join unnest(p.events) e
      where a.id = access.actor() and (access.covers(f.kind, f.id, c.county, c.district) or (f.kind = 'unit' and c.unit_id = f.id::uuid))
        and ('assigned' not in (f.kind, f.within) or c.id in (select access.worked_cases()));
  end loop;
end $$;

-- Reports reached through the cases they belong to, as one's own under a reach narrower than a county, or through break-glass. No report is shared.
create or replace function access.reports(wanted text, class text) returns setof uuid
  language plpgsql stable rows 60 security definer set search_path = pg_catalog, pg_temp as $$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where class = any (x.classes) and 'shared' not in (x.kind, x.within) loop
    if 'assigned' in (f.kind, f.within) then
      return query select r.id from access.worked_cases() w join casework.case_report cr on cr.case_id = w join intake.report r on r.id = cr.report_id
        where ('own' not in (f.kind, f.within) or r.created_by = access.actor())
          and (f.kind = 'own' or access.covers(f.kind, f.id, r.county, r.district) or (f.kind = 'unit' and exists (
            select from placed.report_held d where d.report_id = r.id and d.unit_id = f.id::uuid)));
    elsif f.within = 'own' and f.kind = 'district' then
      return query select r.id from intake.report r where r.created_by = access.actor() and r.district = f.id;
    elsif f.within = 'own' and f.kind = 'unit' then
      return query select r.id from placed.report_held d join intake.report r on r.id = d.report_id and r.created_by = access.actor()
        where d.unit_id = f.id::uuid;
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'report');
end $$;

-- Persons reached through the cases they belong to (work, shares) or through break-glass. Nobody owns a person.
create or replace function access.persons(wanted text, class text) returns setof uuid
  language plpgsql stable rows 60 security definer set search_path = pg_catalog, pg_temp as $$
declare f record;
begin
  if access.kept(access.key_of('narrow', wanted, class)) is distinct from 't' then
    return;
  end if;
  for f in select * from access.fit(wanted::text[]) x where ('assigned' in (x.kind, x.within) or 'shared' in (x.kind, x.within)) and x.within <> 'own' loop
    if 'shared' in (f.kind, f.within) then
      return query select p.id from access.shared_cases(class, class = any (f.classes)) w
        join casework.case_person cp on cp.case_id = w and (cp.until is null or now() < cp.until) join people.person p on p.id = cp.person_id
        where (access.covers(f.kind, f.id, p.county, p.district) or (f.kind = 'unit' and exists (
            select from people.reach x where x.person_id = p.id and x.unit_id = f.id::uuid and (x.until is null or now() < x.until))))
          and ('assigned' not in (f.kind, f.within) or exists (select from access.worked_cases() o
            join casework.case_person op on op.case_id = o and op.person_id = p.id and (op.until is null or now() < op.until)));
    elsif class = any (f.classes) then
      return query select p.id from access.worked_cases() w
        join casework.case_person cp on cp.case_id = w and (cp.until is null or now() < cp.until) join people.person p on p.id = cp.person_id
        where access.covers(f.kind, f.id, p.county, p.district) or (f.kind = 'unit' and exists (
          select from people.reach x where x.person_id = p.id and x.unit_id = f.id::uuid and (x.until is null or now() < x.until)));
    end if;
  end loop;
  return query select access.opened(wanted::text[], class, 'person');
end $$;

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
      -- Who was called a victim and is no longer: whatever is hidden of them is not for this side any more.
      and (cp.until is null or now() < cp.until)
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
create or replace function access.alone(wanted text) returns uuid language sql stable parallel safe
  return case when cardinality(access.view()) = 1 and access.kept(access.key_of('alone', wanted, '')) = 't' then (access.view())[1] end;

-- The actor's relatives: nobody decides on a family of their own.
create or replace function access.relatives() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as materialized (select access.own_people(access.actor()) as id)
  select coalesce(array_agg(distinct x.id), '{}') from (
    select o.id from own o
    union all
    select people.beside(array(select o.id from own o))
    union all
    select people.housemates(array(select o.id from own o))
    union all
    select m2.person_id from own o join people.household_member m1 on m1.person_id = o.id and m1.valid_until is null
      join people.household_member m2 on m2.household_id = m1.household_id and m2.valid_until is null) x
$$;

-- Whether the actor may be of somebody's family: a casework policy asks this once before it looks at any.
create or replace function access.may_be_kin() returns boolean language sql stable parallel safe
  return coalesce(access.kept('person') = 't', false);

-- The public's own report: found by number and the hash of its code, both said inside the transaction.
create or replace function access.receipt_reports() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.report_id from intake.receipt r
  where r.number = nullif(current_setting('anwang.receipt_number', true), '')
    and r.code_hash = decode(nullif(current_setting('anwang.receipt_code', true), ''), 'hex') and r.expires_at > now()
$$;

-- Where a thing lies, for opening it in an emergency: its county, and of a case whose it is, who is to be told. Nothing more.
drop function if exists access.place_of(text, uuid);
create function access.place_of(what text, target uuid) returns table (county text, unit_id uuid, lead_id uuid, number text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.county, x.unit_id, x.lead_id, x.number from (
    select 'case' as kind, c.id, c.county, c.unit_id, c.lead_id, c.number from casework."case" c where what = 'case' and c.id = target
    union all select 'report', r.id, r.county, null, null, null from intake.report r where what = 'report' and r.id = target
    union all select 'person', p.id, p.county, null, null, null from people.person p where what = 'person' and p.id = target) x
  where access.may('{breakglass.use}')
$$;

-- The posts that the present actor holds now.
create or replace function access.posts() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct g.role || ':' || g.reach_kind || ':' || g.reach_id), '{}')
  from org."grant" g join org.account a on a.id = g.account_id and a.active
  where g.account_id = access.actor() and g.reach_kind in ('unit', 'county') and g.valid_from <= now() and (g.valid_until is null or now() < g.valid_until)
$$;
