-- What waits in a case when another county takes it ends with it and says so; a transfer can be taken back while it is not answered; notices name the other county.

alter table casework.transfer drop constraint transfer_status_check;
alter table casework.transfer add constraint transfer_status_check check (status in ('proposed', 'sentBack', 'sent', 'returned', 'withdrawn', 'accepted'));
alter table system.notice add column other_county text references org.county(id);

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
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts)
    select t.case_id, held.version + x.at, (x.e ->> 'id')::uuid, held.county, x.e ->> 'type', (x.e ->> 'happenedAt')::timestamptz, access.actor(), x.e -> 'facts'
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

-- Takes back at the other desk what was handed over and not taken, for who has just withdrawn it here: the report is closed there, what was sent to a unit is
-- withdrawn, the units there no longer reach the people by it. Gives who there had it, to be told.
create function casework.withdraw_transfer(transfer uuid, reason text, at timestamptz)
  returns table (county text, report_id uuid, number text, unit_id uuid, proposed_by uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  t casework.transfer;
  held casework."case";
begin
  select * into t from casework.transfer x where x.id = withdraw_transfer.transfer;
  select * into held from casework."case" c where c.id = t.case_id;
  if t.id is null or t.status <> 'withdrawn' or t.report_id is null or t.answered_at is distinct from withdraw_transfer.at
    or not exists (select from casework.event e where e.case_id = t.case_id and e.seq = held.version and e.type = 'transferWithdrawn'
      and e.facts ->> 'transfer' = t.id::text and e.actor_id = access.actor())
    or not coalesce(held.county = any (access.counties('{case.approve}', 'basic')), false)
      and not coalesce(held.district = any (access.districts('{case.approve}', 'basic')), false)
      and not coalesce(held.unit_id = any (access.units('{case.approve}', 'basic')), false) then
    raise exception 'not to be withdrawn by this actor' using errcode = '42501';
  end if;
  perform from intake.report r where r.id = t.report_id for update;
  perform from intake.dispatch d where d.report_id = t.report_id order by d.id for update;
  if exists (select from intake.dispatch d where d.report_id = t.report_id and d.status = 'accepted')
    or exists (select from intake.report r where r.id = t.report_id and r.status = 'closedAtDesk') then
    raise exception 'answered already' using errcode = '42501';
  end if;
  return query
    select t.to_county, t.report_id, t.report_number, d.unit_id, null::uuid from intake.dispatch d where d.report_id = t.report_id and d.status in ('sent', 'disputed', 'upheld')
    union
    select t.to_county, t.report_id, t.report_number, null::uuid, (select p.proposed_by from intake.proposal p where p.report_id = t.report_id order by p.round desc limit 1);
  update intake.dispatch d set status = 'withdrawn', version = d.version + 1 where d.report_id = t.report_id and d.status in ('sent', 'disputed', 'upheld');
  update intake.report r set status = 'closedAtDesk', decided_at = withdraw_transfer.at, handled_at = withdraw_transfer.at, version = r.version + 1,
    handed_from = r.handed_from || jsonb_build_object('withdrawnAt', to_char(withdraw_transfer.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'withdrawnFor', withdraw_transfer.reason)
    where r.id = t.report_id;
  update intake.clock k set stopped_at = withdraw_transfer.at where k.report_id = t.report_id and k.stopped_at is null;
  update intake.hit h set expires_at = withdraw_transfer.at where h.report_id = t.report_id and h.expires_at is null;
  delete from people.reach x using org.unit u where x.report_id = t.report_id and u.id = x.unit_id and u.county = t.to_county;
end $$;
revoke execute on function casework.withdraw_transfer from public;
