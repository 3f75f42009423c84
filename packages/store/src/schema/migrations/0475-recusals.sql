-- Whose family is it? Nobody decides on a family of their own, but nothing said who an account is: `org.account.person_id` was asked everywhere and set nowhere.
-- Two ways now: a worker gives the own national ID (kept as an index and sealed), or withdraws from one report or case.

-- The own number of an account, once under each key of the index: while keys are exchanged both are asked.
create table access.own_number (
  account_id uuid not null references org.account,
  key_id text not null,
  whole bytea not null,
  sealed bytea not null,
  given_at timestamptz not null default now(),
  primary key (account_id, key_id)
);
create index own_number_whole on access.own_number (whole);
comment on table access.own_number is 'The national ID of whoever works here, by which they are kept from their own family and nothing else. Gone when the account is closed.';

create table access.recusal (
  id uuid primary key default uuidv7(),
  account_id uuid not null references org.account,
  county text not null references org.county,
  unit_id uuid references org.unit,
  kind text not null check (kind in ('report','case')),
  target_id uuid not null,
  number text not null,
  ground text not null,
  declared_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references org.account,
  lifted_why text check (length(btrim(lifted_why)) >= 10),
  check (lifted_by is distinct from account_id),
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_why is null))
);
create unique index recusal_standing on access.recusal (account_id, kind, target_id) where lifted_at is null;
create index recusal_county on access.recusal (county, declared_at, id);
comment on table access.recusal is 'Somebody has withdrawn from a report or case (行政程序法 32, 33): to the rules they are a relative of that family. Lifted by somebody else only.';

-- Whoever may have relatives is known to the session from the next transaction on.
create function access.own_people_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.stamp as s (account_id, number) values (coalesce(new.account_id, old.account_id), 1)
    on conflict (account_id) do update set number = s.number + 1;
  return null;
end $$;
create trigger own_number_changed after insert or update or delete on access.own_number for each row execute function access.own_people_changed();
create trigger recusal_changed after insert or update or delete on access.recusal for each row execute function access.own_people_changed();

create function access.own_number_goes() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from access.own_number n where n.account_id = new.id;
  return null;
end $$;
create trigger own_number_goes after update on org.account for each row when (old.active and not new.active) execute function access.own_number_goes();

-- Whether an account may have relatives in the index at all.
create function access.may_be_related(account uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from org.account a where a.id = may_be_related.account and a.person_id is not null)
    or exists (select from access.own_number n where n.account_id = may_be_related.account)
    or exists (select from access.recusal r where r.account_id = may_be_related.account and r.lifted_at is null)
$$;
revoke execute on function access.may_be_related from public;

-- The account's own person, and the people of what it has withdrawn from.
create function access.own_people(account uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.person_id from org.account a where a.id = own_people.account and a.person_id is not null
  union
  select i.person_id from access.own_number n join people.identifier i on i.whole = n.whole and i.kind = 'nationalId' where n.account_id = own_people.account
  union
  select rp.person_id from access.recusal r
    left join casework.case_report cr on r.kind = 'case' and cr.case_id = r.target_id
    join intake.report_person rp on rp.report_id = case r.kind when 'report' then r.target_id else cr.report_id end and rp.person_id is not null
    where r.account_id = own_people.account and r.lifted_at is null
  union
  select cp.person_id from access.recusal r join casework.case_person cp on r.kind = 'case' and cp.case_id = r.target_id and cp.person_id is not null
    where r.account_id = own_people.account and r.lifted_at is null
$$;
revoke execute on function access.own_people from public;

-- Whether one of these people is of the family of those: kin of kin, and who lives with them.
create function people.of_family(own uuid[], named uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with near as (
    select unnest(named) as id
    union select k.other_id from people.kin k where k.person_id = any (named) and k.relation <> 'conflict'
    union select k.person_id from people.kin k where k.other_id = any (named) and k.relation <> 'conflict'
    union select m.person_id from people.household_member m
      where m.valid_until is null and m.household_id in
        (select h.household_id from people.household_member h where h.person_id = any (named) and h.valid_until is null)),
  far as (
    select id from near
    union select k.other_id from people.kin k join near n on n.id = k.person_id where k.relation <> 'conflict'
    union select k.person_id from people.kin k join near n on n.id = k.other_id where k.relation <> 'conflict')
  select exists (select from far where far.id = any (own));
$$;
revoke execute on function people.of_family from public;

create or replace function intake.family_holds(account uuid, report uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select people.of_family(array(select access.own_people(family_holds.account)),
    array(select rp.person_id from intake.report_person rp where rp.report_id = family_holds.report and rp.person_id is not null));
$$;

create or replace function intake.is_relative(account uuid, report uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_be_related(account) then
    return false;
  end if;
  return exists (select from access.recusal r where r.account_id = is_relative.account and r.lifted_at is null
      and (r.kind = 'report' and r.target_id = is_relative.report
        or r.kind = 'case' and exists (select from casework.case_report cr where cr.case_id = r.target_id and cr.report_id = is_relative.report)))
    or intake.family_holds(account, report);
end $$;

-- The same of a case: by its reports, and by the people who are in it now.
create function casework.is_relative(account uuid, of_case uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_be_related(account) then
    return false;
  end if;
  return exists (select from access.recusal r where r.account_id = is_relative.account and r.lifted_at is null and r.kind = 'case' and r.target_id = of_case)
    or exists (select from casework.case_report cr where cr.case_id = of_case and intake.is_relative(is_relative.account, cr.report_id))
    or people.of_family(array(select access.own_people(is_relative.account)),
      array(select cp.person_id from casework.case_person cp where cp.case_id = of_case and cp.person_id is not null and (cp.until is null or cp.until > now())));
end $$;
revoke execute on function casework.is_relative from public;
