-- Decisions on who is who, each with what it moved, so that taking one back is exact; and the way in which cases follow, as events of theirs.

create table people.decision (
  id uuid primary key,
  county text not null references org.county,
  verb text not null check (verb in ('confirm', 'reject', 'undo', 'merge', 'split')),
  link_id uuid references people.link on delete set null,
  person_ids uuid[] not null,                    -- all whom it touches
  record_ids uuid[] not null default '{}',
  decided_by uuid not null references org.account,
  decided_at timestamptz not null,
  written_at timestamptz not null default now(), -- the moment of the transaction: only within it may moves be added
  taken_back_by uuid references org.account,
  taken_back_at timestamptz,
  taken_back_in timestamptz,
  version integer not null default 1,
  check ((taken_back_by is null) = (taken_back_at is null))
);
create index decision_county on people.decision (county, decided_at desc, id);
create index decision_person on people.decision using gin (person_ids);
create index person_merged on people.person (merged_into) where merged_into is not null;
create index decision_link on people.decision (link_id);
comment on table people.decision is 'Who decided when that source rows or persons are one or two; taken back only in reverse order where they touch the same.';

create table people.decision_move (
  decision_id uuid not null references people.decision,
  position integer generated always as identity,
  what text not null check (what in ('link','redirect','founded','reportPerson','flag','contact','kinPerson','kinOther','householdMember',
    'contactShield','kinShield','householdShield','reach','case')),
  row_id uuid not null,
  before jsonb,
  after jsonb,
  subject boolean not null default false,        -- of a case: the origin was its subject
  primary key (decision_id, position)
);
comment on table people.decision_move is 'What a decision changed, row by row: ids and codes. Read by the functions that carry out and take back, by nobody else.';

create function people.own_decision(decision uuid) returns people.decision
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare d people.decision;
begin
  select * into d from people.decision x where x.id = own_decision.decision
    and ((x.decided_by = access.actor() and x.written_at = now()) or (x.taken_back_by = access.actor() and x.taken_back_in = now()));
  if not found or not access.may('{person.link}') then
    raise exception 'no decision of this transaction' using errcode = '42501';
  end if;
  return d;
end $$;
revoke execute on function people.own_decision from public;

