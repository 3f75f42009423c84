-- Generated (npm run generate) from packages/store/src/policies/tables-*.ts. Do not edit.

grant usage on schema access, audit, casework, erasure, files, intake, keys, network, org, people, system, vault to anwang_app, anwang_worker;
grant usage on all sequences in schema audit, system to anwang_app, anwang_worker;

-- org.county (common, basic)
alter table org."county" enable row level security;
revoke all on org."county" from anwang_app, anwang_worker;
grant select on org."county" to anwang_app, anwang_worker;
create policy county_select on org."county" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."county" to anwang_app, anwang_worker;
create policy county_insert on org."county" for insert to anwang_app, anwang_worker
  with check (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{seeder}'))
  );
grant update on org."county" to anwang_app, anwang_worker;
create policy county_update on org."county" for update to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{seeder}'))
  ) with check (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{seeder}'))
  );

-- org.district (county, basic)
alter table org."district" enable row level security;
revoke all on org."district" from anwang_app, anwang_worker;
grant select on org."district" to anwang_app, anwang_worker;
create policy district_select on org."district" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."district" to anwang_app, anwang_worker;
create policy district_insert on org."district" for insert to anwang_app, anwang_worker
  with check (
    (select access.holds('{seeder}'))
  );

-- org.unit (county, basic)
alter table org."unit" enable row level security;
revoke all on org."unit" from anwang_app, anwang_worker;
grant select on org."unit" to anwang_app, anwang_worker;
create policy unit_select on org."unit" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."unit" to anwang_app, anwang_worker;
create policy unit_insert on org."unit" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{admin.units}', 'basic'))::text[])
  );
grant update on org."unit" to anwang_app, anwang_worker;
create policy unit_update on org."unit" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{admin.units}', 'basic'))::text[])
  ) with check (
    county = any ((select access.counties('{admin.units}', 'basic'))::text[])
  );

-- org.unit_district (common, basic)
alter table org."unit_district" enable row level security;
revoke all on org."unit_district" from anwang_app, anwang_worker;
grant select on org."unit_district" to anwang_app, anwang_worker;
create policy unit_district_select on org."unit_district" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."unit_district" to anwang_app, anwang_worker;
create policy unit_district_insert on org."unit_district" for insert to anwang_app, anwang_worker
  with check (
    (((select access.actor()) is not null) and exists (select from org.unit u where u.id = unit_id and u.county = any ((select access.counties('{admin.units}', 'basic'))::text[])))
  );
grant delete on org."unit_district" to anwang_app, anwang_worker;
create policy unit_district_delete on org."unit_district" for delete to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and exists (select from org.unit u where u.id = unit_id and u.county = any ((select access.counties('{admin.units}', 'basic'))::text[])))
  );

-- org.account (county, basic)
alter table org."account" enable row level security;
revoke all on org."account" from anwang_app, anwang_worker;
grant select on org."account" to anwang_app, anwang_worker;
create policy account_select on org."account" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."account" to anwang_app, anwang_worker;
create policy account_insert on org."account" for insert to anwang_app, anwang_worker
  with check (
    ((county = any ((select access.counties('{admin.users}', 'basic'))::text[])) and not system)
  );
grant update on org."account" to anwang_app, anwang_worker;
create policy account_update on org."account" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{admin.users}', 'basic'))::text[])) and not system)
    or (id = (select access.actor()) and not system)
  ) with check (
    ((county = any ((select access.counties('{admin.users}', 'basic'))::text[])) and not system)
    or (id = (select access.actor()) and not system)
  );

-- org.grant (common, basic)
alter table org."grant" enable row level security;
revoke all on org."grant" from anwang_app, anwang_worker;
grant select on org."grant" to anwang_app, anwang_worker;
create policy grant_select on org."grant" for select to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and (account_id = (select access.actor()) or exists (select from org.account a where a.id = account_id and a.county = any ((select access.counties('{admin.users}', 'basic'))::text[]))))
  );
grant insert on org."grant" to anwang_app, anwang_worker;
create policy grant_insert on org."grant" for insert to anwang_app, anwang_worker
  with check (
    (((select access.actor()) is not null) and exists (select from org.account a where a.id = account_id and a.county = any ((select access.counties('{admin.users}', 'basic'))::text[])) and account_id <> (select access.actor()) and ((select access.holds('{seeder}')) or (reach_kind not in ('national', 'none'))))
  );
grant update ("valid_until") on org."grant" to anwang_app, anwang_worker;
create policy grant_update on org."grant" for update to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and exists (select from org.account a where a.id = account_id and a.county = any ((select access.counties('{admin.users}', 'basic'))::text[])) and account_id <> (select access.actor()) and ((select access.holds('{seeder}')) or reach_kind <> 'none'))
  ) with check (
    (((select access.actor()) is not null) and exists (select from org.account a where a.id = account_id and a.county = any ((select access.counties('{admin.users}', 'basic'))::text[])) and account_id <> (select access.actor()) and ((select access.holds('{seeder}')) or reach_kind <> 'none'))
  );

-- org.recovery (county, basic)
alter table org."recovery" enable row level security;
revoke all on org."recovery" from anwang_app, anwang_worker;
grant select on org."recovery" to anwang_app, anwang_worker;
create policy recovery_select on org."recovery" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{account.recover}', 'basic'))::text[])
    or (select access.holds('{clock,seeder}'))
    or account_id = (select access.actor()) or unit_id = any ((select access.units('{account.recover}', 'basic'))::uuid[])
  );
grant insert on org."recovery" to anwang_app, anwang_worker;
create policy recovery_insert on org."recovery" for insert to anwang_app, anwang_worker
  with check (
    (((select access.may('{account.recover}'))) and asked_by = (select access.actor()) and account_id <> (select access.actor()) and (county = any ((select access.counties('{account.recover}', 'basic'))::text[]) or unit_id = any ((select access.units('{account.recover}', 'basic'))::uuid[])))
    or (select access.holds('{seeder}'))
  );
grant update ("status", "decided_by", "decided_how", "decided_at", "done_at") on org."recovery" to anwang_app, anwang_worker;
create policy recovery_update on org."recovery" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{account.recover}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or account_id = (select access.actor()) or unit_id = any ((select access.units('{account.recover}', 'basic'))::uuid[])
  ) with check (
    county = any ((select access.counties('{account.recover}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or account_id = (select access.actor()) or unit_id = any ((select access.units('{account.recover}', 'basic'))::uuid[])
  );

-- org.route (county, basic)
alter table org."route" enable row level security;
revoke all on org."route" from anwang_app, anwang_worker;
grant select on org."route" to anwang_app, anwang_worker;
create policy route_select on org."route" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."route" to anwang_app, anwang_worker;
create policy route_insert on org."route" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{admin.routes}', 'basic'))::text[])
  );
grant update on org."route" to anwang_app, anwang_worker;
create policy route_update on org."route" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{admin.routes}', 'basic'))::text[])
  ) with check (
    county = any ((select access.counties('{admin.routes}', 'basic'))::text[])
  );
grant delete on org."route" to anwang_app, anwang_worker;
create policy route_delete on org."route" for delete to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{admin.routes}', 'basic'))::text[])
  );

-- org.calendar_day (common, basic)
alter table org."calendar_day" enable row level security;
revoke all on org."calendar_day" from anwang_app, anwang_worker;
grant select on org."calendar_day" to anwang_app, anwang_worker;
create policy calendar_day_select on org."calendar_day" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."calendar_day" to anwang_app, anwang_worker;
create policy calendar_day_insert on org."calendar_day" for insert to anwang_app, anwang_worker
  with check (
    (((select access.may('{calendar.import}'))) and ((county is null and (select access.may('{calendar.nation}'))) or county = any ((select access.counties('{calendar.import}', 'basic'))::text[])))
  );
grant update on org."calendar_day" to anwang_app, anwang_worker;
create policy calendar_day_update on org."calendar_day" for update to anwang_app, anwang_worker
  using (
    (((select access.may('{calendar.import}'))) and ((county is null and (select access.may('{calendar.nation}'))) or county = any ((select access.counties('{calendar.import}', 'basic'))::text[])))
  ) with check (
    (((select access.may('{calendar.import}'))) and ((county is null and (select access.may('{calendar.nation}'))) or county = any ((select access.counties('{calendar.import}', 'basic'))::text[])))
  );
grant delete on org."calendar_day" to anwang_app, anwang_worker;
create policy calendar_day_delete on org."calendar_day" for delete to anwang_app, anwang_worker
  using (
    (((select access.may('{calendar.import}'))) and ((county is null and (select access.may('{calendar.nation}'))) or county = any ((select access.counties('{calendar.import}', 'basic'))::text[])))
  );

-- org.calendar_year (common, basic)
alter table org."calendar_year" enable row level security;
revoke all on org."calendar_year" from anwang_app, anwang_worker;
grant select on org."calendar_year" to anwang_app, anwang_worker;
create policy calendar_year_select on org."calendar_year" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on org."calendar_year" to anwang_app, anwang_worker;
create policy calendar_year_insert on org."calendar_year" for insert to anwang_app, anwang_worker
  with check (
    (((select access.may('{calendar.import}'))) and ((county is null and (select access.may('{calendar.nation}'))) or county = any ((select access.counties('{calendar.import}', 'basic'))::text[])))
  );
