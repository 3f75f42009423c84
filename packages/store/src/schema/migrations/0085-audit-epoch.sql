-- The epoch of the audit: a restore raises it, since transaction numbers of another cluster start anew. New rows take it by the default of the column, which the restore sets.
create table audit.era (
  one boolean primary key default true check (one),
  epoch integer not null
);
insert into audit.era (epoch) values (1);
create function audit.epoch() returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select epoch from audit.era
$$;
revoke execute on function audit.epoch from public;
