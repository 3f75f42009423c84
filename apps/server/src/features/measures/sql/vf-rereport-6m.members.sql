-- Closed vulnerable-family cases re-reported and substantiated within six months: the rows behind the counts. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select c.id as id, c.district as district, to_char(c.closed_at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  c.closed_at as at, (((extract(year from (reported.at at time zone 'Asia/Taipei')::date)::int - extract(year from (c.closed_at at time zone 'Asia/Taipei')::date)::int) * 12 + extract(month from (reported.at at time zone 'Asia/Taipei')::date)::int - extract(month from (c.closed_at at time zone 'Asia/Taipei')::date)::int - (extract(day from (reported.at at time zone 'Asia/Taipei')::date)::int < extract(day from (c.closed_at at time zone 'Asia/Taipei')::date)::int)::int) < 6) is true as met
from casework.case c
  left join lateral (
    select e.facts ->> 'outcome' as outcome, e.happened_at as at from casework.event e
    where e.case_id = c.id and e.type = 'openingDecided' and e.facts ->> 'approved' = 'true' order by e.seq desc limit 1
  ) opening on true
  left join lateral (
    select min(later.received_at) as at
    from casework.case_person mine
    join casework.case_person other on other.person_id = mine.person_id and other.case_id <> c.id
    join casework.case later on later.id = other.case_id and later.county = c.county
    where mine.case_id = c.id and later.received_at > c.closed_at and later.opened_at is not null
  ) reported on true
where ($1::text is null or c.county = $1) and c.closed_at >= $2::timestamptz and c.closed_at < $3::timestamptz
  and (((c.programme = 'vulnerable-family') and (opening.outcome = any (array['open', 'shortTerm']))) and (c.closed_at is not null))
order by 4 desc, 1;