grant update ("version") on org."calendar_year" to anwang_app, anwang_worker;
create policy calendar_year_update on org."calendar_year" for update to anwang_app, anwang_worker
  using (
    (((select access.may('{calendar.import}'))) and ((county is null and (select access.may('{calendar.nation}'))) or county = any ((select access.counties('{calendar.import}', 'basic'))::text[])))
  ) with check (
    (((select access.may('{calendar.import}'))) and ((county is null and (select access.may('{calendar.nation}'))) or county = any ((select access.counties('{calendar.import}', 'basic'))::text[])))
  );

-- access.break_glass (county, basic)
alter table access."break_glass" enable row level security;
revoke all on access."break_glass" from anwang_app, anwang_worker;
grant select on access."break_glass" to anwang_app, anwang_worker;
create policy break_glass_select on access."break_glass" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{breakglass.review}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or account_id = (select access.actor()) or unit_id = any ((select access.units('{breakglass.review}', 'basic'))::uuid[])
  );
grant insert on access."break_glass" to anwang_app, anwang_worker;
create policy break_glass_insert on access."break_glass" for insert to anwang_app, anwang_worker
  with check (
    (((select access.may('{breakglass.use}'))) and account_id = (select access.actor()))
  );
grant update ("reviewed_by", "reviewed_at", "verdict", "review_note", "supervisor_told_at") on access."break_glass" to anwang_app, anwang_worker;
create policy break_glass_update on access."break_glass" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{breakglass.review}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or unit_id = any ((select access.units('{breakglass.review}', 'basic'))::uuid[])
  ) with check (
    county = any ((select access.counties('{breakglass.review}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or unit_id = any ((select access.units('{breakglass.review}', 'basic'))::uuid[])
  );

-- access.own_number (mine, basic)
alter table access."own_number" enable row level security;
revoke all on access."own_number" from anwang_app, anwang_worker;
grant select on access."own_number" to anwang_app, anwang_worker;
create policy own_number_select on access."own_number" for select to anwang_app, anwang_worker
  using (
    account_id = (select access.actor())
  );
grant insert on access."own_number" to anwang_app, anwang_worker;
create policy own_number_insert on access."own_number" for insert to anwang_app, anwang_worker
  with check (
    account_id = (select access.actor())
    or (select access.may('{admin.users}')) and exists (select from org.account a where a.id = account_id and a.county = any ((select access.counties('{admin.users}', 'basic'))::text[]))
  );
grant delete on access."own_number" to anwang_app, anwang_worker;
create policy own_number_delete on access."own_number" for delete to anwang_app, anwang_worker
  using (
    account_id = (select access.actor())
  );

-- access.recusal (county, basic)
alter table access."recusal" enable row level security;
revoke all on access."recusal" from anwang_app, anwang_worker;
grant select on access."recusal" to anwang_app, anwang_worker;
create policy recusal_select on access."recusal" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{recusal.lift}', 'basic'))::text[])
    or account_id = (select access.actor()) or unit_id = any ((select access.units('{recusal.lift}', 'basic'))::uuid[])
  );
grant insert on access."recusal" to anwang_app, anwang_worker;
create policy recusal_insert on access."recusal" for insert to anwang_app, anwang_worker
  with check (
    account_id = (select access.actor())
  );
grant update ("lifted_at", "lifted_by", "lifted_why") on access."recusal" to anwang_app, anwang_worker;
create policy recusal_update on access."recusal" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{recusal.lift}', 'basic'))::text[])) and account_id <> (select access.actor()))
    or (unit_id = any ((select access.units('{recusal.lift}', 'basic'))::uuid[]) and account_id <> (select access.actor()))
  ) with check (
    ((county = any ((select access.counties('{recusal.lift}', 'basic'))::text[])) and account_id <> (select access.actor()))
    or (unit_id = any ((select access.units('{recusal.lift}', 'basic'))::uuid[]) and account_id <> (select access.actor()))
  );

-- audit.entry (county, basic)
alter table audit."entry" enable row level security;
revoke all on audit."entry" from anwang_app, anwang_worker;
grant select on audit."entry" to anwang_app, anwang_worker;
create policy entry_select on audit."entry" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{audit.read}', 'basic'))::text[])
    or (select access.holds('{sealer}'))
  );
grant insert ("actor_id", "county", "purpose", "route", "action", "query_digest", "row_count", "person_ids", "ids", "break_glass_id", "detail") on audit."entry" to anwang_app, anwang_worker;
create policy entry_insert on audit."entry" for insert to anwang_app, anwang_worker
  with check (
    actor_id = (select access.actor())
  );

-- audit.block (common, basic)
alter table audit."block" enable row level security;
revoke all on audit."block" from anwang_app, anwang_worker;
grant select on audit."block" to anwang_app, anwang_worker;
create policy block_select on audit."block" for select to anwang_app, anwang_worker
  using (
    (select access.may('{audit.read}'))
  );
grant insert on audit."block" to anwang_app, anwang_worker;
create policy block_insert on audit."block" for insert to anwang_app, anwang_worker
  with check (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{sealer}'))
  );

-- audit.reason (county, security)
alter table audit."reason" enable row level security;
revoke all on audit."reason" from anwang_app, anwang_worker;
grant select on audit."reason" to anwang_app, anwang_worker;
create policy reason_select on audit."reason" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{audit.read}', 'security'))::text[])
  );
grant insert on audit."reason" to anwang_app, anwang_worker;
create policy reason_insert on audit."reason" for insert to anwang_app, anwang_worker
  with check (
    actor_id = (select access.actor())
  );

-- audit.verification (common, basic)
alter table audit."verification" enable row level security;
revoke all on audit."verification" from anwang_app, anwang_worker;
grant select on audit."verification" to anwang_app, anwang_worker;
create policy verification_select on audit."verification" for select to anwang_app, anwang_worker
  using (
    (select access.may('{audit.read}'))
    or (select access.holds('{clock}'))
  );
grant insert on audit."verification" to anwang_app, anwang_worker;
create policy verification_insert on audit."verification" for insert to anwang_app, anwang_worker
  with check (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{sealer}'))
  );
grant delete on audit."verification" to anwang_app, anwang_worker;
create policy verification_delete on audit."verification" for delete to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{clock}'))
  );

-- erasure.hold (common, basic)
alter table erasure."hold" enable row level security;
revoke all on erasure."hold" from anwang_app, anwang_worker;
grant select on erasure."hold" to anwang_app, anwang_worker;
create policy hold_select on erasure."hold" for select to anwang_app, anwang_worker
  using (
    (select access.may('{audit.read}'))
  );

-- erasure.tombstone (common, basic)
alter table erasure."tombstone" enable row level security;
revoke all on erasure."tombstone" from anwang_app, anwang_worker;
grant select on erasure."tombstone" to anwang_app, anwang_worker;
create policy tombstone_select on erasure."tombstone" for select to anwang_app, anwang_worker
  using (
    (select access.may('{audit.read,person.link}'))
  );

-- keys.subject (common, basic)
alter table keys."subject" enable row level security;
revoke all on keys."subject" from anwang_app, anwang_worker;
grant select on keys."subject" to anwang_app, anwang_worker;
create policy subject_select on keys."subject" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on keys."subject" to anwang_app, anwang_worker;
create policy subject_insert on keys."subject" for insert to anwang_app, anwang_worker
  with check (
    (select access.actor()) is not null
  );

-- files.file (common, basic)
alter table files."file" enable row level security;
revoke all on files."file" from anwang_app, anwang_worker;
grant select on files."file" to anwang_app, anwang_worker;
create policy file_select on files."file" for select to anwang_app, anwang_worker
  using (
    (select access.holds('{clock}'))
    or (((select access.actor()) is not null) and (scan <> 'infected') and (
        (report_id is not null and (select access.may('{file.read}')) and exists (select from intake.report r where r.id = report_id))
        or (case_id is not null and (select access.may('{file.read,case.read}')) and (county = any ((select access.counties('{case.read}', 'narrative'))::text[])
          or case_id in (select access.whole_cases('{case.read}', 'narrative'))
          or exists (select from placed."case" c where c.id = case_id and (
          c.unit_id = any ((select access.units('{case.read}', 'narrative'))::uuid[])
          or c.district = any ((select access.districts('{case.read}', 'narrative'))::text[])) offset 0)))
        or (person_id is not null and (select access.may('{file.read,person.read}')) and exists (select from people.person p where p.id = person_id))))
    or created_by = (select access.actor()) and (state = 'uploading' or created_at = now())
  );
grant insert on files."file" to anwang_app, anwang_worker;
create policy file_insert on files."file" for insert to anwang_app, anwang_worker
  with check (
    (((select access.may('{file.write}'))) and created_by = (select access.actor()))
  );
grant update on files."file" to anwang_app, anwang_worker;
create policy file_update on files."file" for update to anwang_app, anwang_worker
  using (
    (((select access.may('{file.write}'))) and created_by = (select access.actor()))
    or (select access.holds('{clock}'))
  ) with check (
    (((select access.may('{file.write}'))) and created_by = (select access.actor()))
    or (select access.holds('{clock}'))
  );
grant delete on files."file" to anwang_app, anwang_worker;
create policy file_delete on files."file" for delete to anwang_app, anwang_worker
  using (
    (((select access.may('{file.write}'))) and created_by = (select access.actor()) and state = 'uploading')
    or (select access.holds('{clock}'))
  );

-- files.piece (common, basic)
alter table files."piece" enable row level security;
revoke all on files."piece" from anwang_app, anwang_worker;
grant select on files."piece" to anwang_app, anwang_worker;
create policy piece_select on files."piece" for select to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and exists (select from files.file f where f.id = file_id))
  );
grant insert on files."piece" to anwang_app, anwang_worker;
create policy piece_insert on files."piece" for insert to anwang_app, anwang_worker
  with check (
    (((select access.may('{file.write}'))) and exists (select from files.file f where f.id = file_id and f.state = 'uploading'))
  );
