-- Somebody whom a case names and whom the index may not know: looked up after the case has them, by a job should the process end before.
insert into system.task (name, queue, max_attempts) values ('people.newcomer', null, 25);

-- As before, and cases follow that named the origin by hand.
CREATE OR REPLACE FUNCTION people.follow(decision uuid, records uuid[], origin uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
          where cr.case_id = cp.case_id and rp.person_id = origin and rp.record_id <> all (records)))
        -- Whom a case named by hand: the case follows when no row speaks of the origin any more.
        or not exists (select from people.link l where l.person_id = origin and l.state = 'confirmed'))) x;
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
end $function$
;
