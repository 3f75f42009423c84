-- Whoever returns a case says in words what is wanted, and those who have it read them: sealed under the key of the case, whose subject is told with its events.
drop function casework.transferred_events(uuid);
create function casework.transferred_events(report uuid)
  returns table (county text, programme text, pack_version text, subject_id uuid, id uuid, case_id uuid, seq integer, type text, schema_version integer, recorded_at timestamptz, happened_at timestamptz, actor_id uuid, facts jsonb)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  t casework.transfer := casework.waiting_transfer(transferred_events.report);
begin
  perform from casework."case" c where c.id = t.case_id for no key update;
  -- Read anew behind the lock.
  t := casework.waiting_transfer(transferred_events.report);
  return query select c.county, c.programme, c.pack_version, coalesce(c.subject_person_id, c.id), e.id, e.case_id, e.seq, e.type, e.schema_version, e.recorded_at, e.happened_at, e.actor_id, e.facts
    from casework."case" c join casework.event e on e.case_id = c.id where c.id = t.case_id order by e.seq;
end $$;
revoke execute on function casework.transferred_events from public;

-- The answer of the other county in the case that waits: the events and the rows that the fold makes of them. Taken: a unit has made the report its case in this
-- session, the referrals and shares that were open end, the case here closes, and the people who moved belong there. Returned: its desk has closed the report.
create or replace function casework.answer_transfer(report uuid, events jsonb, case_row jsonb, changed jsonb) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  t casework.transfer := casework.waiting_transfer(answer_transfer.report);
  held casework."case";
  said casework."case";
  taken boolean := coalesce(events -> 0 ->> 'type' = 'transferAccepted', false);
  many integer := jsonb_array_length(events);
begin
  select * into held from casework."case" c where c.id = t.case_id for no key update;
  said := jsonb_populate_record(held, case_row);
  if t.id is null or held.status in ('closed', 'notOpened')
    or (events -> 0 ->> 'type') not in ('transferAccepted', 'transferReturned')
    or (events -> 0 -> 'facts' ->> 'transfer') is distinct from t.id::text
    or taken and (many < 2 or events -> (many - 1) ->> 'type' <> 'closureDecided' or said.status <> 'closed'
      or not exists (select from intake.dispatch d where d.report_id = t.report_id and d.status = 'accepted' and d.case_id is not null and d.accepted_by = access.actor()))
    or not taken and (many <> 1 or said.status <> held.status
      or not exists (select from intake.report r where r.id = t.report_id and r.status = 'closedAtDesk'))
    or exists (select from jsonb_array_elements(events) with ordinality x(e, at) where x.at > 1 and x.at < many and not (
      x.e ->> 'type' = 'shareEnded' and exists (select from casework.share s where s.case_id = held.id and s.id::text = x.e -> 'facts' ->> 'share')
      or x.e ->> 'type' = 'referralReturned' and x.e -> 'facts' ->> 'outcome' = 'cancelled'
        and exists (select from network.referral r where r.case_id = held.id and r.id::text = x.e -> 'facts' ->> 'referral' and r.status in ('sent', 'accepted')))) then
    raise exception 'not to be answered by this actor' using errcode = '42501';
  end if;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts, subject_id, sealed)
    select t.case_id, held.version + x.at, (x.e ->> 'id')::uuid, held.county, x.e ->> 'type', (x.e ->> 'happenedAt')::timestamptz, access.actor(), x.e -> 'facts',
      case when x.e ->> 'sealed' is not null then coalesce(held.subject_person_id, held.id) end, decode(x.e ->> 'sealed', 'hex')
    from jsonb_array_elements(events) with ordinality x(e, at);
  update casework."case" c set stage = said.stage, status = said.status, closed_at = said.closed_at, closure_code = said.closure_code,
    next_due = said.next_due, next_rule = said.next_rule, version = held.version + many where c.id = held.id;
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
  update casework.share s set ended_at = n.ended_at
    from jsonb_populate_recordset(null::casework.share, changed -> 'casework.share') n where s.case_id = held.id and s.id = n.id;
  if taken then
    update network.referral r set status = 'cancelled', version = r.version + 1 where r.case_id = held.id and r.status in ('sent', 'accepted');
    perform people.move_to(t);
  end if;
  return held.version + many;
end $$;