grant delete on files."piece" to anwang_app, anwang_worker;
create policy piece_delete on files."piece" for delete to anwang_app, anwang_worker
  using (
    (select access.holds('{clock}'))
    or (((select access.may('{file.write}'))) and exists (select from files.file f where f.id = file_id and f.state = 'uploading'))
  );

-- system.setting (common, basic)
alter table system."setting" enable row level security;
revoke all on system."setting" from anwang_app, anwang_worker;
grant select on system."setting" to anwang_app, anwang_worker;
create policy setting_select on system."setting" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on system."setting" to anwang_app, anwang_worker;
create policy setting_insert on system."setting" for insert to anwang_app, anwang_worker
  with check (
    (((select access.actor()) is not null) and (select access.holds('{seeder}')))
  );
grant update on system."setting" to anwang_app, anwang_worker;
create policy setting_update on system."setting" for update to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and (select access.holds('{seeder}')))
  ) with check (
    (((select access.actor()) is not null) and (select access.holds('{seeder}')))
  );

-- system.population (common, basic)
alter table system."population" enable row level security;
revoke all on system."population" from anwang_app, anwang_worker;
grant select on system."population" to anwang_app, anwang_worker;
create policy population_select on system."population" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );

-- system.outbox (common, basic)
alter table system."outbox" enable row level security;
revoke all on system."outbox" from anwang_app, anwang_worker;
grant select on system."outbox" to anwang_app, anwang_worker;
create policy outbox_select on system."outbox" for select to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{clock}'))
  );
grant insert on system."outbox" to anwang_app, anwang_worker;
create policy outbox_insert on system."outbox" for insert to anwang_app, anwang_worker
  with check (
    (select access.actor()) is not null
  );
grant update ("delivered_at", "attempts", "last_error") on system."outbox" to anwang_app, anwang_worker;
create policy outbox_update on system."outbox" for update to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{clock}'))
  ) with check (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{clock}'))
  );
grant delete on system."outbox" to anwang_app, anwang_worker;
create policy outbox_delete on system."outbox" for delete to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{clock}'))
  );

-- system.idempotency (mine, basic)
alter table system."idempotency" enable row level security;
revoke all on system."idempotency" from anwang_app, anwang_worker;
grant select on system."idempotency" to anwang_app, anwang_worker;
create policy idempotency_select on system."idempotency" for select to anwang_app, anwang_worker
  using (
    actor_id = (select access.actor())
    or (select access.holds('{clock}'))
  );
grant insert on system."idempotency" to anwang_app, anwang_worker;
create policy idempotency_insert on system."idempotency" for insert to anwang_app, anwang_worker
  with check (
    actor_id = (select access.actor())
  );
grant delete on system."idempotency" to anwang_app, anwang_worker;
create policy idempotency_delete on system."idempotency" for delete to anwang_app, anwang_worker
  using (
    actor_id = (select access.actor())
    or (select access.holds('{clock}'))
  );

-- system.job_effect (common, basic)
alter table system."job_effect" enable row level security;
revoke all on system."job_effect" from anwang_app, anwang_worker;
grant select on system."job_effect" to anwang_app, anwang_worker;
create policy job_effect_select on system."job_effect" for select to anwang_app, anwang_worker
  using (
    (select access.actor()) is not null
  );
grant insert on system."job_effect" to anwang_app, anwang_worker;
create policy job_effect_insert on system."job_effect" for insert to anwang_app, anwang_worker
  with check (
    (select access.actor()) is not null
  );
grant delete on system."job_effect" to anwang_app, anwang_worker;
create policy job_effect_delete on system."job_effect" for delete to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{clock}'))
  );

-- system.notice (common, basic)
alter table system."notice" enable row level security;
revoke all on system."notice" from anwang_app, anwang_worker;
grant select on system."notice" to anwang_app, anwang_worker;
create policy notice_select on system."notice" for select to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and (to_account = (select access.actor()) or to_post = any ((select access.posts())::text[])))
    or (select access.holds('{clock}'))
  );
grant insert on system."notice" to anwang_app, anwang_worker;
create policy notice_insert on system."notice" for insert to anwang_app, anwang_worker
  with check (
    (select access.actor()) is not null
  );
grant delete on system."notice" to anwang_app, anwang_worker;
create policy notice_delete on system."notice" for delete to anwang_app, anwang_worker
  using (
    (((select access.actor()) is not null) and false)
    or (select access.holds('{clock}'))
  );

-- system.notice_read (mine, basic)
alter table system."notice_read" enable row level security;
revoke all on system."notice_read" from anwang_app, anwang_worker;
grant select on system."notice_read" to anwang_app, anwang_worker;
create policy notice_read_select on system."notice_read" for select to anwang_app, anwang_worker
  using (
    account_id = (select access.actor())
  );
grant insert on system."notice_read" to anwang_app, anwang_worker;
create policy notice_read_insert on system."notice_read" for insert to anwang_app, anwang_worker
  with check (
    account_id = (select access.actor())
  );

-- system.draft (mine, basic)
alter table system."draft" enable row level security;
revoke all on system."draft" from anwang_app, anwang_worker;
grant select on system."draft" to anwang_app, anwang_worker;
create policy draft_select on system."draft" for select to anwang_app, anwang_worker
  using (
    account_id = (select access.actor())
    or (select access.holds('{clock}'))
  );
grant insert on system."draft" to anwang_app, anwang_worker;
create policy draft_insert on system."draft" for insert to anwang_app, anwang_worker
  with check (
    account_id = (select access.actor())
  );
grant update on system."draft" to anwang_app, anwang_worker;
create policy draft_update on system."draft" for update to anwang_app, anwang_worker
  using (
    account_id = (select access.actor())
  ) with check (
    account_id = (select access.actor())
  );
grant delete on system."draft" to anwang_app, anwang_worker;
create policy draft_delete on system."draft" for delete to anwang_app, anwang_worker
  using (
    account_id = (select access.actor())
    or (select access.holds('{clock}'))
  );

-- people.person (person, personal)
alter table people."person" enable row level security;
revoke all on people."person" from anwang_app, anwang_worker;
grant select on people."person" to anwang_app, anwang_worker;
create policy person_select on people."person" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.read,person.search,family.read}', 'personal'))::text[])
    or district = any ((select access.districts('{person.read,person.search,family.read}', 'personal'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."person".id and x.unit_id = any ((select access.units('{person.read,person.search,family.read}', 'personal'))::uuid[]) offset 0)
    or id in (select access.persons('{person.read,person.search,family.read}', 'personal'))
  );
grant insert on people."person" to anwang_app, anwang_worker;
create policy person_insert on people."person" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or district = any ((select access.districts('{person.link}', 'basic'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."person".id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or id in (select access.persons('{person.link}', 'basic'))
    or (select access.may('{case.record}'))
  );
grant update on people."person" to anwang_app, anwang_worker;
create policy person_update on people."person" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or district = any ((select access.districts('{person.link}', 'basic'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."person".id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or id in (select access.persons('{person.link}', 'basic'))
    or (select access.may('{case.record}')) and id in (select access.persons('{case.record,person.read}', 'personal'))
  ) with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or district = any ((select access.districts('{person.link}', 'basic'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."person".id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or id in (select access.persons('{person.link}', 'basic'))
    or (select access.may('{case.record}')) and id in (select access.persons('{case.record,person.read}', 'personal'))
  );

-- people.reach (common, basic)
alter table people."reach" enable row level security;
revoke all on people."reach" from anwang_app, anwang_worker;
grant select on people."reach" to anwang_app, anwang_worker;
create policy reach_select on people."reach" for select to anwang_app, anwang_worker
  using (
    (select access.may('{person.link,report.dispatch}'))
    or unit_id = any ((select access.units('{person.read,person.search,family.read,case.accept,case.record}', 'basic'))::uuid[])
  );
grant insert on people."reach" to anwang_app, anwang_worker;
create policy reach_insert on people."reach" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{person.link,report.dispatch,report.review,report.arbitrate,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}'))
  );
grant update on people."reach" to anwang_app, anwang_worker;
create policy reach_update on people."reach" for update to anwang_app, anwang_worker
  using (
    (select access.may('{person.link,report.dispatch,report.review,report.arbitrate,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}'))
  ) with check (
    (select access.may('{person.link,report.dispatch,report.review,report.arbitrate,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}'))
  );
grant delete on people."reach" to anwang_app, anwang_worker;
create policy reach_delete on people."reach" for delete to anwang_app, anwang_worker
  using (
    (select access.may('{person.link,report.dispatch,report.arbitrate,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}'))
  );

-- people.record (county, personal)
alter table people."record" enable row level security;
revoke all on people."record" from anwang_app, anwang_worker;
grant select on people."record" to anwang_app, anwang_worker;
create policy record_select on people."record" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.read,person.search,family.read}', 'personal'))::text[])
    or exists (select from intake.report_person rp where rp.record_id = record.id)
    or exists (select from people.link l where l.record_id = record.id and l.state = 'confirmed')
  );
grant insert on people."record" to anwang_app, anwang_worker;
create policy record_insert on people."record" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{person.link,report.create,report.append,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}'))
  );
grant update ("withdrawn_at") on people."record" to anwang_app, anwang_worker;
create policy record_update on people."record" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
  ) with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
  );

-- people.link (person, match)
alter table people."link" enable row level security;
revoke all on people."link" from anwang_app, anwang_worker;
grant select on people."link" to anwang_app, anwang_worker;
create policy link_select on people."link" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.read,person.search,family.read,person.link}', 'match'))::text[])
    or exists (select from placed.person p where p.id = people."link".person_id and (p.district = any ((select access.districts('{person.read,person.search,family.read,person.link}', 'match'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."link".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read,person.link}', 'match'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.read,person.search,family.read,person.link}', 'match'))
  );
grant insert on people."link" to anwang_app, anwang_worker;
create policy link_insert on people."link" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."link".person_id and (p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."link".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );
grant update on people."link" to anwang_app, anwang_worker;
create policy link_update on people."link" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."link".person_id and (p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."link".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  ) with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."link".person_id and (p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."link".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );

-- people.decision (county, match)
alter table people."decision" enable row level security;
revoke all on people."decision" from anwang_app, anwang_worker;
grant select on people."decision" to anwang_app, anwang_worker;
create policy decision_select on people."decision" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'match'))::text[])
  );