-- Is something of one hidden from the other (law 8)? Then they are not one, whoever says so.
create function people.opposed(a uuid, b uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return access.may('{person.link}') and (
    exists (select from people.contact c where (c.person_id = a and b = any (c.hidden_from)) or (c.person_id = b and a = any (c.hidden_from)))
    or exists (select from people.household_member m where (m.person_id = a and b = any (m.hidden_from)) or (m.person_id = b and a = any (m.hidden_from)))
    or exists (select from people.kin k where (k.person_id = a and b = any (k.hidden_from)) or (k.person_id = b and a = any (k.hidden_from))));
end $$;
revoke execute on function people.opposed from public;

-- Everything that rests on the rows (or, with no rows, on the person) now speaks of `target`. With the owner's eyes, since hidden contacts and cases of other
-- units follow as well; nothing is told of them. Notes each row that moved, and the cases that have to follow by events of their own.
create function people.follow(decision uuid, records uuid[], origin uuid, target uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d people.decision := people.own_decision(follow.decision);
  whole boolean := follow.records is null;
begin
  if not coalesce((select bool_and(p.county = any (access.counties('{person.link}', 'basic'))) from people.person p where p.id in (origin, target)), false) then
    raise exception 'persons out of reach' using errcode = '42501';
  end if;
  -- Cases first, while the reports still speak of the origin: those whose rows all move, or all cases of the person.
  insert into people.decision_move (decision_id, what, row_id, before, after)
    select d.id, 'case', x.case_id, to_jsonb(origin), to_jsonb(target) from (
      select distinct cp.case_id from casework.case_person cp where cp.person_id = origin and (whole or (
        exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
          where cr.case_id = cp.case_id and rp.person_id = origin and rp.record_id = any (records))
        and not exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
          where cr.case_id = cp.case_id and rp.person_id = origin and rp.record_id <> all (records))))) x;
  with changed as (update intake.report_person r set person_id = target
      where case when whole then r.person_id = origin else r.record_id = any (records) and r.person_id is not distinct from origin end returning r.id)
    insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'reportPerson', id, to_jsonb(origin), to_jsonb(target) from changed;
  if origin is null then
    return;
  end if;
  with changed as (update people.flag f set person_id = target
      where f.person_id = origin and (whole or f.record_id = any (records)) returning f.id)
    insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'flag', id, to_jsonb(origin), to_jsonb(target) from changed;
  -- A person founded anew from the row came with copies of the contacts that follow now; a copy would not know what is hidden.
  delete from people.contact c where c.person_id = target and c.source = any (select 'record:' || r from unnest(records) r)
    and exists (select from people.contact o where o.person_id = origin and o.source = c.source);
  with changed as (update people.contact c set person_id = target, version = c.version + 1
      where c.person_id = origin and (whole or c.source = any (select 'record:' || r from unnest(records) r)) returning c.id)
    insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'contact', id, to_jsonb(origin), to_jsonb(target) from changed;
  update people.search_key k set hidden = true where k.person_id = target and k.kind in ('phone', 'address') and not k.hidden
    and exists (select from people.contact c where c.person_id = target and c.hidden);
  if whole then
    with changed as (update people.kin k set person_id = target where k.person_id = origin and k.other_id <> target returning k.id)
      insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'kinPerson', id, to_jsonb(origin), to_jsonb(target) from changed;
    with changed as (update people.kin k set other_id = target where k.other_id = origin and k.person_id <> target returning k.id)
      insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'kinOther', id, to_jsonb(origin), to_jsonb(target) from changed;
    with changed as (update people.household_member m set person_id = target where m.person_id = origin returning m.id)
      insert into people.decision_move (decision_id, what, row_id, before, after) select d.id, 'householdMember', id, to_jsonb(origin), to_jsonb(target) from changed;
  end if;
  -- What is hidden from one is hidden from both.
  with changed as (update people.contact c set hidden_from = c.hidden_from || target where origin = any (c.hidden_from) and target <> all (c.hidden_from) returning c.id)
    insert into people.decision_move (decision_id, what, row_id, after) select d.id, 'contactShield', id, to_jsonb(target) from changed;
  with changed as (update people.kin k set hidden_from = k.hidden_from || target where origin = any (k.hidden_from) and target <> all (k.hidden_from) returning k.id)
    insert into people.decision_move (decision_id, what, row_id, after) select d.id, 'kinShield', id, to_jsonb(target) from changed;
  with changed as (update people.household_member m set hidden_from = m.hidden_from || target where origin = any (m.hidden_from) and target <> all (m.hidden_from) returning m.id)
    insert into people.decision_move (decision_id, what, row_id, after) select d.id, 'householdShield', id, to_jsonb(target) from changed;
  -- The record of shielding only ever widens; taking back leaves it as it is.
  update people.shielding s set hidden_from = s.hidden_from || target where origin = any (s.hidden_from) and target <> all (s.hidden_from);
  -- Whoever reached the origin by what moved reaches the target; with a merge each way, since keys and links of both are one person's now.
  with made as (
    insert into people.reach (person_id, unit_id, case_id, report_id, side, until)
      select distinct on (x.person_id, x.unit_id, x.side) x.* from (
        select target as person_id, r.unit_id, r.case_id, r.report_id, r.side, r.until from people.reach r where r.person_id = origin and (whole
          or r.case_id in (select m.row_id from people.decision_move m where m.decision_id = d.id and m.what = 'case')
          or r.report_id in (select rp.report_id from intake.report_person rp where rp.record_id = any (records)))
        union all
        select origin, r.unit_id, r.case_id, r.report_id, r.side, r.until from people.reach r where r.person_id = target and whole) x
      on conflict do nothing returning person_id, unit_id, side)
    insert into people.decision_move (decision_id, what, row_id, before) select d.id, 'reach', person_id, jsonb_build_object('unit', unit_id, 'side', side) from made;
end $$;
revoke execute on function people.follow from public;

-- How many reports and cases rest on a person, or on some of the rows that are confirmed as theirs: numbers for whoever decides in the person's county, since a
-- steward reads neither reports nor cases. Contacts and flags are counted under the policies: what law 8 or a class hides is not counted.
create function people.resting(person uuid, records uuid[]) returns table (reports integer, cases integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from people.person p where p.id = person and p.county = any (access.counties('{person.link}', 'basic'))) then
    raise exception 'person out of reach' using errcode = '42501';
  end if;
  return query select (select count(distinct rp.report_id)::int from intake.report_person rp where rp.person_id = person and (records is null or rp.record_id = any (records))),
    (select count(distinct cp.case_id)::int from casework.case_person cp where cp.person_id = person and (records is null or (
      exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
        where cr.case_id = cp.case_id and rp.person_id = person and rp.record_id = any (records))
      and not exists (select from casework.case_report cr join intake.report_person rp on rp.report_id = cr.report_id
        where cr.case_id = cp.case_id and rp.person_id = person and rp.record_id <> all (records)))));
end $$;
revoke execute on function people.resting from public;

