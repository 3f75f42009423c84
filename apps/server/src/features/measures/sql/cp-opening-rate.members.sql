-- Child-protection cases opened: the rows behind the counts. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select c.id as id, c.district as district, to_char(opening.at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  opening.at as at, (opening.outcome = any (array['open', 'shortTerm'])) is true as met
from casework.case c
  left join lateral (
    select e.facts ->> 'outcome' as outcome, e.happened_at as at from casework.event e
    where e.case_id = c.id and e.type = 'openingDecided' and e.facts ->> 'approved' = 'true' order by e.seq desc limit 1
  ) opening on true
where ($1::text is null or c.county = $1) and opening.at >= $2::timestamptz and opening.at < $3::timestamptz
  and ((c.programme = 'child-protection') and (opening.outcome is not null))
order by 4 desc, 1;
