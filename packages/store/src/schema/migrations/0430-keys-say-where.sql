-- Searching and matching ask many keys and use few: each was read from its page of the table (one page a key, the keys of a name lie anywhere) and, for an actor of a
-- district, again from the page of its person. Now the index says all that a policy asks, and the key itself says where the person is.
create function people.move_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update people.search_key k set county = new.county, district = new.district where k.person_id = new.id;
  return null;
end $$;
revoke execute on function people.move_keys from public;
create trigger keys_move after update of county, district on people.person for each row
  when (old.county is distinct from new.county or old.district is distinct from new.district) execute function people.move_keys();

update people.search_key k set county = p.county, district = p.district from people.person p
  where p.id = k.person_id and (k.county <> p.county or k.district is distinct from p.district);

-- An entry of the index has to fit a part of a page. Hidden from more people than this, a key is hidden from everybody but the matcher ('{}' and hidden), which is the safe side.
create function people.bound_hidden_from() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.hidden_from := '{}';
  return new;
end $$;
revoke execute on function people.bound_hidden_from from public;
create trigger hidden_from_bound before insert or update of hidden_from on people.search_key for each row
  when (cardinality(new.hidden_from) > 100) execute function people.bound_hidden_from();
update people.search_key set hidden_from = '{}' where cardinality(hidden_from) > 100;

alter table people.search_key drop constraint search_key_pkey;
alter table people.search_key add constraint search_key_pkey primary key (key, person_id, kind) include (county, district, hidden, hidden_from);
