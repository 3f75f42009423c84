-- Whom a case is about may turn out to be somebody else: its title follows, and goes back when the decision is taken back.
create or replace function casework.follow_decision(decision uuid, in_case uuid, event_id uuid, event_type text, event_facts jsonb, happened timestamptz,
    members jsonb, spoken_of jsonb) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d people.decision := people.own_decision(follow_decision.decision);
  m people.decision_move;
  next_seq integer;
  held casework."case";
  former uuid;
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
  former := held.subject_person_id;
  if event_type = 'personReplaced' and held.subject_person_id = (m.before #>> '{}')::uuid then
    update people.decision_move x set subject = true where x.decision_id = d.id and x.position = m.position;
    held.subject_person_id := (m.after #>> '{}')::uuid;
  elsif event_type = 'personRestored' and m.subject then
    held.subject_person_id := (m.before #>> '{}')::uuid;
  end if;
  -- The case is called by whom it is about.
  if held.subject_person_id is distinct from former then
    select replace(held.title, o.name, n.name) into held.title from people.person o, people.person n
      where o.id = former and n.id = held.subject_person_id and o.name <> '' and n.name <> '' and position(o.name in held.title) > 0;
    held.title := coalesce(held.title, (select c.title from casework."case" c where c.id = in_case));
  end if;
  update casework."case" c set version = c.version + 1, subject_person_id = held.subject_person_id, title = held.title where c.id = in_case returning c.version into next_seq;
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