grant insert on people."decision" to anwang_app, anwang_worker;
create policy decision_insert on people."decision" for insert to anwang_app, anwang_worker
  with check (
    ((county = any ((select access.counties('{person.link}', 'basic'))::text[])) and decided_by = (select access.actor()))
  );

-- people.decision_move (common, match)
alter table people."decision_move" enable row level security;
revoke all on people."decision_move" from anwang_app, anwang_worker;
grant insert on people."decision_move" to anwang_app, anwang_worker;
create policy decision_move_insert on people."decision_move" for insert to anwang_app, anwang_worker
  with check (
    (((select access.may('{person.link}'))) and exists (select from people.decision d where d.id = decision_id and d.decided_by = (select access.actor()) and d.written_at = now()))
  );

-- people.identifier (person, identifier)
alter table people."identifier" enable row level security;
revoke all on people."identifier" from anwang_app, anwang_worker;
grant select on people."identifier" to anwang_app, anwang_worker;
create policy identifier_select on people."identifier" for select to anwang_app, anwang_worker
  using (
    exists (select from placed.person p where p.id = people."identifier".person_id and (p.county = any ((select access.counties('{person.read,person.search,family.read,person.link}', 'identifier'))::text[]) or p.district = any ((select access.districts('{person.read,person.search,family.read,person.link}', 'identifier'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read,person.link}', 'identifier'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.read,person.search,family.read,person.link}', 'identifier'))
  );
grant insert on people."identifier" to anwang_app, anwang_worker;
create policy identifier_insert on people."identifier" for insert to anwang_app, anwang_worker
  with check (
    exists (select from placed.person p where p.id = people."identifier".person_id and (p.county = any ((select access.counties('{person.link}', 'basic'))::text[]) or p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );
grant update on people."identifier" to anwang_app, anwang_worker;
create policy identifier_update on people."identifier" for update to anwang_app, anwang_worker
  using (
    exists (select from placed.person p where p.id = people."identifier".person_id and (p.county = any ((select access.counties('{person.link}', 'basic'))::text[]) or p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  ) with check (
    exists (select from placed.person p where p.id = people."identifier".person_id and (p.county = any ((select access.counties('{person.link}', 'basic'))::text[]) or p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );
grant delete on people."identifier" to anwang_app, anwang_worker;
create policy identifier_delete on people."identifier" for delete to anwang_app, anwang_worker
  using (
    exists (select from placed.person p where p.id = people."identifier".person_id and (p.county = any ((select access.counties('{person.link}', 'basic'))::text[]) or p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );

-- people.identifier_near (person, identifier)
alter table people."identifier_near" enable row level security;
revoke all on people."identifier_near" from anwang_app, anwang_worker;
grant select on people."identifier_near" to anwang_app, anwang_worker;
create policy identifier_near_select on people."identifier_near" for select to anwang_app, anwang_worker
  using (
    exists (select from placed.person p where p.id = people."identifier_near".person_id and (p.county = any ((select access.counties('{person.read,person.search,family.read,person.link}', 'identifier'))::text[]) or p.district = any ((select access.districts('{person.read,person.search,family.read,person.link}', 'identifier'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier_near".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read,person.link}', 'identifier'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.read,person.search,family.read,person.link}', 'identifier'))
  );
grant insert on people."identifier_near" to anwang_app, anwang_worker;
create policy identifier_near_insert on people."identifier_near" for insert to anwang_app, anwang_worker
  with check (
    exists (select from placed.person p where p.id = people."identifier_near".person_id and (p.county = any ((select access.counties('{person.link}', 'basic'))::text[]) or p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier_near".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );
grant delete on people."identifier_near" to anwang_app, anwang_worker;
create policy identifier_near_delete on people."identifier_near" for delete to anwang_app, anwang_worker
  using (
    exists (select from placed.person p where p.id = people."identifier_near".person_id and (p.county = any ((select access.counties('{person.link}', 'basic'))::text[]) or p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."identifier_near".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );

-- people.search_key (person, personal)
alter table people."search_key" enable row level security;
revoke all on people."search_key" from anwang_app, anwang_worker;
grant select on people."search_key" to anwang_app, anwang_worker;
create policy search_key_select on people."search_key" for select to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.search}', 'personal'))::text[]) or district = any ((select access.districts('{person.search}', 'personal'))::text[]) or exists (select from placed.person_held x where x.person_id = people."search_key".person_id and x.unit_id = any ((select access.units('{person.search}', 'personal'))::uuid[]) offset 0) or person_id in (select access.persons('{person.search}', 'personal'))) and (not hidden or (select access.holds('{matcher}')) or (hidden_from <> '{}'
      and person_id = any ((select access.victim_side())::uuid[]) and not hidden_from && (select access.offender_side()))))
  );
grant insert on people."search_key" to anwang_app, anwang_worker;
create policy search_key_insert on people."search_key" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or district = any ((select access.districts('{person.link}', 'basic'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."search_key".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );
grant update on people."search_key" to anwang_app, anwang_worker;
create policy search_key_update on people."search_key" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or district = any ((select access.districts('{person.link}', 'basic'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."search_key".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  ) with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or district = any ((select access.districts('{person.link}', 'basic'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."search_key".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );
grant delete on people."search_key" to anwang_app, anwang_worker;
create policy search_key_delete on people."search_key" for delete to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or district = any ((select access.districts('{person.link}', 'basic'))::text[])
    or exists (select from placed.person_held x where x.person_id = people."search_key".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );

-- people.contact (person, contact)
alter table people."contact" enable row level security;
revoke all on people."contact" from anwang_app, anwang_worker;
grant select on people."contact" to anwang_app, anwang_worker;
create policy contact_select on people."contact" for select to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.read,person.search,family.read,person.link}', 'contact'))::text[]) or exists (select from placed.person p where p.id = people."contact".person_id and (p.district = any ((select access.districts('{person.read,person.search,family.read,person.link}', 'contact'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."contact".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read,person.link}', 'contact'))::uuid[]) offset 0) or person_id in (select access.persons('{person.read,person.search,family.read,person.link}', 'contact'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );
grant insert on people."contact" to anwang_app, anwang_worker;
create policy contact_insert on people."contact" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."contact".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."contact".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))
  );
grant update on people."contact" to anwang_app, anwang_worker;
create policy contact_update on people."contact" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[]) or exists (select from placed.person p where p.id = people."contact".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."contact".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0) or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  ) with check (
    ((county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[]) or exists (select from placed.person p where p.id = people."contact".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."contact".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0) or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );

-- people.shielding (person, contact)
alter table people."shielding" enable row level security;
revoke all on people."shielding" from anwang_app, anwang_worker;
grant select on people."shielding" to anwang_app, anwang_worker;
create policy shielding_select on people."shielding" for select to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.read,person.search,family.read}', 'contact'))::text[]) or exists (select from placed.person p where p.id = people."shielding".person_id and (p.district = any ((select access.districts('{person.read,person.search,family.read}', 'contact'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."shielding".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read}', 'contact'))::uuid[]) offset 0) or person_id in (select access.persons('{person.read,person.search,family.read}', 'contact'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );
grant insert on people."shielding" to anwang_app, anwang_worker;
create policy shielding_insert on people."shielding" for insert to anwang_app, anwang_worker
  with check (
    ((county = any ((select access.counties('{contact.shield}', 'basic'))::text[]) or exists (select from placed.person p where p.id = people."shielding".person_id and (p.district = any ((select access.districts('{contact.shield}', 'basic'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."shielding".person_id and x.unit_id = any ((select access.units('{contact.shield}', 'basic'))::uuid[]) offset 0) or person_id in (select access.persons('{contact.shield}', 'basic'))) and done_by = (select access.actor()) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );

-- people.household (county, personal)
alter table people."household" enable row level security;
revoke all on people."household" from anwang_app, anwang_worker;
grant select on people."household" to anwang_app, anwang_worker;
create policy household_select on people."household" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.read,person.search,family.read}', 'personal'))::text[])
    or exists (select from people.household_member m where m.household_id = household.id)
  );
grant insert on people."household" to anwang_app, anwang_worker;
create policy household_insert on people."household" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{person.link,report.create,report.append,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}'))
  );
grant update on people."household" to anwang_app, anwang_worker;
create policy household_update on people."household" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
  ) with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
  );

-- people.household_member (person, personal)
alter table people."household_member" enable row level security;
revoke all on people."household_member" from anwang_app, anwang_worker;
grant select on people."household_member" to anwang_app, anwang_worker;
create policy household_member_select on people."household_member" for select to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.read,person.search,family.read}', 'personal'))::text[]) or exists (select from placed.person p where p.id = people."household_member".person_id and (p.district = any ((select access.districts('{person.read,person.search,family.read}', 'personal'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."household_member".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read}', 'personal'))::uuid[]) offset 0) or person_id in (select access.persons('{person.read,person.search,family.read}', 'personal'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );
grant insert on people."household_member" to anwang_app, anwang_worker;
create policy household_member_insert on people."household_member" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."household_member".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."household_member".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))
  );
grant update on people."household_member" to anwang_app, anwang_worker;
create policy household_member_update on people."household_member" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[]) or exists (select from placed.person p where p.id = people."household_member".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."household_member".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0) or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  ) with check (
    ((county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[]) or exists (select from placed.person p where p.id = people."household_member".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."household_member".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0) or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );

-- people.kin (person, personal)
alter table people."kin" enable row level security;
revoke all on people."kin" from anwang_app, anwang_worker;
grant select on people."kin" to anwang_app, anwang_worker;
create policy kin_select on people."kin" for select to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.read,person.search,family.read}', 'personal'))::text[]) or exists (select from placed.person p where p.id = people."kin".person_id and (p.district = any ((select access.districts('{person.read,person.search,family.read}', 'personal'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."kin".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read}', 'personal'))::uuid[]) offset 0) or person_id in (select access.persons('{person.read,person.search,family.read}', 'personal'))) and exists (select from people.person o where o.id = kin.other_id) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );
grant insert on people."kin" to anwang_app, anwang_worker;
create policy kin_insert on people."kin" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."kin".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."kin".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))
  );
