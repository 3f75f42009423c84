-- What the serving roles may call, and what runs with the owner's eyes: the queue, the vault. Everything else is closed.

alter table access.rule enable row level security;
alter table access.share_part enable row level security;
alter table access.place enable row level security;
alter table access.stamp enable row level security;
alter table access.entry enable row level security;
alter table vault.entry enable row level security;
alter table system.task enable row level security;
alter table system.later_job enable row level security;

revoke execute on all functions in schema access, system from public;
grant usage on schema access, system, graphile_worker to anwang_app, anwang_worker;
revoke usage on schema graphile_worker from anwang_app;
grant execute on all functions in schema access to anwang_app, anwang_worker;
-- What an actor reaches is begun with, not asked for: only entering works it out.
revoke execute on function access.answers, access.reach from anwang_app, anwang_worker;
grant execute on function system.enqueue, system.dismiss to anwang_app, anwang_worker;
grant execute on function system.bring_due to anwang_worker;

-- The queue's tables hold ids only; the worker serves them all.
grant select, insert, update, delete on all tables in schema graphile_worker to anwang_worker;
grant usage on all sequences in schema graphile_worker to anwang_worker;
grant execute on all functions in schema graphile_worker to anwang_worker;
do $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'graphile_worker' and c.relkind = 'r' loop
    execute format('create policy worker_all on graphile_worker.%I to anwang_worker using (true) with check (true)', t.relname);
  end loop;
end $$;

