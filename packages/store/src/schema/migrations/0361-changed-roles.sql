-- A member's role in a case is corrected by an event of its own; a case that follows a decision of the index folds it with the others.
create or replace function casework.people_events(decision uuid)
  returns table (case_id uuid, county text, origin uuid, target uuid, version integer, seq integer, id uuid, type text, happened_at timestamptz, facts jsonb)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare d people.decision := people.own_decision(people_events.decision);
begin
  perform 1 from casework."case" c join people.decision_move m on m.row_id = c.id and m.decision_id = d.id and m.what = 'case' order by c.id for no key update of c;
  return query select c.id, c.county, (m.before #>> '{}')::uuid, (m.after #>> '{}')::uuid, c.version, e.seq, e.id, e.type, e.happened_at,
      case e.type when 'caseDispatched' then jsonb_build_object('members', e.facts -> 'members', 'subject', e.facts -> 'subject')
        when 'visitRecorded' then jsonb_build_object('person', e.facts -> 'persons' -> 0)
        when 'contactRecorded' then jsonb_build_object('person', e.facts -> 'persons' -> 0)
        when 'assessmentCompleted' then jsonb_build_object('person', e.facts -> 'person')
        else e.facts end
    from people.decision_move m join casework."case" c on c.id = m.row_id
    join casework.event e on e.case_id = c.id
      and e.type in ('caseDispatched','memberAdded','memberRemoved','memberRoleChanged','personReplaced','personRestored','visitRecorded','contactRecorded','assessmentCompleted')
    where m.decision_id = d.id and m.what = 'case' order by c.id, e.seq;
end $$;

-- House law 8: what is hidden of the victims of these cases is hidden from everybody who stands on the other side there. Only ever hides, and only what is
-- hidden already: calling it tells and opens nothing.
create function casework.keep_apart(cases uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare s record;
begin
  for s in
    select v.person_id as victim, array_agg(distinct o.person_id) as others
    from casework."case" c
      join casework.case_person v on v.case_id = c.id and v.until is null and (v.role = 'victim' or (v.role = 'subject' and c.side = 'victim'))
      join casework.case_person o on o.case_id = c.id and o.until is null and o.role = 'respondent' and o.person_id <> v.person_id
    where c.id = any (keep_apart.cases) group by v.person_id
  loop
    update people.contact k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x), version = k.version + 1
      where k.person_id = s.victim and k.hidden and not s.others <@ k.hidden_from;
    update people.household_member k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x)
      where k.person_id = s.victim and k.hidden and not s.others <@ k.hidden_from;
    update people.kin k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x)
      where s.victim in (k.person_id, k.other_id) and k.hidden and not s.others <@ k.hidden_from;
    update people.shielding k set hidden_from = array(select distinct x from unnest(k.hidden_from || s.others) x)
      where k.person_id = s.victim and not s.others <@ k.hidden_from;
  end loop;
end $$;
revoke execute on function casework.keep_apart from public;

-- Who stands on the other side in the cases of a report, for the matcher, who hides what the report wants hidden and reads no case.
create function casework.other_side(report uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.holds('{matcher}') then
    return query select distinct cp.person_id from casework.case_report cr
      join casework.case_person cp on cp.case_id = cr.case_id and cp.until is null and cp.role = 'respondent' where cr.report_id = other_side.report;
  end if;
end $$;
revoke execute on function casework.other_side from public;

-- On which side somebody stands in the very case that is being changed does not count against those who work on it.
drop function casework.both_sides(uuid, uuid[], uuid[]);
create function casework.both_sides(account uuid, subjects uuid[], respondents uuid[], besides uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    select c.id from casework.assignment s join casework."case" c on c.id = s.case_id
    where s.account_id = both_sides.account and (s.until is null or s.until > now()) and s.role <> 'supervisor' and c.closed_at is null
      and c.id is distinct from both_sides.besides)
  select exists (
    select from held h join casework.case_person cp on cp.case_id = h.id and cp.until is null
    where (cp.role in ('subject', 'victim') and cp.person_id = any (both_sides.respondents))
       or (cp.role = 'respondent' and cp.person_id = any (both_sides.subjects)));
$$;
revoke execute on function casework.both_sides from public;
