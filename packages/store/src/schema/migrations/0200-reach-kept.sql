-- What an actor reaches is worked out once and kept as one text, so that a policy reads its part of it instead of asking grants and rules in every statement.

create table access.place (
  key text primary key,                          -- the name under which the answer stands in the kept text
  kind text not null check (kind in ('counties','districts','units','owned','may','sees','holds','narrow','alone')),
  wanted text[] not null,                        -- acts; for 'holds' roles
  class text not null default ''
);
comment on table access.place is 'The questions about an actor''s grants that policies and lists ask; generated from them.';

create table access.stamp (
  account_id uuid primary key,
  number bigint not null
);
comment on table access.stamp is 'Moves whenever the grants or the standing of an account change: a reach kept under another number is not used.';

create unlogged table access.entry (
  account_id uuid not null,
  purpose text not null,
  stamp bigint not null,
  since timestamptz not null,
  until timestamptz not null,
  reach text not null,
  primary key (account_id, purpose)
);
comment on table access.entry is 'The kept reach of an account for a purpose, between two ends of grants; made anew whenever it does not hold. Losing it loses nothing.';

create function access.grants_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.stamp as s (account_id, number)
    select distinct c.account_id, 1 from changed c on conflict (account_id) do update set number = s.number + 1;
  return null;
end $$;
create trigger grant_made after insert on org."grant" referencing new table as changed for each statement execute function access.grants_changed();
create trigger grant_ended after update on org."grant" referencing new table as changed for each statement execute function access.grants_changed();
create trigger grant_gone after delete on org."grant" referencing old table as changed for each statement execute function access.grants_changed();

create function access.account_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.stamp as s (account_id, number) values (new.id, 1) on conflict (account_id) do update set number = s.number + 1;
  return null;
end $$;
create trigger account_changed after update on org.account for each row
  when (old.active is distinct from new.active or old.system is distinct from new.system) execute function access.account_changed();

-- A grant that holds everywhere names every county: a new one is there for the rest of the transaction that made it, and for everybody after.
create function access.counties_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.stamp as s (account_id, number)
    select distinct g.account_id, 1 from org."grant" g where g.reach_kind in ('national', 'own') on conflict (account_id) do update set number = s.number + 1;
  if current_setting('anwang.actor', true) <> '' then
    perform set_config('anwang.reach', access.reach(access.actor(), access.purpose()), true);
  end if;
  return null;
end $$;
create trigger counties_changed after insert or delete on org.county for each statement execute function access.counties_changed();