-- Putting in the reporter's identity: whoever may take a report. Taking it out goes through vault.open alone.
create or replace function vault.put(entry_id uuid, report uuid, in_county text, subject uuid, key text, content bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may('{report.create,report.append}') then
    raise exception 'not allowed to take reports' using errcode = '42501';
  end if;
  insert into vault.entry (id, kind, report_id, county, subject_id, key_id, sealed, created_by)
  values (entry_id, 'reporter', report, in_county, subject, key, content, access.actor());
end $$;

-- The one way to a reporter's identity: checks the grant for this very report and puts the opening on record before it returns anything.
create or replace function vault.open(report uuid, why text, via text, reason uuid) returns table (id uuid, key_id text, sealed bytea)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  report_county text;
begin
  if length(btrim(coalesce(why, ''))) < 5 then
    raise exception 'a reason is needed' using errcode = 'AW004';
  end if;
  select r.county into report_county from intake.report r where r.id = report;
  if report_county is null or not coalesce(report_county = any (access.counties('{reporter.open}', 'reporter')), false) then
    raise exception 'not allowed to open the reporter of this report' using errcode = '42501';
  end if;
  insert into audit.entry (actor_id, county, purpose, route, action, row_count, ids, detail)
  values (access.actor(), report_county, access.purpose(), via, 'reporter.open',
    (select count(*) from vault.entry e where e.report_id = report), array[report], jsonb_build_object('reason', reason));
  return query select e.id, e.key_id, e.sealed from vault.entry e where e.report_id = report;
end $$;

revoke execute on all functions in schema vault from public;
grant execute on function vault.put, vault.open to anwang_app, anwang_worker;

-- Sign-in works under its own role and sees nothing but its own tables.
grant usage on schema auth to anwang_auth;
grant select, insert, update, delete on all tables in schema auth to anwang_auth;

-- Functions of the contexts check for themselves what they give.
grant execute on all functions in schema org, people, intake, casework, network, files, erasure to anwang_app, anwang_worker;
revoke execute on all functions in schema erasure from anwang_app, anwang_worker;
revoke execute on function intake.family_holds from anwang_app, anwang_worker;

-- What each unit of a county carries: its open cases, and what was sent to it and nobody has answered; numbers for whoever plans the units and may read neither.
drop function if exists org.open_cases(text);
create function org.open_cases(in_county text) returns table (unit_id uuid, open_cases integer, waiting integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.unit_id, sum(x.cases)::integer, sum(x.dispatches)::integer from (
    select c.unit_id, 1 as cases, 0 as dispatches from casework."case" c where c.county = in_county and c.status not in ('closed', 'notOpened')
    union all
    select d.unit_id, 0, 1 from intake.dispatch d where d.county = in_county and d.status in ('sent', 'upheld', 'disputed')) x
  where in_county = any (access.counties('{admin.units}', 'basic')::text[])
  group by x.unit_id
$$;
revoke execute on function org.open_cases from public;
grant execute on function org.open_cases to anwang_app, anwang_worker;

-- What would be left without anybody if an account were closed: open cases it leads, and open cases of units of which it is the only supervisor. Numbers only, for
-- whoever keeps the accounts of that county.
drop function if exists org.account_burden(uuid);
create function org.account_burden(of_account uuid) returns table (leads integer, alone integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    select a.id, a.county from org.account a
    where a.id = of_account and a.county = any (access.counties('{admin.users}', 'basic')::text[])
  ), supervising as (
    select g.account_id, g.reach_id::uuid as unit_id from org."grant" g join org.account a on a.id = g.account_id and a.active
    where g.role = 'supervisor' and g.reach_kind = 'unit' and (g.valid_until is null or g.valid_until > now())
  )
  select
    (select count(*)::integer from casework."case" c join held h on h.id = c.lead_id and h.county = c.county where c.status not in ('closed', 'notOpened')),
    (select count(*)::integer from casework."case" c join held h on h.county = c.county
      where c.status not in ('closed', 'notOpened')
        and c.unit_id in (select s.unit_id from supervising s where s.account_id = h.id)
        and not exists (select from supervising s where s.unit_id = c.unit_id and s.account_id <> h.id))
  from held
$$;
revoke execute on function org.account_burden from public;
grant execute on function org.account_burden to anwang_app, anwang_worker;

-- The log by person. `@>` is not leakproof, so under row-level security it may not use the index itself; this asks the index with the owner's eyes and gives
-- numbers of rows, which the reader's own policy then lets through or not.
create or replace function audit.of_person(person uuid) returns setof bigint
  language sql stable security definer rows 200 set search_path = pg_catalog, pg_temp as $$
  select e.id from audit.entry e where e.person_ids @> array[person] and e.person_ids <> '{}' and access.may('{audit.read}')
$$;
revoke execute on function audit.of_person from public;
grant execute on function audit.epoch, audit.of_person to anwang_app, anwang_worker;

-- Which report or case carries a number, and which number a thing of the log carries: for whoever audits its county and may read neither.
create or replace function audit.find_thing(typed text) returns table (kind text, id uuid, number text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'report', r.id, r.number from intake.report r where r.number = typed and r.county = any (access.counties('{audit.read}', 'basic')::text[])
  union all
  select 'case', c.id, c.number from casework."case" c where c.number = typed and c.county = any (access.counties('{audit.read}', 'basic')::text[])
$$;
create or replace function audit.numbers_of(things uuid[]) returns table (kind text, id uuid, number text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'report', r.id, r.number from intake.report r where r.id = any (things) and r.county = any (access.counties('{audit.read}', 'basic')::text[])
  union all
  select 'case', c.id, c.number from casework."case" c where c.id = any (things) and c.county = any (access.counties('{audit.read}', 'basic')::text[])
$$;
revoke execute on function audit.find_thing, audit.numbers_of from public;
grant execute on function audit.find_thing, audit.numbers_of to anwang_app, anwang_worker;
alter table audit.era enable row level security;

-- Hidden contacts whose day of review has come, each told once. The clock sees ids only, never what is hidden or from whom.
create or replace function people.shields_to_review(today date, most integer) returns table (contact_id uuid, person_id uuid, county text)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update people.contact c set review_told_at = now()
  where c.id in (select d.id from people.contact d where d.hidden and d.review_told_at is null and d.review_on <= shields_to_review.today
      and (select access.holds('{clock}')) order by d.review_on limit shields_to_review.most)
  returning c.id, c.person_id, c.county
$$;
revoke execute on function people.shields_to_review from public;
grant execute on function people.shields_to_review to anwang_app, anwang_worker;

-- A family in service was reported again: the leads of its open cases and their supervisors are told. Only of those whom the report is about or who are its
-- victims; that somebody was reported as the other side is told to nobody here. Runs with the owner's eyes, since the matcher reads no cases; returns nothing.
create or replace function system.tell_repeat(report uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with told as (
    select distinct c.id, c.number, c.county, c.unit_id, c.lead_id, c.programme, c.pack_version
    from intake.report_person rp
      join casework.case_person cp on cp.person_id = rp.person_id and cp.until is null and cp.role in ('subject', 'victim')
      join casework."case" c on c.id = cp.case_id and c.status not in ('closed', 'notOpened')
    where rp.report_id = tell_repeat.report and rp.role in ('subject', 'victim')
      and (select access.may('{report.create,report.append,person.link}')))
  insert into system.notice (county, kind, to_account, to_post, case_id, report_id, ref, programme, pack_version, once)
  select county, 'report.repeat', lead_id, null, id, tell_repeat.report, number, programme, pack_version, 'report.repeat:' || id || ':' || tell_repeat.report || ':' || lead_id
    from told where lead_id is not null
  union all
  select county, 'report.repeat', null, 'supervisor:unit:' || unit_id, id, tell_repeat.report, number, programme, pack_version, 'report.repeat:' || id || ':' || tell_repeat.report || ':supervisor:unit:' || unit_id
    from told
  on conflict do nothing
$$;
revoke execute on function system.tell_repeat from public;
grant execute on function system.tell_repeat to anwang_app, anwang_worker;

-- Something was added to a report that has become a case, or was sent to a unit that has not answered yet: those who act on it now are told, each addition once.
-- Whoever did it need not be told; of a case that has ended the supervisor hears, who may reopen it. Runs with the owner's eyes, since a reporter sees neither cases nor dispatches; returns nothing.
create or replace function system.tell_addition(report uuid, addition uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with told as (
    select c.id, c.number, c.county, c.unit_id, case when c.status in ('closed', 'notOpened') then null else c.lead_id end as lead_id, c.programme, c.pack_version
    from casework.case_report cr join casework."case" c on c.id = cr.case_id
    where cr.report_id = tell_addition.report
      and exists (select from intake.addition a where a.id = tell_addition.addition and a.report_id = tell_addition.report)
      and (select access.may('{report.create,report.append}'))), notices as (
  select county, 'report.addition' as kind, lead_id as account, null as post, id as case_id, number as ref, programme, pack_version from told where lead_id is not null
  union all
  select county, 'report.addition', null, 'supervisor:unit:' || unit_id, id, number, programme, pack_version from told
  union all
  select d.county, 'dispatch.addition', null, 'supervisor:unit:' || d.unit_id, null, r.number, d.programme, null
    from intake.dispatch d join intake.report r on r.id = d.report_id
    where d.report_id = tell_addition.report and d.case_id is null and d.status in ('sent', 'upheld') and (select access.may('{report.create,report.append}')))
  insert into system.notice (county, kind, to_account, to_post, case_id, report_id, ref, programme, pack_version, once)
  select county, kind, account, post, case_id, tell_addition.report, ref, programme, pack_version,
    kind || ':' || tell_addition.addition || ':' || coalesce(case_id::text, '') || ':' || coalesce(account::text, post)
  from notices where account is distinct from (select access.actor())
  on conflict do nothing
$$;
revoke execute on function system.tell_addition from public;
grant execute on function system.tell_addition to anwang_app, anwang_worker;