-- The same numbers of what a decision of this transaction has moved.
create function people.moved(decision uuid) returns table (reports integer, cases integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare d people.decision := people.own_decision(moved.decision);
begin
  return query select count(distinct rp.report_id)::int, count(distinct m.row_id) filter (where m.what = 'case')::int
    from people.decision_move m left join intake.report_person rp on m.what = 'reportPerson' and rp.id = m.row_id where m.decision_id = d.id;
end $$;
revoke execute on function people.moved from public;

-- Takes a decision back, row by row in reverse. Says why not: `later` another decision on the same came after, `inUse` a case or report was begun on a person
-- whom the decision founded. Cases follow by events afterwards.
create function people.take_back(decision uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d people.decision;
  m people.decision_move;
  was uuid;
begin
  select * into d from people.decision x where x.id = take_back.decision and x.taken_back_at is null for update;
  if not found or not coalesce(d.county = any (access.counties('{person.link}', 'basic')), false) then
    raise exception 'no decision to take back' using errcode = '42501';
  end if;
  if exists (select from people.decision x where x.id <> d.id and x.taken_back_at is null and (x.decided_at, x.written_at, x.id) > (d.decided_at, d.written_at, d.id)
      and (x.person_ids && d.person_ids or x.record_ids && d.record_ids)) then
    return 'later';
  end if;
  update people.decision x set taken_back_by = access.actor(), taken_back_at = clock_timestamp(), taken_back_in = now(), version = x.version + 1 where x.id = d.id;
  for m in select * from people.decision_move x where x.decision_id = d.id order by x.position desc loop
    was := case when jsonb_typeof(m.before) = 'string' then (m.before #>> '{}')::uuid end;
    case m.what
      when 'reportPerson' then update intake.report_person r set person_id = was where r.id = m.row_id;
      when 'flag' then update people.flag f set person_id = was where f.id = m.row_id;
      when 'contact' then update people.contact c set person_id = was, version = c.version + 1 where c.id = m.row_id;
      when 'kinPerson' then update people.kin k set person_id = was where k.id = m.row_id;
      when 'kinOther' then update people.kin k set other_id = was where k.id = m.row_id;
      when 'householdMember' then update people.household_member h set person_id = was where h.id = m.row_id;
      when 'contactShield' then update people.contact c set hidden_from = array_remove(c.hidden_from, (m.after #>> '{}')::uuid) where c.id = m.row_id;
      when 'kinShield' then update people.kin k set hidden_from = array_remove(k.hidden_from, (m.after #>> '{}')::uuid) where k.id = m.row_id;
      when 'householdShield' then update people.household_member h set hidden_from = array_remove(h.hidden_from, (m.after #>> '{}')::uuid) where h.id = m.row_id;
      when 'reach' then delete from people.reach r where r.person_id = m.row_id and r.unit_id = (m.before ->> 'unit')::uuid and r.side = m.before ->> 'side';
      when 'redirect' then update people.person p set merged_into = was, version = p.version + 1, updated_at = now() where p.id = m.row_id;
      when 'link' then update people.link l set state = coalesce(m.before ->> 'state', 'undone'), version = l.version + 1,
          undone_by = case when coalesce(m.before ->> 'state', 'undone') = 'undone' then access.actor() end,
          undone_at = case when coalesce(m.before ->> 'state', 'undone') = 'undone' then now() end,
          decided_by = (m.before ->> 'decidedBy')::uuid, decided_at = (m.before ->> 'decidedAt')::timestamptz where l.id = m.row_id;
      when 'founded' then update people.link l set state = 'undone', undone_by = access.actor(), undone_at = now(), version = l.version + 1
          where l.person_id = m.row_id and l.basis = 'founding' and l.state = 'confirmed';
      when 'case' then null;
    end case;
  end loop;
  for m in select * from people.decision_move x where x.decision_id = d.id and x.what = 'founded' loop
    if exists (select from intake.report_person r where r.person_id = m.row_id)
      or exists (select from people.flag f where f.person_id = m.row_id)
      or exists (select from people.shielding s where s.person_id = m.row_id)
      or exists (select from casework.case_person cp where cp.person_id = m.row_id
        and not exists (select from people.decision_move c where c.decision_id = d.id and c.what = 'case' and c.row_id = cp.case_id)) then
      return 'inUse';
    end if;
    delete from people.search_key k where k.person_id = m.row_id;
    delete from people.identifier_near n where n.person_id = m.row_id;
    delete from people.identifier i where i.person_id = m.row_id;
    delete from people.contact c where c.person_id = m.row_id;
    delete from people.reach r where r.person_id = m.row_id;
    update people.person p set name = null, sex = null, birth_date = null, birth_precision = 'unknown', district = null, version = p.version + 1, updated_at = now()
      where p.id = m.row_id;
  end loop;
  return 'done';
end $$;
revoke execute on function people.take_back from public;

-- The cases that follow a decision, locked, with what their events say about who belongs to them: coded facts of the events about persons and nothing else.
create function casework.people_events(decision uuid)
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
    join casework.event e on e.case_id = c.id and e.type in ('caseDispatched','memberAdded','memberRemoved','personReplaced','personRestored','visitRecorded','contactRecorded','assessmentCompleted')
    where m.decision_id = d.id and m.what = 'case' order by c.id, e.seq;
end $$;
revoke execute on function casework.people_events from public;

-- One case follows: the event, and the rows that the fold makes of it. Nobody may come in who is neither there already nor one of the two.
create function casework.follow_decision(decision uuid, in_case uuid, event_id uuid, event_type text, event_facts jsonb, happened timestamptz,
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
  update casework.assessment a set subject_person_id = x.person_id from jsonb_to_recordset(spoken_of) x(id uuid, person_id uuid)
    where a.case_id = in_case and a.id = x.id and a.subject_person_id is distinct from x.person_id;
  return next_seq;
end $$;
revoke execute on function casework.follow_decision from public;
