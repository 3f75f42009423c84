-- The log asked by a case or report, and by what was done. A request only notes what is to be put into the list of things (0.02 ms); audit.tidy() puts it in, every
-- five minutes, where nobody waits: the limit at which a request would do it itself is far away.
create index audit_entry_thing on audit.entry using gin (ids) with (gin_pending_list_limit = 65536) where ids <> '{}';
create index audit_entry_action on audit.entry (action, id);
create index audit_block_epoch on audit.block (epoch, seq);
create index audit_entry_route on audit.entry (route, id);

create function audit.tidy() returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select gin_clean_pending_list('audit.audit_entry_thing'), gin_clean_pending_list('audit.audit_entry_person')
$$;
revoke execute on function audit.tidy from public;
