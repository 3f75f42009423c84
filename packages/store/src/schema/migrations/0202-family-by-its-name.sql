-- The look at a family names its own arguments: under its new name (0201) they had been left under the old one.
create or replace function intake.family_holds(account uuid, report uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as (select a.person_id as id from org.account a where a.id = family_holds.account and a.person_id is not null),
  named as (select rp.person_id as id from intake.report_person rp where rp.report_id = family_holds.report and rp.person_id is not null),
  near as (
    select id from named
    union select k.other_id from people.kin k join named n on n.id = k.person_id where k.relation <> 'conflict'
    union select k.person_id from people.kin k join named n on n.id = k.other_id where k.relation <> 'conflict'
    union select m.person_id from people.household_member m
      where m.valid_until is null and m.household_id in
        (select h.household_id from people.household_member h join named n on n.id = h.person_id where h.valid_until is null)),
  far as (
    select id from near
    union select k.other_id from people.kin k join near n on n.id = k.person_id where k.relation <> 'conflict'
    union select k.person_id from people.kin k join near n on n.id = k.other_id where k.relation <> 'conflict')
  select exists (select from own join far on far.id = own.id);
$$;
