-- Reports decided at the desk within 24 hours: the rows behind the counts. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select r.id as id, r.district as district, to_char(r.received_at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  r.received_at as at, (((extract(epoch from coalesce(r.first_dispatched_at, case when r.status = 'closedAtDesk' then r.decided_at end)) - extract(epoch from r.received_at)) / 3600) <= 24) is true as met
from intake.report r
where ($1::text is null or r.county = $1) and r.received_at >= $2::timestamptz and r.received_at < $3::timestamptz
  and ((coalesce(r.first_dispatched_at, case when r.status = 'closedAtDesk' then r.decided_at end) is not null) or (((extract(epoch from $4::timestamptz) - extract(epoch from r.received_at)) / 3600) >= 24))
order by 4 desc, 1;
