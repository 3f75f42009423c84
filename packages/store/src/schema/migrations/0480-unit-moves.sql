-- A case moves to another unit of its county: proposed and decided where it is, it stays there until the other unit has taken it, and is the same case from then on.

-- The last word on each move, from the events of its case.
create table casework.move (
  id uuid primary key,
  case_id uuid not null references casework."case"(id),
  county text not null references org.county(id),
  from_unit uuid not null references org.unit(id),
  to_unit uuid not null references org.unit(id),
  from_district text references org.district(id), -- where the case lay until it moved: figures of the months before stay there
  to_district text references org.district(id),   -- null: the family lives where it did
  reason text not null,
  status text not null check (status in ('proposed', 'sentBack', 'sent', 'returned', 'withdrawn', 'accepted')),
  proposed_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz,
  returned text,
  version integer not null                        -- counts the events of the move: an answer names the one it was based on
);
create index move_case on casework.move (case_id);
create index move_sent on casework.move (to_unit, sent_at) where status = 'sent';
comment on table casework.move is 'Moves of cases to other units of the county.';

alter table casework.approval drop constraint approval_kind_check;
alter table casework.approval add constraint approval_kind_check check (kind in ('opening', 'closing', 'transfer', 'move', 'plan'));
alter table system.notice add column other_unit uuid references org.unit(id);

-- What other units would give to a unit, for who accepts there, while it waits: the sealed part is what the giving unit wrote for it. Nothing else of the case.
create function casework.moves_offered(wanted uuid)
  returns table (id uuid, case_id uuid, number text, title text, programme text, pack_version text, risk text, district text, from_unit uuid, to_unit uuid, reason text, sent_at timestamptz, answer_due timestamptz, version integer, subject_id uuid, report_id uuid, sealed bytea)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select m.id, m.case_id, c.number, c.title, c.programme, c.pack_version, c.risk, coalesce(m.to_district, c.district), m.from_unit, m.to_unit, m.reason, m.sent_at, k.due_at, m.version, coalesce(c.subject_person_id, c.id),
    (select r.report_id from casework.case_report r where r.case_id = c.id and r.kind = 'founding' limit 1),
    (select e.sealed from casework.event e where e.case_id = m.case_id and e.type = 'moveDecided' and e.facts ->> 'move' = m.id::text order by e.seq desc limit 1)
  from casework.move m
  join casework."case" c on c.id = m.case_id
  left join casework.clock k on k.case_id = m.case_id and k.rule = 'move-answer' and k.instance = m.id::text
  where m.status = 'sent' and m.to_unit = any (access.units('{case.accept}', 'basic')) and (moves_offered.wanted is null or m.id = moves_offered.wanted)
  order by m.sent_at, m.id;
end $$;

-- A move that was sent to a unit of the actor, as it stands behind the lock of its case: two who answer, or one who answers and one who withdraws, come one after the other.
create function casework.offered_move(move uuid) returns casework.move
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  m casework.move;
begin
  select * into m from casework.move x where x.id = offered_move.move and x.status not in ('proposed', 'sentBack') and x.to_unit = any (access.units('{case.accept}', 'basic'));
  if m.id is null then
    return null;
  end if;
  perform from casework."case" c where c.id = m.case_id for no key update;
  select * into m from casework.move x where x.id = m.id;
  return m;
end $$;

-- The case lies with the unit that takes it, so that its supervisor goes on under the ordinary rights; the event that says so follows in the same transaction (the trigger
-- below). The unit that gave it reaches its people by it no longer; whom it knows by a case or a report of its own it goes on reaching.
create function casework.take_move(move uuid) returns casework.move
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  m casework.move := casework.offered_move(take_move.move);
begin
  if m.id is null or m.status <> 'sent' then
    return m;
  end if;
  update casework."case" c set unit_id = m.to_unit, supervisor_id = access.actor() where c.id = m.case_id;
  update people.reach x set case_id = other.id, report_id = null
    from (select distinct on (cp.person_id) cp.person_id, c.id from casework.case_person cp join casework."case" c on c.id = cp.case_id
      where c.unit_id = m.from_unit and c.id <> m.case_id order by cp.person_id, c.id) other
    where x.unit_id = m.from_unit and x.person_id = other.person_id and x.case_id = m.case_id;
  delete from people.reach x
    where x.unit_id = m.from_unit
      and (x.case_id = m.case_id or x.report_id in (select r.report_id from casework.case_report r where r.case_id = m.case_id))
      and not exists (select from casework.case_person cp join casework."case" c on c.id = cp.case_id where cp.person_id = x.person_id and c.unit_id = m.from_unit)
      and not exists (select from intake.report_person rp join placed.report_held h on h.report_id = rp.report_id where rp.person_id = x.person_id and h.unit_id = m.from_unit);
  return m;
end $$;

-- The unit does not take it: one event in a case that it does not reach, and the clock of the answer stops.
create function casework.return_move(move uuid, event_id uuid, reason text, at timestamptz, sealed bytea)
  returns table (seq integer, lead uuid, number text, programme text, pack_version text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  m casework.move := casework.offered_move(return_move.move);
  held casework."case";
begin
  if m.id is null or m.status <> 'sent' then
    raise exception 'not to be returned by this actor' using errcode = '42501';
  end if;
  update casework."case" c set version = c.version + 1 where c.id = m.case_id returning * into held;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts, subject_id, sealed)
    values (held.id, held.version, event_id, held.county, 'moveReturned', return_move.at, access.actor(), jsonb_build_object('move', m.id, 'reason', return_move.reason),
      case when return_move.sealed is not null then coalesce(held.subject_person_id, held.id) end, return_move.sealed);
  update casework.move x set status = 'returned', answered_at = return_move.at, returned = return_move.reason, version = x.version + 1 where x.id = m.id;
  update casework.clock k set stopped_at = return_move.at, outcome = case when k.due_at is null or return_move.at <= k.due_at then 'met' else 'late' end
    where k.case_id = held.id and k.rule = 'move-answer' and k.instance = m.id::text and k.stopped_at is null;
  update casework."case" c set (next_due, next_rule) = (
      select k.due_at, k.rule from casework.clock k
      where k.case_id = held.id and k.stopped_at is null and k.paused_at is null and k.due_at is not null and c.closed_at is null
      order by k.due_at, k.rule, k.instance limit 1)
    where c.id = held.id;
  return query select held.version, held.lead_id, held.number, held.programme, held.pack_version;
end $$;
revoke execute on function casework.moves_offered, casework.offered_move, casework.take_move, casework.return_move from public;

-- A case that was taken says so: at the end of the transaction no move waits for the unit in which the case lies.
create function casework.taken_is_told() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from casework.move m where m.case_id = new.id and m.status = 'sent' and m.to_unit = new.unit_id)
    and exists (select from casework."case" c where c.id = new.id and c.unit_id = new.unit_id) then
    raise exception 'a case was taken and nothing says so' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger taken_is_told after update of unit_id on casework."case" deferrable initially deferred
  for each row when (old.unit_id is distinct from new.unit_id) execute function casework.taken_is_told();

-- What each unit of the own county carries, for whoever looks for a unit that could go on with a case: numbers only.
create function org.unit_loads() returns table (unit_id uuid, open_cases integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select c.unit_id, count(*)::integer from casework."case" c join org.account a on a.id = access.actor() and a.county = c.county
  where access.may('{case.close}') and c.status not in ('closed', 'notOpened') group by c.unit_id;
end $$;
revoke execute on function org.unit_loads from public;