grant update on people."kin" to anwang_app, anwang_worker;
create policy kin_update on people."kin" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[]) or exists (select from placed.person p where p.id = people."kin".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."kin".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0) or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  ) with check (
    ((county = any ((select access.counties('{person.link,person.read,person.search,family.read}', 'basic'))::text[]) or exists (select from placed.person p where p.id = people."kin".person_id and (p.district = any ((select access.districts('{person.link,person.read,person.search,family.read}', 'basic'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."kin".person_id and x.unit_id = any ((select access.units('{person.link,person.read,person.search,family.read}', 'basic'))::uuid[]) offset 0) or person_id in (select access.persons('{person.link,person.read,person.search,family.read}', 'basic'))) and (not hidden or (
      person_id = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (person_id = any ((select access.victim_side())::uuid[]) or person_id = (select access.alone('{person.read}'))))))
  );

-- people.flag (person, personal)
alter table people."flag" enable row level security;
revoke all on people."flag" from anwang_app, anwang_worker;
grant select on people."flag" to anwang_app, anwang_worker;
create policy flag_select on people."flag" for select to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{person.read,person.search,family.read}', 'personal'))::text[]) or exists (select from placed.person p where p.id = people."flag".person_id and (p.district = any ((select access.districts('{person.read,person.search,family.read}', 'personal'))::text[])) offset 0) or exists (select from placed.person_held x where x.person_id = people."flag".person_id and x.unit_id = any ((select access.units('{person.read,person.search,family.read}', 'personal'))::uuid[]) offset 0) or person_id in (select access.persons('{person.read,person.search,family.read}', 'personal'))) and (sensitivity in ('S1', 'S2') or (select access.sees('{person.read,person.search,family.read}', 'health'))))
  );
grant insert on people."flag" to anwang_app, anwang_worker;
create policy flag_insert on people."flag" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."flag".person_id and (p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."flag".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );
grant update on people."flag" to anwang_app, anwang_worker;
create policy flag_update on people."flag" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."flag".person_id and (p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."flag".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  ) with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.person p where p.id = people."flag".person_id and (p.district = any ((select access.districts('{person.link}', 'basic'))::text[])) offset 0)
    or exists (select from placed.person_held x where x.person_id = people."flag".person_id and x.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or person_id in (select access.persons('{person.link}', 'basic'))
  );

-- intake.report (report, basic)
alter table intake."report" enable row level security;
revoke all on intake."report" from anwang_app, anwang_worker;
grant select on intake."report" to anwang_app, anwang_worker;
create policy report_select on intake."report" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or (created_by = (select access.actor()) and county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))
    or (select access.holds('{statistics,clock}'))
    or exists (select from placed.report_held d where d.report_id = intake."report".id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0)
    or id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))
    or id in (select access.receipt_reports())
  );
grant insert on intake."report" to anwang_app, anwang_worker;
create policy report_insert on intake."report" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{report.create}'))
  );
