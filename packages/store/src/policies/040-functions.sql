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
revoke execute on function access.answers, access.reach, access.may_be_related, access.own_people from anwang_app, anwang_worker;
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
revoke execute on function intake.family_holds, people.of_family, people.beside from anwang_app, anwang_worker;

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

-- What would be left without anybody if an account kept only these rights, and belonged to this unit (null: to none): open cases that it leads and could lead no
-- longer; open cases, and dispatches that wait, of units of which it is the only supervisor. Numbers only, for whoever keeps the accounts of that county.
drop function if exists org.account_burden(uuid);
drop function if exists org.left_alone(uuid, uuid, jsonb);
create function org.left_alone(of_account uuid, stays_in uuid, keeps jsonb) returns table (leads integer, cases integer, dispatches integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    select a.id, a.county from org.account a
    where a.id = of_account and a.county = any (access.counties('{admin.users}', 'basic')::text[])
  ), kept as (
    select k.role, k.unit from jsonb_to_recordset(keeps) k(role text, unit uuid)
  ), alone as (
    select distinct g.reach_id::uuid as unit from org."grant" g join held h on h.id = g.account_id
    where g.role = 'supervisor' and g.reach_kind = 'unit' and (g.valid_until is null or g.valid_until > now())
      and not exists (select from kept k where k.role = 'supervisor' and k.unit = g.reach_id::uuid)
      and not org.has_supervisor(g.reach_id::uuid, h.id)
  )
  select
    (select count(*)::integer from casework."case" c join held h on h.id = c.lead_id and h.county = c.county
      where c.status not in ('closed', 'notOpened')
        and not (c.unit_id is not distinct from stays_in and exists (select from kept k where k.role in ('leadWorker', 'supervisor') and k.unit = c.unit_id))),
    (select count(*)::integer from casework."case" c join alone on alone.unit = c.unit_id where c.status not in ('closed', 'notOpened')),
    (select count(*)::integer from intake.dispatch d join alone on alone.unit = d.unit_id where d.status in ('sent', 'upheld', 'disputed'))
  from held
$$;
revoke execute on function org.left_alone from public;
grant execute on function org.left_alone to anwang_app, anwang_worker;

