-- A contact that is shown again is found again. The caller has lifted it in this very transaction (the record of it is there), and says how many
-- contacts of the person it knows to be hidden still: if there are more, it could not tell which keys they share, and nothing is shown. When none is
-- left, every key of a contact is shown; else only those of the lifted value. One that was hidden from its first moment gets its keys now.
create function people.show_contact_keys(person uuid, contact uuid, still_hidden integer, old_keys bytea[], new_keys bytea[], kinds text[], index_key text)
  returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from people.contact c where c.id = show_contact_keys.contact and c.person_id = show_contact_keys.person and not c.hidden)
    or not exists (select from people.shielding s where s.contact_id = show_contact_keys.contact and s.act = 'lift' and s.done_at = now())
    or (select count(*) from people.contact c where c.person_id = show_contact_keys.person and c.hidden) <> show_contact_keys.still_hidden then
    return;
  end if;
  update people.search_key k set hidden = false, hidden_from = '{}'
    where k.person_id = show_contact_keys.person and k.kind in ('phone', 'address') and k.hidden
      and (show_contact_keys.still_hidden = 0 or k.key = any (show_contact_keys.old_keys));
  insert into people.search_key (key, kind, person_id, county, district, key_id)
    select n.key, n.kind, p.id, p.county, p.district, show_contact_keys.index_key
    from unnest(show_contact_keys.new_keys, show_contact_keys.kinds) n (key, kind), people.person p
    where p.id = show_contact_keys.person and n.kind in ('phone', 'address')
    on conflict do nothing;
end $$;
revoke execute on function people.show_contact_keys from public;