grant update on intake."report" to anwang_app, anwang_worker;
create policy report_update on intake."report" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or district = any ((select access.districts('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or (created_by = (select access.actor()) and county = any ((select access.owned('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]))
    or (select access.holds('{matcher,clock}'))
    or exists (select from placed.report_held d where d.report_id = intake."report".id and d.unit_id = any ((select access.units('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::uuid[]) offset 0)
    or id in (select access.reports('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))
  ) with check (
    county = any ((select access.counties('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or district = any ((select access.districts('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or (created_by = (select access.actor()) and county = any ((select access.owned('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]))
    or (select access.holds('{matcher,clock}'))
    or exists (select from placed.report_held d where d.report_id = intake."report".id and d.unit_id = any ((select access.units('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::uuid[]) offset 0)
    or id in (select access.reports('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))
  );

-- intake.report_text (report, narrative)
alter table intake."report_text" enable row level security;
revoke all on intake."report_text" from anwang_app, anwang_worker;
grant select on intake."report_text" to anwang_app, anwang_worker;
create policy report_text_select on intake."report_text" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read}', 'narrative'))::text[])
    or exists (select from placed.report r where r.id = intake."report_text".report_id and (r.district = any ((select access.districts('{report.read}', 'narrative'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read}', 'narrative'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."report_text".report_id and d.unit_id = any ((select access.units('{report.read}', 'narrative'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read}', 'narrative'))
  );
grant insert on intake."report_text" to anwang_app, anwang_worker;
create policy report_text_insert on intake."report_text" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{report.create,report.append}'))
  );

-- intake.report_person (report, personal)
alter table intake."report_person" enable row level security;
revoke all on intake."report_person" from anwang_app, anwang_worker;
grant select on intake."report_person" to anwang_app, anwang_worker;
create policy report_person_select on intake."report_person" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::text[])
    or exists (select from placed.report r where r.id = intake."report_person".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."report_person".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))
  );
grant insert on intake."report_person" to anwang_app, anwang_worker;
create policy report_person_insert on intake."report_person" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{report.create,report.append}'))
  );
grant update on intake."report_person" to anwang_app, anwang_worker;
create policy report_person_update on intake."report_person" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link,report.screen,report.append}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."report_person".report_id and (r.district = any ((select access.districts('{person.link,report.screen,report.append}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{person.link,report.screen,report.append}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."report_person".report_id and d.unit_id = any ((select access.units('{person.link,report.screen,report.append}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{person.link,report.screen,report.append}', 'basic'))
  ) with check (
    county = any ((select access.counties('{person.link,report.screen,report.append}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."report_person".report_id and (r.district = any ((select access.districts('{person.link,report.screen,report.append}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{person.link,report.screen,report.append}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."report_person".report_id and d.unit_id = any ((select access.units('{person.link,report.screen,report.append}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{person.link,report.screen,report.append}', 'basic'))
  );

-- intake.report_home (report, personal)
alter table intake."report_home" enable row level security;
revoke all on intake."report_home" from anwang_app, anwang_worker;
grant select on intake."report_home" to anwang_app, anwang_worker;
create policy report_home_select on intake."report_home" for select to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::text[]) or exists (select from placed.report r where r.id = intake."report_home".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."report_home".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))::uuid[]) offset 0) or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'personal'))) and not exists (select from intake.report_person o where o.report_id = report_home.report_id and o.role = 'respondent'
      and o.person_id = any ((select access.offender_side())::uuid[])))
  );
grant insert on intake."report_home" to anwang_app, anwang_worker;
create policy report_home_insert on intake."report_home" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{report.create,report.append}'))
  );

-- intake.receipt (report, reporter)
alter table intake."receipt" enable row level security;
revoke all on intake."receipt" from anwang_app, anwang_worker;
grant select on intake."receipt" to anwang_app, anwang_worker;
create policy receipt_select on intake."receipt" for select to anwang_app, anwang_worker
  using (
    number = nullif(current_setting('anwang.receipt_number', true), '')
  );
grant insert on intake."receipt" to anwang_app, anwang_worker;
create policy receipt_insert on intake."receipt" for insert to anwang_app, anwang_worker
  with check (
    (select access.may('{report.create}'))
  );
grant update ("failed", "locked_until") on intake."receipt" to anwang_app, anwang_worker;
create policy receipt_update on intake."receipt" for update to anwang_app, anwang_worker
  using (
    number = nullif(current_setting('anwang.receipt_number', true), '')
  ) with check (
    number = nullif(current_setting('anwang.receipt_number', true), '')
  );

-- intake.addition (report, narrative)
alter table intake."addition" enable row level security;
revoke all on intake."addition" from anwang_app, anwang_worker;
grant select on intake."addition" to anwang_app, anwang_worker;
create policy addition_select on intake."addition" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read}', 'narrative'))::text[])
    or exists (select from placed.report r where r.id = intake."addition".report_id and (r.district = any ((select access.districts('{report.read}', 'narrative'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read}', 'narrative'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."addition".report_id and d.unit_id = any ((select access.units('{report.read}', 'narrative'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read}', 'narrative'))
  );
grant insert on intake."addition" to anwang_app, anwang_worker;
create policy addition_insert on intake."addition" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{report.append}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."addition".report_id and (r.district = any ((select access.districts('{report.append}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.append}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."addition".report_id and d.unit_id = any ((select access.units('{report.append}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.append}', 'basic'))
    or report_id in (select access.receipt_reports())
  );
grant update ("read_by", "read_at") on intake."addition" to anwang_app, anwang_worker;
create policy addition_update on intake."addition" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."addition".report_id and (r.district = any ((select access.districts('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."addition".report_id and d.unit_id = any ((select access.units('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))
  ) with check (
    county = any ((select access.counties('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."addition".report_id and (r.district = any ((select access.districts('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."addition".report_id and d.unit_id = any ((select access.units('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))
  );

-- intake.learned_fact (report, personal)
alter table intake."learned_fact" enable row level security;
revoke all on intake."learned_fact" from anwang_app, anwang_worker;
grant select on intake."learned_fact" to anwang_app, anwang_worker;
create policy learned_fact_select on intake."learned_fact" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate,person.link}', 'personal'))::text[])
    or exists (select from placed.report r where r.id = intake."learned_fact".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate,person.link}', 'personal'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate,person.link}', 'personal'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."learned_fact".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate,person.link}', 'personal'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate,person.link}', 'personal'))
  );
grant insert on intake."learned_fact" to anwang_app, anwang_worker;
create policy learned_fact_insert on intake."learned_fact" for insert to anwang_app, anwang_worker
  with check (
    ((county = any ((select access.counties('{report.screen}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."learned_fact".report_id and (r.district = any ((select access.districts('{report.screen}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.screen}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."learned_fact".report_id and d.unit_id = any ((select access.units('{report.screen}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.screen}', 'basic'))) and taken_by = (select access.actor()) and not exists (select from intake.report_person rp where rp.report_id = learned_fact.report_id and rp.person_id = any ((select access.relatives())::uuid[])))
  );
grant update ("back_at", "back_by", "back_why") on intake."learned_fact" to anwang_app, anwang_worker;
create policy learned_fact_update on intake."learned_fact" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{report.screen}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."learned_fact".report_id and (r.district = any ((select access.districts('{report.screen}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.screen}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."learned_fact".report_id and d.unit_id = any ((select access.units('{report.screen}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.screen}', 'basic'))) and (back_by is null or back_by = (select access.actor())) and not exists (select from intake.report_person rp where rp.report_id = learned_fact.report_id and rp.person_id = any ((select access.relatives())::uuid[])))
  ) with check (
    ((county = any ((select access.counties('{report.screen}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."learned_fact".report_id and (r.district = any ((select access.districts('{report.screen}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.screen}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."learned_fact".report_id and d.unit_id = any ((select access.units('{report.screen}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.screen}', 'basic'))) and (back_by is null or back_by = (select access.actor())) and not exists (select from intake.report_person rp where rp.report_id = learned_fact.report_id and rp.person_id = any ((select access.relatives())::uuid[])))
  );

-- intake.evidence_decision (report, basic)
alter table intake."evidence_decision" enable row level security;
revoke all on intake."evidence_decision" from anwang_app, anwang_worker;
grant select on intake."evidence_decision" to anwang_app, anwang_worker;
create policy evidence_decision_select on intake."evidence_decision" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."evidence_decision".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."evidence_decision".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))
  );
grant insert on intake."evidence_decision" to anwang_app, anwang_worker;
create policy evidence_decision_insert on intake."evidence_decision" for insert to anwang_app, anwang_worker
  with check (
    ((county = any ((select access.counties('{report.screen}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."evidence_decision".report_id and (r.district = any ((select access.districts('{report.screen}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.screen}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."evidence_decision".report_id and d.unit_id = any ((select access.units('{report.screen}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.screen}', 'basic'))) and decided_by = (select access.actor()) and not exists (select from intake.report_person rp where rp.report_id = evidence_decision.report_id and rp.person_id = any ((select access.relatives())::uuid[])))
  );

-- intake.presence (report, basic)
alter table intake."presence" enable row level security;
revoke all on intake."presence" from anwang_app, anwang_worker;
grant select on intake."presence" to anwang_app, anwang_worker;
create policy presence_select on intake."presence" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."presence".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."presence".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))
  );
grant insert on intake."presence" to anwang_app, anwang_worker;
create policy presence_insert on intake."presence" for insert to anwang_app, anwang_worker
  with check (
    ((county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."presence".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."presence".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))) and account_id = (select access.actor()))
  );
grant update on intake."presence" to anwang_app, anwang_worker;
create policy presence_update on intake."presence" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."presence".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."presence".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))) and account_id = (select access.actor()))
  ) with check (
    ((county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."presence".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."presence".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))) and account_id = (select access.actor()))
  );
grant delete on intake."presence" to anwang_app, anwang_worker;
create policy presence_delete on intake."presence" for delete to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."presence".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."presence".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))) and account_id = (select access.actor()))
  );

-- intake.proposal (report, basic)
alter table intake."proposal" enable row level security;
revoke all on intake."proposal" from anwang_app, anwang_worker;
grant select on intake."proposal" to anwang_app, anwang_worker;
create policy proposal_select on intake."proposal" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or exists (select from placed.report r where r.id = intake."proposal".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."proposal".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))
  );
grant insert on intake."proposal" to anwang_app, anwang_worker;
create policy proposal_insert on intake."proposal" for insert to anwang_app, anwang_worker
  with check (
    (select access.holds('{seeder}'))
    or ((county = any ((select access.counties('{report.screen}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."proposal".report_id and (r.district = any ((select access.districts('{report.screen}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.screen}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."proposal".report_id and d.unit_id = any ((select access.units('{report.screen}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.screen}', 'basic'))) and proposed_by = (select access.actor()) and not exists (select from intake.report_person rp where rp.report_id = proposal.report_id and rp.person_id = any ((select access.relatives())::uuid[])))
  );

-- intake.proposal_line (report, basic)
alter table intake."proposal_line" enable row level security;
revoke all on intake."proposal_line" from anwang_app, anwang_worker;
grant select on intake."proposal_line" to anwang_app, anwang_worker;
create policy proposal_line_select on intake."proposal_line" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or exists (select from placed.report r where r.id = intake."proposal_line".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."proposal_line".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))
  );
grant insert on intake."proposal_line" to anwang_app, anwang_worker;
create policy proposal_line_insert on intake."proposal_line" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{report.screen,report.review}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."proposal_line".report_id and (r.district = any ((select access.districts('{report.screen,report.review}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.screen,report.review}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."proposal_line".report_id and d.unit_id = any ((select access.units('{report.screen,report.review}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.screen,report.review}', 'basic'))
  );
grant update on intake."proposal_line" to anwang_app, anwang_worker;
create policy proposal_line_update on intake."proposal_line" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.review}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."proposal_line".report_id and (r.district = any ((select access.districts('{report.review}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.review}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."proposal_line".report_id and d.unit_id = any ((select access.units('{report.review}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.review}', 'basic'))
  ) with check (
    county = any ((select access.counties('{report.review}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."proposal_line".report_id and (r.district = any ((select access.districts('{report.review}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.review}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."proposal_line".report_id and d.unit_id = any ((select access.units('{report.review}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.review}', 'basic'))
  );
grant delete on intake."proposal_line" to anwang_app, anwang_worker;
create policy proposal_line_delete on intake."proposal_line" for delete to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.review}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."proposal_line".report_id and (r.district = any ((select access.districts('{report.review}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.review}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."proposal_line".report_id and d.unit_id = any ((select access.units('{report.review}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.review}', 'basic'))
  );

-- intake.review (report, basic)
alter table intake."review" enable row level security;
revoke all on intake."review" from anwang_app, anwang_worker;
grant select on intake."review" to anwang_app, anwang_worker;
create policy review_select on intake."review" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or exists (select from placed.report r where r.id = intake."review".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."review".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))
  );
grant insert on intake."review" to anwang_app, anwang_worker;
create policy review_insert on intake."review" for insert to anwang_app, anwang_worker
  with check (
    (select access.holds('{seeder}'))
    or ((county = any ((select access.counties('{report.review}', 'basic'))::text[]) or exists (select from placed.report r where r.id = intake."review".report_id and (r.district = any ((select access.districts('{report.review}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.review}', 'basic'))::text[]))) offset 0) or exists (select from placed.report_held d where d.report_id = intake."review".report_id and d.unit_id = any ((select access.units('{report.review}', 'basic'))::uuid[]) offset 0) or report_id in (select access.reports('{report.review}', 'basic'))) and reviewed_by = (select access.actor()) and not exists (select from intake.report_person rp where rp.report_id = review.report_id and rp.person_id = any ((select access.relatives())::uuid[]))
      and exists (select from intake.proposal p where p.id = proposal_id and p.report_id = review.report_id and p.proposed_by <> review.reviewed_by))
  );

-- intake.dispatch (county, basic)
alter table intake."dispatch" enable row level security;
revoke all on intake."dispatch" from anwang_app, anwang_worker;
grant select on intake."dispatch" to anwang_app, anwang_worker;
create policy dispatch_select on intake."dispatch" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate,case.read,case.accept}', 'basic'))::text[])
    or (select access.holds('{statistics,clock}'))
    or unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate,case.accept,case.read}', 'basic'))::uuid[]) or district = any ((select access.districts('{report.read}', 'basic'))::text[]) or report_id in (select access.reports('{report.read}', 'basic')) or case_id in (select access.cases('{case.read}', 'basic'))
  );
grant insert on intake."dispatch" to anwang_app, anwang_worker;
create policy dispatch_insert on intake."dispatch" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{report.dispatch,report.review,report.arbitrate}', 'basic'))::text[])
  );
grant update on intake."dispatch" to anwang_app, anwang_worker;
create policy dispatch_update on intake."dispatch" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.dispatch,report.review,report.arbitrate,case.accept}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or unit_id = any ((select access.units('{case.accept}', 'basic'))::uuid[])
  ) with check (
    county = any ((select access.counties('{report.dispatch,report.review,report.arbitrate,case.accept}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or unit_id = any ((select access.units('{case.accept}', 'basic'))::uuid[])
  );

-- intake.hit (report, match)
alter table intake."hit" enable row level security;
revoke all on intake."hit" from anwang_app, anwang_worker;
grant select on intake."hit" to anwang_app, anwang_worker;
create policy hit_select on intake."hit" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read}', 'match'))::text[])
    or exists (select from placed.report r where r.id = intake."hit".report_id and (r.district = any ((select access.districts('{report.read}', 'match'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read}', 'match'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."hit".report_id and d.unit_id = any ((select access.units('{report.read}', 'match'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read}', 'match'))
    or (select access.holds('{matcher}'))
  );
grant insert on intake."hit" to anwang_app, anwang_worker;
create policy hit_insert on intake."hit" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."hit".report_id and (r.district = any ((select access.districts('{person.link}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{person.link}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."hit".report_id and d.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{person.link}', 'basic'))
  );
grant update on intake."hit" to anwang_app, anwang_worker;
create policy hit_update on intake."hit" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."hit".report_id and (r.district = any ((select access.districts('{person.link}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{person.link}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."hit".report_id and d.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{person.link}', 'basic'))
  ) with check (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."hit".report_id and (r.district = any ((select access.districts('{person.link}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{person.link}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."hit".report_id and d.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{person.link}', 'basic'))
  );
grant delete on intake."hit" to anwang_app, anwang_worker;
create policy hit_delete on intake."hit" for delete to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{person.link}', 'basic'))::text[])
    or exists (select from placed.report r where r.id = intake."hit".report_id and (r.district = any ((select access.districts('{person.link}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{person.link}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."hit".report_id and d.unit_id = any ((select access.units('{person.link}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{person.link}', 'basic'))
  );

-- intake.clock (report, basic)
alter table intake."clock" enable row level security;
revoke all on intake."clock" from anwang_app, anwang_worker;
grant select on intake."clock" to anwang_app, anwang_worker;
create policy clock_select on intake."clock" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[])
    or (select access.holds('{statistics,clock,matcher}'))
    or exists (select from placed.report r where r.id = intake."clock".report_id and (r.district = any ((select access.districts('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."clock".report_id and d.unit_id = any ((select access.units('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.read,report.screen,report.review,report.dispatch,report.arbitrate}', 'basic'))
  );
grant insert on intake."clock" to anwang_app, anwang_worker;
create policy clock_insert on intake."clock" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or (select access.holds('{matcher}'))
    or exists (select from placed.report r where r.id = intake."clock".report_id and (r.district = any ((select access.districts('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."clock".report_id and d.unit_id = any ((select access.units('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))
    or (select access.may('{report.create}'))
  );
grant update on intake."clock" to anwang_app, anwang_worker;
create policy clock_update on intake."clock" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or (select access.holds('{clock,matcher}'))
    or exists (select from placed.report r where r.id = intake."clock".report_id and (r.district = any ((select access.districts('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."clock".report_id and d.unit_id = any ((select access.units('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))
  ) with check (
    county = any ((select access.counties('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[])
    or (select access.holds('{clock,matcher}'))
    or exists (select from placed.report r where r.id = intake."clock".report_id and (r.district = any ((select access.districts('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]) or (r.created_by = (select access.actor()) and r.county = any ((select access.owned('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::text[]))) offset 0)
    or exists (select from placed.report_held d where d.report_id = intake."clock".report_id and d.unit_id = any ((select access.units('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))::uuid[]) offset 0)
    or report_id in (select access.reports('{report.append,report.screen,report.review,report.dispatch,report.arbitrate,case.accept}', 'basic'))
  );

-- casework.case (case, basic)
alter table casework."case" enable row level security;
revoke all on casework."case" from anwang_app, anwang_worker;
grant select on casework."case" to anwang_app, anwang_worker;
create policy case_select on casework."case" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[])
    or (select access.holds('{statistics}'))
    or id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
  );
grant insert on casework."case" to anwang_app, anwang_worker;
create policy case_insert on casework."case" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.reopen}', 'basic'))::text[])
    or district = any ((select access.districts('{case.accept,case.reopen}', 'basic'))::text[])
    or unit_id = any ((select access.units('{case.accept,case.reopen}', 'basic'))::uuid[])
    or id in (select access.cases('{case.accept,case.reopen}', 'basic'))
  );
grant update on casework."case" to anwang_app, anwang_worker;
create policy case_update on casework."case" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[])
    or id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[])
    or id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
  );

-- casework.event (case, narrative)
alter table casework."event" enable row level security;
revoke all on casework."event" from anwang_app, anwang_worker;
grant select on casework."event" to anwang_app, anwang_worker;
create policy event_select on casework."event" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read}', 'narrative'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.whole_cases('{case.read}', 'narrative'))
    or (case_id, type) in (select e.case_id, e.type from access.shared_events('{case.read}') e)
    or exists (select from placed."case" c where c.id = casework."event".case_id and (c.unit_id = any ((select access.units('{case.read}', 'narrative'))::uuid[]) or c.district = any ((select access.districts('{case.read}', 'narrative'))::text[])) offset 0)
  );
grant insert on casework."event" to anwang_app, anwang_worker;
create policy event_insert on casework."event" for insert to anwang_app, anwang_worker
  with check (
    (select access.holds('{seeder}'))
    or ((county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[]) or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic')) or exists (select from placed."case" c where c.id = casework."event".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)) and actor_id = (select access.actor()) and not (type = any ('{caseAccepted,caseReturned,contactRecorded,visitRecorded,visitPlanned,visitChanged,visitCancelled,assessmentCompleted,assessmentNotDone,placementBegun,placementTold,placementMoved,courtAsked,courtRuled,placementEnded,openingProposed,openingDecided,planDrafted,goalSet,goalReviewed,serviceRecorded,referralSent,collaboratorAdded,collaboratorEnded,shareGranted,shareEnded,memberAdded,memberRoleChanged,memberRemoved,familyStated,familyWithdrawn,riskRaised,noteAdded,fileAttached,closureProposed,closureDecided,proposalWithdrawn,caseReopened,transferProposed,transferDecided,transferAccepted,transferWithdrawn,moveProposed,moveDecided,moveWithdrawn,clockPaused,clockResumed}') and (select access.may_be_kin()) and casework.is_relative((select access.actor()), case_id)))
  );

-- casework.case_person (case, personal)
alter table casework."case_person" enable row level security;
revoke all on casework."case_person" from anwang_app, anwang_worker;
grant select on casework."case_person" to anwang_app, anwang_worker;
create policy case_person_select on casework."case_person" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'personal'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'personal'))
    or exists (select from placed."case" c where c.id = casework."case_person".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'personal'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'personal'))::text[])) offset 0)
  );
grant insert on casework."case_person" to anwang_app, anwang_worker;
create policy case_person_insert on casework."case_person" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."case_person".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."case_person" to anwang_app, anwang_worker;
create policy case_person_update on casework."case_person" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."case_person".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."case_person".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.family_word (case, personal)
alter table casework."family_word" enable row level security;
revoke all on casework."family_word" from anwang_app, anwang_worker;
grant select on casework."family_word" to anwang_app, anwang_worker;
create policy family_word_select on casework."family_word" for select to anwang_app, anwang_worker
  using (
    (select access.holds('{statistics}'))
    or ((county = any ((select access.counties('{case.read}', 'personal'))::text[]) or case_id in (select access.whole_cases('{case.read}', 'personal')) or exists (select from placed."case" c where c.id = casework."family_word".case_id and (c.unit_id = any ((select access.units('{case.read}', 'personal'))::uuid[]) or c.district = any ((select access.districts('{case.read}', 'personal'))::text[])) offset 0)) and not exists (select from casework.case_person o where o.case_id = family_word.case_id and o.role = 'respondent'
      and o.person_id = any ((select access.offender_side())::uuid[])))
  );
grant insert on casework."family_word" to anwang_app, anwang_worker;
create policy family_word_insert on casework."family_word" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."family_word".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."family_word" to anwang_app, anwang_worker;
create policy family_word_update on casework."family_word" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."family_word".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."family_word".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant delete on casework."family_word" to anwang_app, anwang_worker;
create policy family_word_delete on casework."family_word" for delete to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."family_word".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.case_report (case, basic)
alter table casework."case_report" enable row level security;
revoke all on casework."case_report" from anwang_app, anwang_worker;
grant select on casework."case_report" to anwang_app, anwang_worker;
create policy case_report_select on casework."case_report" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."case_report".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."case_report" to anwang_app, anwang_worker;
create policy case_report_insert on casework."case_report" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."case_report".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."case_report" to anwang_app, anwang_worker;
create policy case_report_update on casework."case_report" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."case_report".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."case_report".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.assignment (case, basic)
alter table casework."assignment" enable row level security;
revoke all on casework."assignment" from anwang_app, anwang_worker;
grant select on casework."assignment" to anwang_app, anwang_worker;
create policy assignment_select on casework."assignment" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."assignment".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."assignment" to anwang_app, anwang_worker;
create policy assignment_insert on casework."assignment" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."assignment".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."assignment" to anwang_app, anwang_worker;
create policy assignment_update on casework."assignment" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."assignment".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."assignment".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.share (case, basic)
alter table casework."share" enable row level security;
revoke all on casework."share" from anwang_app, anwang_worker;
grant select on casework."share" to anwang_app, anwang_worker;
create policy share_select on casework."share" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."share".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."share" to anwang_app, anwang_worker;
create policy share_insert on casework."share" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."share".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."share" to anwang_app, anwang_worker;
create policy share_update on casework."share" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."share".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."share".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.clock (case, basic)
alter table casework."clock" enable row level security;
revoke all on casework."clock" from anwang_app, anwang_worker;
grant select on casework."clock" to anwang_app, anwang_worker;
create policy clock_select on casework."clock" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics,clock}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."clock".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."clock" to anwang_app, anwang_worker;
create policy clock_insert on casework."clock" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."clock".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."clock" to anwang_app, anwang_worker;
create policy clock_update on casework."clock" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."clock".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{clock}'))
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."clock".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.visit (case, basic)
alter table casework."visit" enable row level security;
revoke all on casework."visit" from anwang_app, anwang_worker;
grant select on casework."visit" to anwang_app, anwang_worker;
create policy visit_select on casework."visit" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."visit".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."visit" to anwang_app, anwang_worker;
create policy visit_insert on casework."visit" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."visit".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."visit" to anwang_app, anwang_worker;
create policy visit_update on casework."visit" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."visit".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."visit".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.planned_visit (case, basic)
alter table casework."planned_visit" enable row level security;
revoke all on casework."planned_visit" from anwang_app, anwang_worker;
grant select on casework."planned_visit" to anwang_app, anwang_worker;
create policy planned_visit_select on casework."planned_visit" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."planned_visit".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."planned_visit" to anwang_app, anwang_worker;
create policy planned_visit_insert on casework."planned_visit" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."planned_visit".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."planned_visit" to anwang_app, anwang_worker;
create policy planned_visit_update on casework."planned_visit" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."planned_visit".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."planned_visit".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.transfer (case, basic)
alter table casework."transfer" enable row level security;
revoke all on casework."transfer" from anwang_app, anwang_worker;
grant select on casework."transfer" to anwang_app, anwang_worker;
create policy transfer_select on casework."transfer" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."transfer".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."transfer" to anwang_app, anwang_worker;
create policy transfer_insert on casework."transfer" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."transfer".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."transfer" to anwang_app, anwang_worker;
create policy transfer_update on casework."transfer" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."transfer".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."transfer".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.move (case, basic)
alter table casework."move" enable row level security;
revoke all on casework."move" from anwang_app, anwang_worker;
grant select on casework."move" to anwang_app, anwang_worker;
create policy move_select on casework."move" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics,clock}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."move".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."move" to anwang_app, anwang_worker;
create policy move_insert on casework."move" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."move".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."move" to anwang_app, anwang_worker;
create policy move_update on casework."move" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."move".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."move".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.adoption (county, basic)
alter table casework."adoption" enable row level security;
revoke all on casework."adoption" from anwang_app, anwang_worker;
grant select on casework."adoption" to anwang_app, anwang_worker;
create policy adoption_select on casework."adoption" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{statement.read}', 'basic'))::text[])
    or (select access.holds('{clock}'))
  );
grant insert on casework."adoption" to anwang_app, anwang_worker;
create policy adoption_insert on casework."adoption" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{statement.propose}', 'basic'))::text[])
  );
grant update on casework."adoption" to anwang_app, anwang_worker;
create policy adoption_update on casework."adoption" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{statement.propose,statement.approve}', 'basic'))::text[])
    or (select access.holds('{clock}'))
  ) with check (
    county = any ((select access.counties('{statement.propose,statement.approve}', 'basic'))::text[])
    or (select access.holds('{clock}'))
  );

-- casework.adoption_case (county, basic)
alter table casework."adoption_case" enable row level security;
revoke all on casework."adoption_case" from anwang_app, anwang_worker;
grant select on casework."adoption_case" to anwang_app, anwang_worker;
create policy adoption_case_select on casework."adoption_case" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{statement.read}', 'basic'))::text[])
    or (select access.holds('{clock}'))
  );
grant insert on casework."adoption_case" to anwang_app, anwang_worker;
create policy adoption_case_insert on casework."adoption_case" for insert to anwang_app, anwang_worker
  with check (
    (select access.holds('{clock}'))
  );
grant update on casework."adoption_case" to anwang_app, anwang_worker;
create policy adoption_case_update on casework."adoption_case" for update to anwang_app, anwang_worker
  using (
    (select access.holds('{clock}'))
  ) with check (
    (select access.holds('{clock}'))
  );

-- casework.assessment (case, assessment)
alter table casework."assessment" enable row level security;
revoke all on casework."assessment" from anwang_app, anwang_worker;
grant select on casework."assessment" to anwang_app, anwang_worker;
create policy assessment_select on casework."assessment" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read}', 'assessment'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read}', 'assessment'))
    or exists (select from placed."case" c where c.id = casework."assessment".case_id and (c.unit_id = any ((select access.units('{case.read}', 'assessment'))::uuid[]) or c.district = any ((select access.districts('{case.read}', 'assessment'))::text[])) offset 0)
  );
grant insert on casework."assessment" to anwang_app, anwang_worker;
create policy assessment_insert on casework."assessment" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."assessment".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."assessment" to anwang_app, anwang_worker;
create policy assessment_update on casework."assessment" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."assessment".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."assessment".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );

-- casework.goal (case, basic)
alter table casework."goal" enable row level security;
revoke all on casework."goal" from anwang_app, anwang_worker;
grant select on casework."goal" to anwang_app, anwang_worker;
create policy goal_select on casework."goal" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."goal".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."goal" to anwang_app, anwang_worker;
create policy goal_insert on casework."goal" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."goal".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."goal" to anwang_app, anwang_worker;
create policy goal_update on casework."goal" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."goal".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  ) with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."goal".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant delete on casework."goal" to anwang_app, anwang_worker;
create policy goal_delete on casework."goal" for delete to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.plan}', 'basic'))::text[])
    or case_id in (select access.cases('{case.plan}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."goal".case_id and (c.unit_id = any ((select access.units('{case.plan}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.plan}', 'basic'))::text[])) offset 0)
  );

-- casework.approval (case, basic)
alter table casework."approval" enable row level security;
revoke all on casework."approval" from anwang_app, anwang_worker;
grant select on casework."approval" to anwang_app, anwang_worker;
create policy approval_select on casework."approval" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.cases('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."approval".case_id and (c.unit_id = any ((select access.units('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant insert on casework."approval" to anwang_app, anwang_worker;
create policy approval_insert on casework."approval" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])
    or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))
    or exists (select from placed."case" c where c.id = casework."approval".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)
  );