-- Whose leads and supervisors must be seen to before their right runs out, or has run out already: open cases whose lead may lead them until `before` and no longer.
drop function if exists org.duties_ending(timestamptz);
create function org.duties_ending(before timestamptz) returns table (county text, unit_id uuid, account_id uuid, username text, ends timestamptz, cases integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.county, c.unit_id, a.id, a.username, r.ends, count(*)::integer
  from casework."case" c join org.account a on a.id = c.lead_id
    cross join lateral (
      select case when not a.active or a.unit_id is distinct from c.unit_id then '-infinity'::timestamptz
        else coalesce(max(coalesce(g.valid_until, 'infinity')), '-infinity') end as ends
      from org."grant" g where g.account_id = a.id and g.role in ('leadWorker', 'supervisor') and g.reach_kind = 'unit' and g.reach_id = c.unit_id::text) r
  where c.status not in ('closed', 'notOpened') and r.ends < before and (select access.holds('{clock}'))
  group by 1, 2, 3, 4, 5
$$;
revoke execute on function org.duties_ending from public;
grant execute on function org.duties_ending to anwang_app, anwang_worker;

-- Visits under way whose end has passed and of which nobody told that it is over; those of the last day, so that a forgotten one does not come for ever.
drop function if exists casework.visits_overdue(timestamptz);
create function casework.visits_overdue(at timestamptz)
  returns table (plan uuid, case_id uuid, county text, unit_id uuid, number text, programme text, pack_version text, expected_until timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.id, c.id, c.county, c.unit_id, c.number, c.programme, c.pack_version, v.expected_until
  from casework.planned_visit v join casework."case" c on c.id = v.case_id
  where v.goes and v.status in ('open', 'lapsed') and v.expected_until < visits_overdue.at and v.expected_until > visits_overdue.at - interval '1 day'
    and (select access.holds('{clock}'))
$$;
revoke execute on function casework.visits_overdue from public;
grant execute on function casework.visits_overdue to anwang_app, anwang_worker;

-- Calls for support that nobody has taken up and that were told above: who calls, since when and from where, for whoever is told of them and may read no case.
-- `steps`: how far its clock has told when those above were. Where one goes is a contact that is hidden from nobody.
drop function if exists casework.calls_told(integer);
create function casework.calls_told(steps integer)
  returns table (call text, case_id uuid, number text, unit_id uuid, by_account uuid, started_at timestamptz, due_at timestamptz,
    said bytea, plan_said bytea, contact_kind text, contact bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.instance, c.id, c.number, c.unit_id, e.actor_id, k.started_at, k.due_at, e.sealed, p.sealed, t.kind, t.sealed
  from casework.clock k join casework."case" c on c.id = k.case_id
    join casework.event e on e.case_id = k.case_id and e.type = 'supportCalled' and e.facts ->> 'call' = k.instance
    -- The plan that was named; where none was, the one under way, or the open one of that hour, of whoever calls.
    left join lateral (select v.said_by from casework.planned_visit v where v.case_id = c.id and v.goes and v.status <> 'passedOn'
      and (v.id::text = e.facts ->> 'plan' or e.facts ->> 'plan' is null and v.account_id = e.actor_id and v.status = 'open'
        and (v.expected_until is not null or v.planned_at between e.happened_at - interval '3 hours' and e.happened_at + interval '1 hour'))
      order by v.expected_until desc nulls last, v.planned_at desc limit 1) v on true
    left join casework.event p on p.case_id = c.id and p.id = v.said_by
    left join people.contact t on t.id::text = p.facts ->> 'contact' and not t.hidden and t.valid_until is null
  where k.rule = 'support-call' and k.stopped_at is null and k.escalated >= calls_told.steps
    and c.county = any ((select access.counties('{support.told}', 'contact'))::text[])
  order by k.due_at limit 50
$$;
revoke execute on function casework.calls_told from public;
grant execute on function casework.calls_told to anwang_app, anwang_worker;

-- Time limits that have passed (of the one that runs now it was told above): whose and since when, for whoever is told of them and may read no case.
create or replace function casework.clocks_told()
  returns table (number text, programme text, pack_version text, unit_id uuid, lead_id uuid, rule text, started_at timestamptz, due_at timestamptz, case_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.number, c.programme, c.pack_version, c.unit_id, c.lead_id, k.rule, k.started_at, k.due_at, c.id
  from casework.clock k join casework."case" c on c.id = k.case_id
  where k.stopped_at is null and k.paused_at is null
    and c.county = any ((select access.counties('{clock.told}', 'basic'))::text[])
    and exists (select from system.notice n where n.case_id = c.id and n.kind = 'clock.overdue' and n.rule = k.rule
      and n.due_at = k.due_at and n.to_post = 'director:county:' || c.county)
  order by k.due_at limit 200
$$;
revoke execute on function casework.clocks_told from public;
grant execute on function casework.clocks_told to anwang_app, anwang_worker;

-- The log by person. `@>` is not leakproof, so under row-level security it may not use the index itself; this asks the index with the owner's eyes and gives
-- numbers of rows, which the reader's own policy then lets through or not.
create or replace function audit.of_person(person uuid) returns setof bigint
  language sql stable security definer rows 200 set search_path = pg_catalog, pg_temp as $$
  select e.id from audit.entry e where e.person_ids @> array[person] and e.person_ids <> '{}' and access.may('{audit.read}')
$$;
-- The same by any thing: a case, a report, an account.
create or replace function audit.of_thing(thing uuid) returns setof bigint
  language sql stable security definer rows 200 set search_path = pg_catalog, pg_temp as $$
  select e.id from audit.entry e where e.ids @> array[thing] and e.ids <> '{}' and access.may('{audit.read}')
$$;
revoke execute on function audit.of_person, audit.of_thing from public;
grant execute on function audit.epoch, audit.of_person, audit.of_thing to anwang_app, anwang_worker;
grant execute on function audit.tidy to anwang_worker;

-- Every verification that found something stands in the log as well, where nobody removes a row unseen. The auditor's page holds the results against it: they lie in a table of
-- their own, from which whoever owns the database could delete the one that accuses.
create or replace function audit.noted_findings() returns table (whole boolean, from_block bigint, to_block bigint, findings integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (e.detail ->> 'whole')::boolean, (e.detail ->> 'from')::bigint, (e.detail ->> 'to')::bigint, e.row_count
  from audit.entry e where e.action = 'audit.verify' and e.row_count > 0 and e.detail ? 'to' and access.may('{audit.read}')
$$;
revoke execute on function audit.noted_findings from public;
grant execute on function audit.noted_findings to anwang_app, anwang_worker;

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
  union all
  select 'actor', a.id, a.name from org.account a where a.id = any (things) and a.county = any (access.counties('{audit.read}', 'basic')::text[])
  union all
  select 'unit', u.id, u.name_zh from org.unit u where u.id = any (things) and u.county = any (access.counties('{audit.read}', 'basic')::text[])
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
-- victims; that somebody was reported as the other side is told to nobody here. What another case was handed over with is no report: of that they hear that it comes
-- or goes, without the county, and not where the one who moves is the victim of an offender's case. Runs with the owner's eyes, since the matcher reads no cases;
-- returns nothing.
create or replace function system.tell_repeat(report uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with told as (
    select distinct c.id, c.number, c.county, c.unit_id, c.lead_id, c.programme, c.pack_version,
      case when t.id is null then 'report.repeat' when t.county = c.county then 'transfer.leaving' else 'transfer.coming' end as kind
    from intake.report_person rp
      join casework.case_person cp on cp.person_id = rp.person_id and cp.until is null and cp.role in ('subject', 'victim')
      join casework."case" c on c.id = cp.case_id and c.status not in ('closed', 'notOpened')
      left join casework.transfer t on t.report_id = rp.report_id
    where rp.report_id = tell_repeat.report and rp.role in ('subject', 'victim')
      -- Not of the case itself that was handed over by it.
      and t.case_id is distinct from c.id and (t.id is null or c.side <> 'offender' or cp.role = 'subject')
      and (select access.may('{report.create,report.append,person.link}')))
  insert into system.notice (county, kind, to_account, to_post, case_id, report_id, ref, programme, pack_version, once)
  select county, kind, lead_id, null, id, tell_repeat.report, number, programme, pack_version, 'report.repeat:' || id || ':' || tell_repeat.report || ':' || lead_id
    from told where lead_id is not null
  union all
  select county, kind, null, 'supervisor:unit:' || unit_id, id, tell_repeat.report, number, programme, pack_version, 'report.repeat:' || id || ':' || tell_repeat.report || ':supervisor:unit:' || unit_id
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

-- Somebody in an open case turned out to be somebody else: its lead and supervisor are told, each decision once. Whoever decides reads no cases; returns nothing.
create or replace function system.tell_replaced(decision uuid, in_case uuid, event text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with told as (
    select c.id, c.number, c.county, c.unit_id, c.lead_id, c.programme, c.pack_version, tell_replaced.event || ':' || d.id || ':' || c.id as once
    from people.own_decision(tell_replaced.decision) d
      join people.decision_move m on m.decision_id = d.id and m.what = 'case' and m.row_id = tell_replaced.in_case
      join casework."case" c on c.id = m.row_id and c.status not in ('closed', 'notOpened'))
  insert into system.notice (county, kind, to_account, to_post, case_id, ref, programme, pack_version, once)
  select county, 'case.person', lead_id, null, id, number, programme, pack_version, 'case.person:' || once || ':' || lead_id from told where lead_id is not null
  union all
  select county, 'case.person', null, 'supervisor:unit:' || unit_id, id, number, programme, pack_version, 'case.person:' || once || ':supervisor:unit:' || unit_id from told
  on conflict do nothing
$$;
revoke execute on function system.tell_replaced from public;
grant execute on function system.tell_replaced to anwang_app, anwang_worker;

-- The number of what an emergency access opened: whoever judges it must know which case it was, and need not see the case.
create or replace function access.number_of_use(use uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select c.number from casework."case" c where b.kind = 'case' and c.id = b.target_id), (select r.number from intake.report r where b.kind = 'report' and r.id = b.target_id))
  from access.break_glass b where b.id = number_of_use.use and (
    b.account_id = (select access.actor()) or b.county = any (access.counties('{breakglass.review}', 'basic')::text[])
    or b.unit_id = any (access.units('{breakglass.review}', 'basic')::uuid[]))
$$;
revoke execute on function access.number_of_use from public;
grant execute on function access.number_of_use to anwang_app, anwang_worker;

-- Who somebody is now: an id that was joined to another leads there. Says nothing else; the file opens under the reader's own rights.
create or replace function people.stands_for(person uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.merged_into from people.person p where p.id = stands_for.person and p.merged_into is not null
    and (select access.may('{person.read}'))
$$;
revoke execute on function people.stands_for from public;
grant execute on function people.stands_for to anwang_app, anwang_worker;

-- Who of these people may turn out to be somebody whom the index knows already: a pair about a row of theirs waits for a decision (docs/decisions/0084).
-- Says only that, never of whom: the other one is out of reach. Told to whoever reads identifiers of such people, so to no partner to whom a case is shared.
create or replace function people.identity_open(persons uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct k.person_id from people.link k join people.link c on c.record_id = k.record_id and c.state = 'candidate'
  where k.person_id = any (identity_open.persons) and k.state = 'confirmed' and (
    exists (select from people.person p where p.id = k.person_id and (
      p.county = any (access.counties('{person.read,person.search,family.read,person.link}', 'identifier')) or p.district = any (access.districts('{person.read,person.search,family.read,person.link}', 'identifier'))))
    or exists (select from placed.person_held x where x.person_id = k.person_id and x.unit_id = any (access.units('{person.read,person.search,family.read,person.link}', 'identifier')))
    or k.person_id in (select access.persons('{person.read,person.search,family.read,person.link}', 'identifier')))
$$;
revoke execute on function people.identity_open from public;
grant execute on function people.identity_open to anwang_app, anwang_worker;

-- What the clock needs of cases to reckon their clocks anew when the calendar has changed: the statement each is pinned to, and what happened, without what was said.
-- The cases are locked until the end of the transaction, so that nobody writes on them meanwhile; in the order of their ids, so that two who lock many never wait for each other.
create or replace function casework.clock_grounds(in_cases uuid[]) returns table (id uuid, programme text, pack_version text, county text)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.programme, c.pack_version, c.county from casework."case" c
  where c.id = any (in_cases) and (select access.holds('{clock}')) order by c.id for no key update of c
$$;
create or replace function casework.clock_events(in_cases uuid[])
  returns table (id uuid, case_id uuid, seq integer, type text, schema_version integer, recorded_at timestamptz, happened_at timestamptz, actor_id uuid, facts jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.case_id, e.seq, e.type, e.schema_version, e.recorded_at, e.happened_at, e.actor_id, e.facts
  from casework.event e where e.case_id = any (in_cases) and (select access.holds('{clock}')) order by e.case_id, e.seq
$$;
-- How many open cases of a county are pinned to which statement, for who keeps its rules: numbers and nothing else.
create or replace function casework.pinned_versions(of_programme text) returns table (pack_version text, cases integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.pack_version, count(*)::integer from casework."case" c
  where c.county = any ((select access.counties('{statement.read}', 'basic'))::text[]) and c.programme = of_programme and c.status not in ('closed', 'notOpened')
  group by c.pack_version order by c.pack_version
$$;
revoke execute on function casework.pinned_versions from public;
grant execute on function casework.pinned_versions to anwang_app, anwang_worker;
-- A case goes over, once the adoption was decided on and as long as nobody has written on it since it was read. The event is the only one that the clock may write.
create or replace function casework.adopt_statement(of_adoption uuid, happened json, ground json, clocks json) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  e casework.event := json_populate_record(null::casework.event, happened);
  g casework."case" := json_populate_record(null::casework."case", ground);
begin
  if not access.holds('{clock}') or e.type <> 'statementAdopted' or e.actor_id <> access.actor() or e.sealed is not null then
    raise exception 'not the clock''s to write' using errcode = '42501';
  end if;
  perform from casework."case" c join casework.adoption a on a.county = c.county and a.programme = c.programme
    where c.id = e.case_id and c.version = e.seq - 1 and c.county = e.county and a.id = of_adoption and a.status = 'approved' and a.to_version = g.pack_version
    for no key update of c;
  if not found then
    return false;
  end if;
  insert into casework.event (case_id, seq, id, county, type, schema_version, recorded_at, happened_at, actor_id, facts)
    values (e.case_id, e.seq, e.id, e.county, e.type, e.schema_version, e.recorded_at, e.happened_at, e.actor_id, e.facts);
  update casework."case" c set pack_version = g.pack_version, stage = g.stage, next_due = g.next_due, next_rule = g.next_rule, version = g.version where c.id = e.case_id;
  insert into casework.clock as k (case_id, county, rule, instance, started_at, due_at, paused_at, stopped_at, outcome, escalated)
    select e.case_id, e.county, n.rule, n.instance, n.started_at, n.due_at, n.paused_at, n.stopped_at, n.outcome, n.escalated
    from json_populate_recordset(null::casework.clock, clocks) n
    on conflict (case_id, rule, instance) do update set started_at = excluded.started_at, due_at = excluded.due_at, paused_at = excluded.paused_at,
      stopped_at = excluded.stopped_at, outcome = excluded.outcome, escalated = excluded.escalated;
  return true;
end $$;
revoke execute on function casework.adopt_statement from public;
grant execute on function casework.adopt_statement to anwang_app, anwang_worker;
create or replace function casework.put_clocks(rows json) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into casework.clock as k (case_id, county, rule, instance, started_at, due_at, paused_at, stopped_at, outcome, escalated)
    select n.case_id, c.county, n.rule, n.instance, n.started_at, n.due_at, n.paused_at, n.stopped_at, n.outcome, n.escalated
    from json_populate_recordset(null::casework.clock, rows) n join casework."case" c on c.id = n.case_id where (select access.holds('{clock}'))
    on conflict (case_id, rule, instance) do update set due_at = excluded.due_at, stopped_at = excluded.stopped_at, outcome = excluded.outcome, escalated = excluded.escalated
$$;
revoke execute on function casework.put_clocks from public;
grant execute on function casework.put_clocks to anwang_app, anwang_worker;
create or replace function casework.set_next_dues(rows json) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update casework."case" c set next_due = n.due, next_rule = n.rule from json_to_recordset(rows) n (id uuid, due timestamptz, rule text)
  where c.id = n.id and (select access.holds('{clock}'))
$$;
-- By when an answer is asked for, and what was told at first; nothing where it stands so already or was answered.
create or replace function network.move_answer(of_referral uuid, due timestamptz) returns table (to_unit uuid, county text)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update network.referral r set answer_due = move_answer.due, first_due = nullif(coalesce(r.first_due, r.answer_due), move_answer.due)
  where r.id = of_referral and r.status = 'sent' and r.answer_due <> move_answer.due and (select access.holds('{clock}')) returning r.to_unit, r.county
$$;
revoke execute on function network.move_answer from public;
grant execute on function network.move_answer to anwang_app, anwang_worker;
-- Notices of steps that were reached by a calendar that does not hold any more: of one case, or of one report, by how what makes them one begins.
create or replace function system.withdraw_notices(of_case uuid, of_report uuid, beginnings text[]) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from system.notice n using unnest(beginnings) b
  where (n.case_id = of_case or n.report_id = of_report) and n.kind in ('clock.due', 'clock.overdue', 'accept.due', 'accept.overdue', 'dispatch.disputed')
    and starts_with(n.once, b) and (select access.holds('{clock}'))
$$;
revoke execute on function casework.clock_grounds, casework.clock_events, casework.set_next_dues, system.withdraw_notices from public;
grant execute on function casework.clock_grounds, casework.clock_events, casework.set_next_dues, system.withdraw_notices to anwang_app, anwang_worker;
