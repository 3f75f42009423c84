-- Nobody is left alone: a post that nobody holds is found by its unit, and what is told to it goes one step up.

create index grant_supervisor on org.grant (reach_id) where role = 'supervisor';

-- Does somebody supervise the unit now, other than `besides`? The one place of this rule: notices, routes and the burden of an account ask it.
create function org.has_supervisor(of_unit uuid, besides uuid default null) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from org."grant" g join org.account a on a.id = g.account_id and a.active
    where g.role = 'supervisor' and g.reach_kind = 'unit' and g.reach_id = of_unit::text
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
      and g.account_id is distinct from besides)
$$;
revoke execute on function org.has_supervisor from public;

-- May the account lead a case of the unit: it belongs there and holds the right to?
create function org.may_lead(account uuid, of_unit uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from org.account a join org."grant" g on g.account_id = a.id
    where a.id = may_lead.account and a.active and a.unit_id = of_unit
      and g.role in ('leadWorker', 'supervisor') and g.reach_kind = 'unit' and g.reach_id = of_unit::text
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
$$;
revoke execute on function org.may_lead from public;

-- Whose right ends is said by the user name: an account's code, as a number is a case's.
alter table system.notice drop constraint notice_ref_check, add constraint notice_ref_check check (ref ~ '^[A-Za-z0-9._@-]{1,64}$');

-- A notice to a supervisor's post that nobody holds would be read by nobody: the head of the county reads it instead.
create function system.notice_step_up() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  up text := 'director:county:' || new.county;
begin
  if new.to_post like 'supervisor:unit:%' and not org.has_supervisor(substr(new.to_post, 17)::uuid) then
    new.once := replace(new.once, new.to_post, up);
    new.to_post := up;
  end if;
  return new;
end $$;
revoke execute on function system.notice_step_up from public;
create trigger notice_step_up before insert on system.notice for each row execute function system.notice_step_up();

-- Why two people may not be joined: something is hidden from one of them by the other, they stand on the two sides of one case, or whoever works on a case of the
-- one holds the other side of a case of the other (house law 8). Null when nothing speaks against it.
create function people.merge_conflict(a uuid, b uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may('{person.link}') then
    return null;
  end if;
  if exists (select from people.contact c where (c.person_id = a and b = any (c.hidden_from)) or (c.person_id = b and a = any (c.hidden_from)))
    or exists (select from people.household_member m where (m.person_id = a and b = any (m.hidden_from)) or (m.person_id = b and a = any (m.hidden_from)))
    or exists (select from people.kin k where (k.person_id = a and b = any (k.hidden_from)) or (k.person_id = b and a = any (k.hidden_from)))
    or exists (select from casework.case_person x join casework.case_person y on y.case_id = x.case_id and y.until is null
      where x.until is null and x.person_id in (a, b) and y.person_id in (a, b) and x.person_id <> y.person_id
        and x.role in ('subject', 'victim') and y.role = 'respondent') then
    return 'opposed';
  end if;
  if exists (
    select from casework.case_person x join casework."case" c on c.id = x.case_id and c.closed_at is null
      join casework.assignment s on s.case_id = c.id and s.role <> 'supervisor' and (s.until is null or s.until > now())
      join casework.assignment t on t.account_id = s.account_id and t.role <> 'supervisor' and (t.until is null or t.until > now())
      join casework."case" d on d.id = t.case_id and d.closed_at is null
      join casework.case_person y on y.case_id = d.id and y.until is null
    where x.until is null and x.person_id in (a, b) and y.person_id in (a, b) and x.person_id <> y.person_id
      and x.role in ('subject', 'victim') and y.role = 'respondent') then
    return 'bothSides';
  end if;
  return null;
end $$;
revoke execute on function people.merge_conflict from public;
drop function people.opposed(uuid, uuid);
