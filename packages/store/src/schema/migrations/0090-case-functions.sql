-- Running numbers of cases; may this account lead, seen from both sides (law 8); and the answer of a unit that holds no part of the case but the referral.

create table casework.case_counter (
  county text not null references org.county,
  prefix text not null,
  month text not null,                           -- YYYY-MM in the legal zone
  last integer not null,
  primary key (county, prefix, month)
);
comment on table casework.case_counter is 'The last running number given to a case, by county, prefix of the programme and month.';
alter table casework.case_counter enable row level security;

-- The next numbers: `how_many` at once for the seed. Returns the first of them. Whoever asks at the same moment waits for the commit of the other.
create function casework.next_case_number(county text, prefix text, month text, how_many integer default 1) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into casework.case_counter as c (county, prefix, month, last)
  values (next_case_number.county, next_case_number.prefix, next_case_number.month, next_case_number.how_many)
  on conflict on constraint case_counter_pkey do update set last = c.last + next_case_number.how_many
  returning last - next_case_number.how_many + 1;
$$;
revoke execute on function casework.next_case_number from public;

-- Would this account hold both sides? It works on a case of somebody who stands on the other side of this one, or of somebody on whose other side
-- this one's subject stands. Answered with yes or no: the cases of other units are not shown.
create function casework.both_sides(account uuid, subjects uuid[], respondents uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    select c.id, c.side from casework.assignment s join casework."case" c on c.id = s.case_id
    where s.account_id = both_sides.account and s.until is null and s.role <> 'supervisor' and c.closed_at is null)
  select exists (
    select from held h join casework.case_person cp on cp.case_id = h.id and cp.until is null
    where (cp.role in ('subject', 'victim') and cp.person_id = any (both_sides.respondents))
       or (cp.role = 'respondent' and cp.person_id = any (both_sides.subjects)));
$$;
revoke execute on function casework.both_sides from public;

-- The receiving unit's answer as an event of the case: accepted, declined, or what came of it. The unit sees only the referral, so this runs with the
-- owner's eyes, checks the unit itself, and does to the projections exactly what the fold does (held together by a test): version, clocks, nearest clock.
create function casework.answer_referral(referral uuid, event_id uuid, event_type text, event_facts jsonb, happened timestamptz, stopped_rules text[]) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held network.referral;
  next_seq integer;
begin
  if event_type not in ('referralAnswered', 'referralReturned') then
    raise exception 'not an answer to a referral' using errcode = '42501';
  end if;
  select * into held from network.referral r where r.id = answer_referral.referral;
  if not found or not coalesce(held.to_unit = any (access.units('{referral.answer}', 'basic')), false) or event_facts ->> 'referral' is distinct from referral::text then
    raise exception 'not a referral to this unit' using errcode = '42501';
  end if;
  update casework."case" c set version = c.version + 1 where c.id = held.case_id returning c.version into next_seq;
  insert into casework.event (case_id, seq, id, county, type, happened_at, actor_id, facts)
  values (held.case_id, next_seq, event_id, held.county, event_type, happened, access.actor(), event_facts);
  update casework.clock k set stopped_at = happened, outcome = case when k.due_at is null or happened <= k.due_at then 'met' else 'late' end
    where k.case_id = held.case_id and k.rule = any (stopped_rules) and k.instance = referral::text and k.stopped_at is null;
  update casework."case" c set (next_due, next_rule) = (
      select k.due_at, k.rule from casework.clock k
      where k.case_id = held.case_id and k.stopped_at is null and k.paused_at is null and k.due_at is not null and c.closed_at is null
      order by k.due_at, k.rule, k.instance limit 1)
    where c.id = held.case_id;
  return next_seq;
end $$;
revoke execute on function casework.answer_referral from public;
