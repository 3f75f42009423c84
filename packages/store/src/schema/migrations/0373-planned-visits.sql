-- Visits and contacts that somebody means to make: one row for whoever goes and one for each who goes along, so that everybody finds their own day by an index.
-- Nothing in it says where: that is in the event, for whoever reads events, and names a contact only by its id.
create table casework.planned_visit (
  id uuid not null,                              -- plan id in the events
  account_id uuid not null references org.account,
  case_id uuid not null references casework.case,
  county text not null references org.county,
  said_by uuid not null,                         -- the event that planned it, where its words are
  goes boolean not null,                         -- false: goes along
  kind text not null check (kind in ('visit','contact')),
  method text not null,
  persons uuid[] not null,
  planned_at timestamptz not null,
  minutes integer,
  status text not null check (status in ('open','kept','nobodyHome','refused','cancelled','lapsed','passedOn')),
  primary key (id, account_id)
);
create index planned_visit_account on casework.planned_visit (account_id, planned_at);
create index planned_visit_case on casework.planned_visit (case_id, planned_at);

-- A case that follows a decision of the index says of plans too whom they mean.
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
        when 'assessmentCompleted' then jsonb_build_object('person', e.facts -> 'person')
        else e.facts end
    from people.decision_move m join casework."case" c on c.id = m.row_id
    join casework.event e on e.case_id = c.id
      and e.type in ('caseDispatched','memberAdded','memberRemoved','memberRoleChanged','personReplaced','personRestored','visitRecorded','contactRecorded','visitPlanned','assessmentCompleted')
    where m.decision_id = d.id and m.what = 'case' order by c.id, e.seq;
end $$;

create or replace function casework.follow_decision(decision uuid, in_case uuid, event_id uuid, event_type text, event_facts jsonb, happened timestamptz,
    members jsonb, spoken_of jsonb) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d people.decision := people.own_decision(follow_decision.decision);
  m people.decision_move;
  next_seq integer;
  held casework."case";
begin
  select * into m from people.decision_move x where x.decision_id = d.id and x.what = 'case' and x.row_id = in_case limit 1;
  if not found or event_type not in ('personReplaced', 'personRestored') or (event_facts ->> 'decision')::uuid <> d.id then
    raise exception 'not a case of this decision' using errcode = '42501';
  end if;
  if exists (select from jsonb_to_recordset(members) x(person_id uuid) where x.person_id not in ((m.before #>> '{}')::uuid, (m.after #>> '{}')::uuid)
      and not exists (select from casework.case_person cp where cp.case_id = in_case and cp.person_id = x.person_id)) then
    raise exception 'somebody who does not belong to the case' using errcode = '42501';
  end if;
  select * into held from casework."case" c where c.id = in_case for no key update;
  if event_type = 'personReplaced' and held.subject_person_id = (m.before #>> '{}')::uuid then
    update people.decision_move x set subject = true where x.decision_id = d.id and x.position = m.position;
    held.subject_person_id := (m.after #>> '{}')::uuid;
  elsif event_type = 'personRestored' and m.subject then
    held.subject_person_id := (m.before #>> '{}')::uuid;
  end if;
  update casework."case" c set version = c.version + 1, subject_person_id = held.subject_person_id where c.id = in_case returning c.version into next_seq;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts)
  values (in_case, next_seq, event_id, held.county, event_type, happened, access.actor(), event_facts);
  delete from casework.case_person cp where cp.case_id = in_case;
  insert into casework.case_person (case_id, person_id, county, role, relation, since, until)
    select in_case, x.person_id, held.county, x.role, x.relation, x.since, x.until
    from jsonb_to_recordset(members) x(person_id uuid, role text, relation text, since timestamptz, until timestamptz);
  update casework.visit v set person_id = x.person_id from jsonb_to_recordset(spoken_of) x(id uuid, person_id uuid)
    where v.case_id = in_case and v.id = x.id and v.person_id is distinct from x.person_id;
  update casework.planned_visit v set persons = x.persons from jsonb_to_recordset(spoken_of) x(id uuid, persons uuid[])
    where v.case_id = in_case and v.said_by = x.id and x.persons is not null and v.persons is distinct from x.persons;
  update casework.assessment a set subject_person_id = x.person_id from jsonb_to_recordset(spoken_of) x(id uuid, person_id uuid)
    where a.case_id = in_case and a.id = x.id and a.subject_person_id is distinct from x.person_id;
  return next_seq;
end $$;

