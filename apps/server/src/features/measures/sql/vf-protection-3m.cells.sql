-- Vulnerable-family cases reported as protection cases after three months of service: counts by district and month. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select (coalesce((select array[m.from_district] from casework.move m
      where m.case_id = c.id and m.status = 'accepted' and m.answered_at > served.at order by m.answered_at limit 1), array[c.district]))[1] as district, to_char(served.at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  (count(*) filter (where (protection.at is not null)))::int as numerator, count(*)::int as denominator
from (
    select c.id, c.county, c.district, c.programme, c.received_at, c.accepted_at, c.opened_at, c.closed_at, c.closure_code,
      c.opening, c.opening_at as decided_at, null::text as reopened_for, null::timestamptz as reported_again
    from casework.case c
    union all
    select c.id, c.county, c.district, c.programme, c.received_at, c.accepted_at, case when opening.outcome in ('open', 'shortTerm') then opening.at end,
      coalesce(closing.at, opening.at), closing.reason, opening.outcome, opening.at, again.facts ->> 'reason',
      case when again.facts ->> 'reason' = 'newReport' and next.at is not null then again.happened_at end
    from casework.event again
    join casework.case c on c.id = again.case_id
    left join lateral (select e.facts ->> 'outcome' as outcome, e.happened_at as at from casework.event e
      where e.case_id = c.id and e.type = 'openingDecided' and e.facts ->> 'approved' = 'true' and e.seq > coalesce((select max(a.seq) from casework.event a where a.case_id = c.id and a.type = 'caseReopened' and a.seq < again.seq), 0) and e.seq < again.seq order by e.seq desc limit 1) opening on true
    left join lateral (select e.facts ->> 'reason' as reason, e.happened_at as at from casework.event e
      where e.case_id = c.id and e.type = 'closureDecided' and e.facts ->> 'approved' = 'true' and e.seq < again.seq order by e.seq desc limit 1) closing on opening.outcome in ('open', 'shortTerm')
    left join lateral (select e.facts ->> 'outcome' as outcome, e.happened_at as at from casework.event e
      where e.case_id = c.id and e.type = 'openingDecided' and e.facts ->> 'approved' = 'true' and e.seq > again.seq and e.facts ->> 'outcome' in ('open', 'shortTerm') order by e.seq limit 1) next on true
    where again.type = 'caseReopened'
  ) c
  left join lateral (
    select reached.at from (
      select (ended.day + 1)::timestamp at time zone 'Asia/Taipei' - interval '1 millisecond' as at
      from (select (c.opened_at at time zone 'Asia/Taipei')::date + 1 as day) first
      cross join lateral (select (first.day + interval '3 months')::date as day) same
      cross join lateral (select case when extract(day from same.day) < extract(day from first.day) then same.day else same.day - 1 end as day) ended
    ) reached where reached.at <= least(coalesce(c.closed_at, $4::timestamptz), $4::timestamptz)
  ) served on true
  left join lateral (
    select min(r.received_at) as at from casework.case_person mine
    join casework.case_person other on other.person_id = mine.person_id and other.case_id <> c.id
    join casework.case later on later.id = other.case_id and later.county = c.county and later.programme in ('child-protection', 'intimate-partner-violence')
    join casework.case_report taken on taken.case_id = later.id
    join intake.report r on r.id = taken.report_id
    where mine.case_id = c.id and not r.channel = 'transfer' and r.received_at > served.at and r.received_at <= $4::timestamptz
  ) protection on true
where ($1::text is null or c.county = $1) and served.at >= $2::timestamptz and served.at < $3::timestamptz
  and (((c.programme = 'vulnerable-family') and (c.opening = any (array['open', 'shortTerm']))) and (served.at is not null))
group by 1, 2 order by 1, 2;
