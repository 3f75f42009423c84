-- A plan that is changed says anew whom it means: a case that follows a decision of the index follows there too.
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
        when 'visitPlanned' then jsonb_build_object('persons', e.facts -> 'persons')
        when 'visitChanged' then jsonb_build_object('persons', e.facts -> 'persons')
        when 'assessmentCompleted' then jsonb_build_object('person', e.facts -> 'person')
        else e.facts end
    from people.decision_move m join casework."case" c on c.id = m.row_id
    join casework.event e on e.case_id = c.id
      and e.type in ('caseDispatched','memberAdded','memberRemoved','memberRoleChanged','personReplaced','personRestored','visitRecorded','contactRecorded','visitPlanned','visitChanged','assessmentCompleted')
    where m.decision_id = d.id and m.what = 'case' order by c.id, e.seq;
end $$;

-- What whoever goes to the family must heed, coded: there for everybody who sees the case, also for a partner who reads none of its plans.
alter table casework."case" add column warnings text[] not null default '{}';
