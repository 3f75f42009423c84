-- Search keys say under which index key they are, so that a rotation can be stopped and resumed; and which contacts they come from are hidden from whom,
-- value by value (house law 8).

alter table people.search_key add column key_id text not null default '';   -- '' = made before keys said so
alter table people.search_key add column hidden_from uuid[] not null default '{}';

drop function people.hide_contact_keys(uuid);
-- Hides the keys of one value. It only ever hides, and only for a person who has a hidden contact: calling it tells and opens nothing.
create function people.hide_contact_keys(person uuid, keys bytea[], kept_from uuid[]) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update people.search_key k set hidden = true,
    hidden_from = array(select distinct x from unnest(k.hidden_from || kept_from) x)
  where k.person_id = hide_contact_keys.person and k.kind in ('phone', 'address') and k.key = any (hide_contact_keys.keys)
    and exists (select from people.contact c where c.person_id = hide_contact_keys.person and c.hidden);
$$;
revoke execute on function people.hide_contact_keys from public;
