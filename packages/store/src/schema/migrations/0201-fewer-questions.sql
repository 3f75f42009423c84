-- Emergency access is a way to single things: it moves the stamp of the account, and is there for the rest of the transaction that opens it.
create function access.glass_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.stamp as s (account_id, number) values (new.account_id, 1) on conflict (account_id) do update set number = s.number + 1;
  if new.account_id::text = current_setting('anwang.actor', true) then
    perform set_config('anwang.reach', access.reach(access.actor(), access.purpose()), true);
  end if;
  return null;
end $$;
create trigger glass_changed after insert or update on access.break_glass for each row execute function access.glass_changed();

-- The number of a day is counted from the reports only when the day has none yet: counting them each time read all of the day's reports.
create or replace function intake.next_report_number(county text, day date) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  running integer;
begin
  update intake.report_counter c set last = c.last + 1 where c.county = next_report_number.county and c.day = next_report_number.day returning c.last into running;
  if running is not null then
    return running;
  end if;
  insert into intake.report_counter as c (county, day, last)
  values (next_report_number.county, next_report_number.day,
          1 + (select count(*) from intake.report r where r.county = next_report_number.county
               and r.received_at >= (next_report_number.day::timestamp at time zone 'Asia/Taipei')
               and r.received_at < ((next_report_number.day + 1)::timestamp at time zone 'Asia/Taipei')))
  on conflict on constraint report_counter_pkey do update set last = c.last + 1
  returning last into running;
  return running;
end $$;

-- Most accounts are not in the person index at all: then nobody is of their family, and no family is looked at.
alter function intake.is_relative(uuid, uuid) rename to family_holds;
create function intake.is_relative(account uuid, report uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from org.account a where a.id = is_relative.account and a.person_id is not null) then
    return false;
  end if;
  return intake.family_holds(account, report);
end $$;
revoke execute on function intake.is_relative from public;

-- A job that was asked for in case its work should be cut off is not needed once the work is done: it goes in the transaction that does it.
create function system.dismiss(job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.remove_job(dismiss.job_key);
end $$;
revoke execute on function system.dismiss from public;
