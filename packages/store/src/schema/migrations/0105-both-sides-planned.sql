-- A helper's planned end lies in the future: until then the account holds the case, and may not stand on the other side.
create or replace function casework.both_sides(account uuid, subjects uuid[], respondents uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    select c.id from casework.assignment s join casework."case" c on c.id = s.case_id
    where s.account_id = both_sides.account and (s.until is null or s.until > now()) and s.role <> 'supervisor' and c.closed_at is null)
  select exists (
    select from held h join casework.case_person cp on cp.case_id = h.id and cp.until is null
    where (cp.role in ('subject', 'victim') and cp.person_id = any (both_sides.respondents))
       or (cp.role = 'respondent' and cp.person_id = any (both_sides.subjects)));
$$;
