-- Running numbers of reports, and the receipt with which a reporter, who sees no rows at all, is told what may be told.

create table intake.report_counter (
  county text not null references org.county,
  day date not null,
  last integer not null,
  primary key (county, day)
);
comment on table intake.report_counter is 'The last running number given to a report, by county and day.';

-- The next number of a county and day. Whoever files at the same moment waits for the commit of the other: numbers have no gaps but those of a rollback.
create function intake.next_report_number(county text, day date) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into intake.report_counter as c (county, day, last)
  values (next_report_number.county, next_report_number.day,
          1 + (select count(*) from intake.report r where r.county = next_report_number.county
               and r.received_at >= (next_report_number.day::timestamp at time zone 'Asia/Taipei')
               and r.received_at < ((next_report_number.day + 1)::timestamp at time zone 'Asia/Taipei')))
  on conflict on constraint report_counter_pkey do update set last = c.last + 1
  returning last;
$$;
revoke execute on function intake.next_report_number from public;

-- A receipt by number and the hash of its code. A wrong code counts, five lock the receipt for a quarter of an hour; what is told is the same
-- for an unknown number and a wrong code. Returns at most one row; outcome: open, unknown, locked.
create function intake.open_receipt(number text, code_hash bytea) returns table (
  outcome text, report_id uuid, county text, subject_id uuid, status text, wants_reply boolean,
  received_at timestamptz, handled_at timestamptz, locked_until timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held intake.receipt;
begin
  select * into held from intake.receipt r where r.number = open_receipt.number for update;
  if not found or held.expires_at < now() then
    return query select 'unknown', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, null::timestamptz;
    return;
  end if;
  if held.locked_until > now() then
    return query select 'locked', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, held.locked_until;
    return;
  end if;
  if held.code_hash <> open_receipt.code_hash then
    update intake.receipt r set failed = r.failed + 1,
      locked_until = case when (r.failed + 1) % 5 = 0 then now() + interval '15 minutes' end
      where r.report_id = held.report_id;
    return query select 'unknown', null::uuid, null::text, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, null::timestamptz;
    return;
  end if;
  if held.failed > 0 then
    update intake.receipt r set failed = 0, locked_until = null where r.report_id = held.report_id;
  end if;
  return query select 'open', p.id, p.county, p.subject_id, p.status, p.wants_reply, p.received_at, p.handled_at, null::timestamptz
    from intake.report p where p.id = held.report_id;
end $$;
revoke execute on function intake.open_receipt from public;

-- What a reporter has added: when and of which kind, never the content.
create function intake.receipt_additions(report uuid) returns table (at timestamptz, kind text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.received_at, 'text' from intake.addition a where a.report_id = receipt_additions.report and a.origin = 'reporter'
  union all
  select f.created_at, 'file' from files.file f
    where f.report_id = receipt_additions.report and f.state = 'whole' and f.original_of is null
      and f.created_by = '00000000-0000-7000-8000-000000000001'
  order by 1;
$$;
revoke execute on function intake.receipt_additions from public;

-- Is this account's own person in the family of a report: named in it, or kin (two steps) or of one household with somebody who is?
-- The desk must know it even where the officer may not see the kin, so it is answered with yes or no and nothing else.
create function intake.is_relative(account uuid, report uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as (select a.person_id as id from org.account a where a.id = is_relative.account and a.person_id is not null),
  named as (select rp.person_id as id from intake.report_person rp where rp.report_id = is_relative.report and rp.person_id is not null),
  near as (
    select id from named
    union select k.other_id from people.kin k join named n on n.id = k.person_id where k.relation <> 'conflict'
    union select k.person_id from people.kin k join named n on n.id = k.other_id where k.relation <> 'conflict'
    union select m.person_id from people.household_member m
      where m.valid_until is null and m.household_id in
        (select h.household_id from people.household_member h join named n on n.id = h.person_id where h.valid_until is null)),
  far as (
    select id from near
    union select k.other_id from people.kin k join near n on n.id = k.person_id where k.relation <> 'conflict'
    union select k.person_id from people.kin k join near n on n.id = k.other_id where k.relation <> 'conflict')
  select exists (select from own join far on far.id = own.id);
$$;
revoke execute on function intake.is_relative from public;
