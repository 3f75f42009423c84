-- A learned fact that was taken down wrongly is taken back by an officer, who says why. The row stays, is shown as taken back, and counts no more.
alter table intake.learned_fact
  add column back_at timestamptz,
  add column back_by uuid references org.account,
  add column back_why text check (back_why in ('mistyped', 'otherPerson', 'saidOtherwise')),
  add constraint learned_fact_back check (num_nulls(back_at, back_by, back_why) in (0, 3));

-- What the index holds by a fact that was taken back goes: its number, its contacts, and the keys that nothing else accounts for any more (the caller knows which).
-- Whoever was founded on the row is looked for, also when they were joined to somebody since.
create function people.unlearn(fact uuid, keys bytea[], contacts uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare founded uuid[];
begin
  if not access.holds('{matcher}')
    or not exists (select from intake.learned_fact f where f.id = unlearn.fact and f.back_at is not null) then
    raise exception 'no fact that was taken back' using errcode = '42501';
  end if;
  select array_agg(l.person_id) into founded from people.link l join intake.learned_fact f on f.record_id = l.record_id
    where f.id = unlearn.fact and l.basis = 'founding';
  delete from people.search_key k where k.person_id = any (founded) and k.key = any (unlearn.keys);
  delete from people.identifier_near n where n.identifier_id = unlearn.fact and n.person_id = any (founded);
  delete from people.identifier i where i.id = unlearn.fact and i.person_id = any (founded);
  -- Where somebody has put on record that it is hidden, the contact ends and the record stays.
  update people.contact c set valid_until = current_date, version = c.version + 1 from intake.learned_fact f
    where f.id = unlearn.fact and c.id = any (unlearn.contacts) and c.source = 'record:' || f.record_id
      and exists (select from people.shielding s where s.contact_id = c.id);
  delete from people.contact c using intake.learned_fact f
    where f.id = unlearn.fact and c.id = any (unlearn.contacts) and c.source = 'record:' || f.record_id
      and not exists (select from people.shielding s where s.contact_id = c.id);
end $$;
revoke execute on function people.unlearn from public;
