-- Search keys follow their person by the trigger keys_move (0430): who moves to another county says it once.
create or replace function people.move_to(of_transfer casework.transfer) returns uuid[]
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
  update people.flag x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.household_member x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  update people.kin x set county = of_transfer.to_county where x.person_id = any (movers) and x.county = of_transfer.county;
  delete from people.reach x using org.unit u where x.person_id = any (movers) and u.id = x.unit_id and u.county = of_transfer.county;
  return movers;
end $$;
