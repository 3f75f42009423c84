-- A report that is another county's to handle is handed on to its desk instead of ending as not accepted.
alter table intake.proposal add column to_county text references org.county(id);
alter table intake.report
  add column handed_from jsonb,           -- {county, name, number, receivedAt} of the report that it goes on from
  add column handed_to jsonb;             -- {county, name, number} of the report that goes on from it

-- Makes the report of the other county from one that its own desk has just closed: the same words under the same keys, unmatched. Receipt, additions, files
-- and the reporter's identity go along, since whoever shows the receipt must come to where the work is. Once only; reads and gives nothing but number and id.
create function intake.hand_on(report uuid, target text, made uuid, report_number text, at timestamptz, triage_due timestamptz, desk_due timestamptz, pack text)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held intake.report;
begin
  select * into held from intake.report r where r.id = hand_on.report for update;
  if held.id is null or held.status <> 'closedAtDesk' or held.handed_to is not null or held.county = target
    or not coalesce(held.county = any (access.counties('{report.screen,report.review}', 'basic')), false) then
    raise exception 'not to be handed on by this actor' using errcode = '42501';
  end if;
  insert into intake.report (id, number, county, channel, reporter_kind, mandatory, report_type, wants_reply, received_at, occurred_on, occurred_precision,
      place_kind, grounds, needs, answers, subject_id, band, band_source, band_reasons, triage_due, desk_due, next_due, pack_version, demo, handed_from)
    values (made, report_number, target, held.channel, held.reporter_kind, held.mandatory, held.report_type, held.wants_reply, at, held.occurred_on,
      held.occurred_precision, held.place_kind, held.grounds, held.needs, held.answers, held.subject_id, held.band, held.band_source, held.band_reasons,
      hand_on.triage_due, hand_on.desk_due, least(hand_on.triage_due, hand_on.desk_due), pack, held.demo,
      jsonb_build_object('county', held.county, 'name', (select jsonb_build_object('zh', c.name_zh, 'en', c.name_en) from org.county c where c.id = held.county), 'number', held.number, 'receivedAt', to_char(held.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
  insert into intake.report_text (report_id, part, county, subject_id, sealed, evidence)
    select made, t.part, target, t.subject_id, t.sealed, t.evidence from intake.report_text t where t.report_id = held.id;
  with person as (
    select rp.*, uuidv7() as fresh, row_number() over (order by rp.position) as place from intake.report_person rp where rp.report_id = held.id
  ), record as (
    insert into people.record (id, source, source_key, county, subject_id, sealed, received_at)
      select p.fresh, c.source, made || '/' || p.fresh, target, c.subject_id, c.sealed, at from person p join people.record c on c.id = p.record_id
      returning id
  )
  insert into intake.report_person (report_id, county, role, record_id, relation_to_subject, whereabouts, position)
    select made, target, p.role, p.fresh, p.relation_to_subject, p.whereabouts, p.position from person p join record r on r.id = p.fresh;
  insert into intake.clock (report_id, county, rule, started_at, due_at)
    values (made, target, 'desk-dispatch', at, hand_on.desk_due), (made, target, 'triage-' || held.band, at, hand_on.triage_due);
  update intake.receipt r set report_id = made where r.report_id = held.id;
  update intake.addition a set report_id = made, county = target where a.report_id = held.id;
  -- What the first officer noted is for the next desk to read.
  insert into intake.addition (report_id, county, origin, subject_id, sealed, received_at)
    select made, target, 'desk', p.subject_id, p.note_sealed, at from intake.proposal p
    where p.report_id = held.id and p.note_sealed is not null order by p.round desc limit 1;
  update files.file f set report_id = made, county = target where f.report_id = held.id;
  update vault.entry e set report_id = made, county = target where e.report_id = held.id;
  update intake.report r set handed_to = jsonb_build_object('county', target, 'name', (select jsonb_build_object('zh', c.name_zh, 'en', c.name_en) from org.county c where c.id = target), 'number', report_number) where r.id = held.id;
end $$;
revoke execute on function intake.hand_on from public;

-- Whoever shows the receipt is told the day on which the report first came, and the county that goes on with it.
drop function intake.open_receipt(text, bytea);
create function intake.open_receipt(number text, code_hash bytea) returns table (
  outcome text, report_id uuid, county text, subject_id uuid, status text, wants_reply boolean,
  received_at timestamptz, handled_at timestamptz, locked_until timestamptz, handed_to jsonb)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held intake.receipt;
begin
  select * into held from intake.receipt r where r.number = open_receipt.number for update;
  if not found or held.expires_at < now() then
    return query select 'unknown', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb;
    return;
  end if;
  if held.locked_until > now() then
    return query select 'locked', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, held.locked_until, null::jsonb;
    return;
  end if;
  if held.code_hash <> open_receipt.code_hash then
    update intake.receipt r set failed = r.failed + 1,
      locked_until = case when (r.failed + 1) % 5 = 0 then now() + interval '15 minutes' end
      where r.report_id = held.report_id;
    return query select 'unknown', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb;
    return;
  end if;
  if held.failed > 0 then
    update intake.receipt r set failed = 0, locked_until = null where r.report_id = held.report_id;
  end if;
  return query select 'open', p.id, p.county, p.subject_id, p.status, p.wants_reply,
      coalesce((p.handed_from ->> 'receivedAt')::timestamptz, p.received_at), p.handled_at, null::timestamptz,
      case when p.handed_from is not null then jsonb_build_object('zh', c.name_zh, 'en', c.name_en) end
    from intake.report p join org.county c on c.id = p.county where p.id = held.report_id;
end $$;
revoke execute on function intake.open_receipt from public;
