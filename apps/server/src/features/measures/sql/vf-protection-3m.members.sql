-- Vulnerable-family cases reported as protection cases after three months of service: the rows behind the counts. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select c.id as id, c.district as district, to_char(served.at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  served.at as at, (protection.at is not null) is true as met
from casework.case c
  left join lateral (
    select e.facts ->> 'outcome' as outcome, e.happened_at as at from casework.event e
    where e.case_id = c.id and e.type = 'openingDecided' and e.facts ->> 'approved' = 'true' order by e.seq desc limit 1
  ) opening on true
  left join lateral (
    select case when ((c.opened_at at time zone 'Asia/Taipei' + interval '3 months') at time zone 'Asia/Taipei') <= least(coalesce(c.closed_at, $4::timestamptz), $4::timestamptz) then ((c.opened_at at time zone 'Asia/Taipei' + interval '3 months') at time zone 'Asia/Taipei') end as at
  ) served on true
  left join lateral (
    select min(later.received_at) as at
    from casework.case_person mine
    join casework.case_person other on other.person_id = mine.person_id and other.case_id <> c.id
    join casework.case later on later.id = other.case_id and later.county = c.county
    where mine.case_id = c.id and later.received_at > served.at and later.received_at <= $4::timestamptz and later.programme in ('child-protection', 'intimate-partner-violence')
  ) protection on true
where ($1::text is null or c.county = $1) and served.at >= $2::timestamptz and served.at < $3::timestamptz
  and (((c.programme = 'vulnerable-family') and (opening.outcome = any (array['open', 'shortTerm']))) and (served.at is not null))
order by 4 desc, 1;