grant update on casework."approval" to anwang_app, anwang_worker;
create policy approval_update on casework."approval" for update to anwang_app, anwang_worker
  using (
    ((county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[]) or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic')) or exists (select from placed."case" c where c.id = casework."approval".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)) and decided_by is distinct from proposed_by)
  ) with check (
    ((county = any ((select access.counties('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[]) or case_id in (select access.cases('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic')) or exists (select from placed."case" c where c.id = casework."approval".case_id and (c.unit_id = any ((select access.units('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}', 'basic'))::text[])) offset 0)) and decided_by is distinct from proposed_by)
  );

-- network.referral (case, narrative)
alter table network."referral" enable row level security;
revoke all on network."referral" from anwang_app, anwang_worker;
grant select on network."referral" to anwang_app, anwang_worker;
create policy referral_select on network."referral" for select to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.read}', 'narrative'))::text[])
    or (select access.holds('{statistics}'))
    or case_id in (select access.whole_cases('{case.read}', 'narrative'))
    or exists (select from placed."case" c where c.id = network."referral".case_id and (c.unit_id = any ((select access.units('{case.read}', 'narrative'))::uuid[]) or c.district = any ((select access.districts('{case.read}', 'narrative'))::text[])) offset 0)
    or to_unit = any ((select access.units('{referral.answer}', 'basic'))::uuid[])
  );
grant insert on network."referral" to anwang_app, anwang_worker;
create policy referral_insert on network."referral" for insert to anwang_app, anwang_worker
  with check (
    county = any ((select access.counties('{case.refer}', 'basic'))::text[])
    or case_id in (select access.cases('{case.refer}', 'basic'))
    or exists (select from placed."case" c where c.id = network."referral".case_id and (c.unit_id = any ((select access.units('{case.refer}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.refer}', 'basic'))::text[])) offset 0)
  );
grant update on network."referral" to anwang_app, anwang_worker;
create policy referral_update on network."referral" for update to anwang_app, anwang_worker
  using (
    county = any ((select access.counties('{case.refer}', 'basic'))::text[])
    or case_id in (select access.cases('{case.refer}', 'basic'))
    or exists (select from placed."case" c where c.id = network."referral".case_id and (c.unit_id = any ((select access.units('{case.refer}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.refer}', 'basic'))::text[])) offset 0)
    or to_unit = any ((select access.units('{referral.answer}', 'basic'))::uuid[])
  ) with check (
    county = any ((select access.counties('{case.refer}', 'basic'))::text[])
    or case_id in (select access.cases('{case.refer}', 'basic'))
    or exists (select from placed."case" c where c.id = network."referral".case_id and (c.unit_id = any ((select access.units('{case.refer}', 'basic'))::uuid[]) or c.district = any ((select access.districts('{case.refer}', 'basic'))::text[])) offset 0)
    or to_unit = any ((select access.units('{referral.answer}', 'basic'))::uuid[])
  );
