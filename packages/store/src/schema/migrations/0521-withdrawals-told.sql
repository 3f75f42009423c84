-- Whoever withdraws from a report leaves it to others of the desk: does somebody else review there now? Where nobody does, the head is told.
create function org.has_reviewer(of_county text, besides uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from org."grant" g join org.account a on a.id = g.account_id and a.active
    where g.role = 'deskReviewer' and g.reach_kind = 'county' and g.reach_id = of_county
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
      and g.account_id is distinct from besides)
$$;
revoke execute on function org.has_reviewer from public;
