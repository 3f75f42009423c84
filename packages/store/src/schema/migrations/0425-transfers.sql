-- A case moves to another county: proposed and decided here, it waits at the other desk as a report and stays this county's until a unit there has taken it.

-- The last word on each transfer, from the events of its case.
create table casework.transfer (
  id uuid primary key,
  case_id uuid not null references casework."case"(id),
  county text not null references org.county(id),
  to_county text references org.county(id),      -- null: has no desk in this system and is told otherwise
  reason text not null,
  status text not null check (status in ('proposed', 'sentBack', 'sent', 'returned', 'accepted')),
  proposed_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz,
  returned text,
  to_unit uuid references org.unit(id),
  report_id uuid references intake.report(id) deferrable initially deferred,
  report_number text
);
create index transfer_case on casework.transfer (case_id);
create unique index transfer_report on casework.transfer (report_id) where report_id is not null;

-- Makes the report of the other county from a transfer that the present actor has just approved: what was handed over, under new keys, and the case's own people.
-- Who they are is known: the index keeps one person for both counties. Gives nothing back.
create function casework.hand_over(transfer uuid, made jsonb, texts jsonb, persons jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t casework.transfer;
  held casework."case";
  r intake.report := jsonb_populate_record(null::intake.report, made);
begin
  select * into t from casework.transfer x where x.id = hand_over.transfer;
  select * into held from casework."case" c where c.id = t.case_id;
  if t.id is null or t.status <> 'sent' or t.report_id is null or t.to_county = t.county
    or exists (select from intake.report x where x.id = t.report_id)
    or not exists (select from casework.approval a where a.id = t.id and a.case_id = t.case_id and a.decision = 'approved' and a.decided_by = access.actor())
    or not exists (select from org.county a, org.county b where a.id = t.county and b.id = t.to_county and a.demo = b.demo)
    or not coalesce(held.county = any (access.counties('{case.approve}', 'basic')), false)
      and not coalesce(held.district = any (access.districts('{case.approve}', 'basic')), false)
      and not coalesce(held.unit_id = any (access.units('{case.approve}', 'basic')), false) then
    raise exception 'not to be handed over by this actor' using errcode = '42501';
  end if;
  if exists (select from jsonb_to_recordset(persons) x(person_id uuid)
      where not exists (select from casework.case_person cp where cp.case_id = t.case_id and cp.person_id = x.person_id and cp.until is null)) then
    raise exception 'somebody who does not belong to the case' using errcode = '42501';
  end if;
  insert into intake.report (id, number, county, district, channel, reporter_kind, mandatory, report_type, wants_reply, received_at, needs, subject_id, band, band_source,
      band_reasons, triage_due, desk_due, next_due, pack_version, demo, handed_from)
    values (t.report_id, t.report_number, t.to_county, (select d.id from org.district d where d.id = r.district and d.county = t.to_county), 'transfer', r.reporter_kind, false,
      'followUp', false, r.received_at, held.needs, r.subject_id, coalesce(held.risk, 'medium'), 'person', '[]', r.triage_due, r.desk_due, least(r.triage_due, r.desk_due), r.pack_version, held.demo,
      jsonb_build_object('county', t.county, 'name', (select jsonb_build_object('zh', c.name_zh, 'en', c.name_en) from org.county c where c.id = t.county), 'number', held.number,
        'receivedAt', to_char(held.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'programme', held.programme));
  insert into intake.report_text (report_id, part, county, subject_id, sealed)
    select t.report_id, x.part, t.to_county, r.subject_id, decode(x.sealed, 'hex') from jsonb_to_recordset(texts) x(part text, sealed text);
  insert into people.record (id, source, source_key, county, subject_id, sealed, received_at)
    select x.record_id, 'report', t.report_id || '/' || x.record_id, t.to_county, x.subject_id, decode(x.sealed, 'hex'), r.received_at
    from jsonb_to_recordset(persons) x(record_id uuid, subject_id uuid, sealed text);
  insert into people.link (record_id, person_id, county, state, basis, weight, reasons, decided_by, decided_at, created_at)
    select x.record_id, x.person_id, t.to_county, 'confirmed', 'person', 0, '[]', access.actor(), r.received_at, r.received_at
    from jsonb_to_recordset(persons) x(record_id uuid, person_id uuid);
  insert into intake.report_person (id, report_id, county, role, record_id, person_id, relation_to_subject, position)
    select x.id, t.report_id, t.to_county, x.role, x.record_id, x.person_id, x.relation, x.position
    from jsonb_to_recordset(persons) x(id uuid, record_id uuid, person_id uuid, role text, relation text, position integer);
  insert into intake.clock (report_id, county, rule, started_at, due_at)
    values (t.report_id, t.to_county, 'desk-dispatch', r.received_at, r.desk_due), (t.report_id, t.to_county, 'triage-' || coalesce(held.risk, 'medium'), r.received_at, r.triage_due);
end $$;
revoke execute on function casework.hand_over from public;

-- The transfer behind a report, for who decides on that report at its desk or takes it at its unit, while it waits.
create function casework.waiting_transfer(report uuid) returns casework.transfer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  t casework.transfer;
begin
  select x.* into t from casework.transfer x join intake.report r on r.id = x.report_id
  where x.report_id = waiting_transfer.report and x.status = 'sent' and (
    r.county = any (access.counties('{report.screen,report.review}', 'basic'))
    or exists (select from intake.dispatch d where d.report_id = r.id and d.unit_id = any (access.units('{case.accept}', 'basic'))));
  return t;
end $$;

-- The case of that transfer, locked, with what happened in it, coded and without what was said: the server folds it to close it or to go on with it.
create function casework.transferred_events(report uuid)
  returns table (county text, programme text, pack_version text, id uuid, case_id uuid, seq integer, type text, schema_version integer, recorded_at timestamptz, happened_at timestamptz, actor_id uuid, facts jsonb)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  t casework.transfer := casework.waiting_transfer(transferred_events.report);
begin
  perform from casework."case" c where c.id = t.case_id for no key update;
  -- Read anew behind the lock.
  t := casework.waiting_transfer(transferred_events.report);
  return query select c.county, c.programme, c.pack_version, e.id, e.case_id, e.seq, e.type, e.schema_version, e.recorded_at, e.happened_at, e.actor_id, e.facts
    from casework."case" c join casework.event e on e.case_id = c.id where c.id = t.case_id order by e.seq;
end $$;

-- Whoever has moved belongs to the county that has taken them, with what hangs on them in the index; who still stands in something open here stays. Units here do
-- not follow them there. With the eyes of whoever calls it: the function below.
create function people.move_to(of_transfer casework.transfer) returns uuid[]
  language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  movers uuid[];
begin
  select coalesce(array_agg(distinct p.id), '{}') into movers
  from intake.report_person rp join people.person p on p.id = rp.person_id and p.county = of_transfer.county
  where rp.report_id = of_transfer.report_id
    and not exists (select from casework.case_person cp join casework."case" c on c.id = cp.case_id
      where cp.person_id = p.id and cp.until is null and c.county = of_transfer.county and c.id <> of_transfer.case_id and c.status not in ('closed', 'notOpened'))
    and not exists (select from intake.report_person o join intake.report r on r.id = o.report_id
      where o.person_id = p.id and r.county = of_transfer.county and (r.status not in ('dispatched', 'closedAtDesk')
        or exists (select from intake.dispatch d where d.report_id = r.id and d.status in ('sent', 'disputed', 'upheld'))));
  update people.person p set county = of_transfer.to_county, district = (select r.district from intake.report r where r.id = of_transfer.report_id),
    version = p.version + 1, updated_at = now() where p.id = any (movers);
  update people.link x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.contact x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.shielding x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.search_key x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.flag x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.household_member x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.kin x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  delete from people.reach x using org.unit u where x.person_id = any (movers) and u.id = x.unit_id and u.county = of_transfer.county;
  return movers;
end $$;
revoke execute on function people.move_to from public;

-- The answer of the other county in the case that waits: the events and the rows that the fold makes of them. Taken: a unit has made the report its case in this
-- session, the case here closes, and the people who moved belong there. Returned: its desk has closed the report.
create function casework.answer_transfer(report uuid, events jsonb, case_row jsonb, changed jsonb) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  t casework.transfer := casework.waiting_transfer(answer_transfer.report);
  held casework."case";
  said casework."case";
  taken boolean := coalesce(events -> 0 ->> 'type' = 'transferAccepted', false);
begin
  select * into held from casework."case" c where c.id = t.case_id for no key update;
  said := jsonb_populate_record(held, case_row);
  if t.id is null or held.status in ('closed', 'notOpened')
    or jsonb_array_length(events) <> 1 + taken::integer
    or (events -> 0 ->> 'type') not in ('transferAccepted', 'transferReturned')
    or taken and (events -> 1 ->> 'type' <> 'closureDecided' or said.status <> 'closed'
      or not exists (select from intake.dispatch d where d.report_id = t.report_id and d.status = 'accepted' and d.case_id is not null and d.accepted_by = access.actor()))
    or not taken and (said.status <> held.status
      or not exists (select from intake.report r where r.id = t.report_id and r.status = 'closedAtDesk'))
    or exists (select from jsonb_array_elements(events) e where e -> 'facts' ->> 'transfer' is distinct from t.id::text and e ->> 'type' <> 'closureDecided') then
    raise exception 'not to be answered by this actor' using errcode = '42501';
  end if;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts)
    select t.case_id, held.version + x.at, (x.e ->> 'id')::uuid, held.county, x.e ->> 'type', (x.e ->> 'happenedAt')::timestamptz, access.actor(), x.e -> 'facts'
    from jsonb_array_elements(events) with ordinality x(e, at);
  update casework."case" c set stage = said.stage, status = said.status, closed_at = said.closed_at, closure_code = said.closure_code,
    next_due = said.next_due, next_rule = said.next_rule, version = held.version + jsonb_array_length(events) where c.id = held.id;
  update casework.transfer x set status = n.status, answered_at = n.answered_at, returned = n.returned, to_unit = n.to_unit
    from jsonb_populate_recordset(null::casework.transfer, changed -> 'casework.transfer') n where x.id = n.id and x.case_id = held.id;
  -- What watches over a closed case begins with the closing.
  insert into casework.clock as k (case_id, county, rule, instance, started_at, due_at, paused_at, stopped_at, outcome)
    select held.id, held.county, n.rule, n.instance, n.started_at, n.due_at, n.paused_at, n.stopped_at, n.outcome
    from jsonb_populate_recordset(null::casework.clock, changed -> 'casework.clock') n
    on conflict (case_id, rule, instance) do update set due_at = excluded.due_at, paused_at = excluded.paused_at, stopped_at = excluded.stopped_at, outcome = excluded.outcome;
  update casework.approval a set decided_by = n.decided_by, decided_at = n.decided_at, decision = n.decision
    from jsonb_populate_recordset(null::casework.approval, changed -> 'casework.approval') n where a.case_id = held.id and a.id = n.id;
  update casework.planned_visit v set status = n.status, goes = n.goes
    from jsonb_populate_recordset(null::casework.planned_visit, changed -> 'casework.planned_visit') n where v.case_id = held.id and v.id = n.id and v.account_id = n.account_id;
  if taken then
    perform people.move_to(t);
  end if;
  return held.version + jsonb_array_length(events);
end $$;
revoke execute on function casework.waiting_transfer, casework.transferred_events, casework.answer_transfer from public;

-- Whoever is on the other side of the case that was handed over is on the other side of what was handed over, whether or not they moved (house law 8).
create or replace function casework.other_side(report uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.holds('{matcher}') then
    return query select distinct cp.person_id from casework.case_person cp where cp.until is null and cp.role = 'respondent'
      and cp.case_id in (select cr.case_id from casework.case_report cr where cr.report_id = other_side.report
        union all select t.case_id from casework.transfer t where t.report_id = other_side.report);
  end if;
end $$;
