-- When a contact is hidden (house law 8), the search keys made from contacts must go with it, also where whoever hides it may not touch search keys.
-- It only ever hides, and only for a person who has a hidden contact: calling it tells and opens nothing.
create function people.hide_contact_keys(person uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update people.search_key k set hidden = true
  where k.person_id = hide_contact_keys.person and k.kind in ('phone', 'address') and not k.hidden
    and exists (select from people.contact c where c.person_id = hide_contact_keys.person and c.hidden);
$$;
revoke execute on function people.hide_contact_keys from public;
