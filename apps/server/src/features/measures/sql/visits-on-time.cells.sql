-- First visits made on time: counts by district and month. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select (coalesce((select array[m.from_district] from casework.move m
      where m.case_id = k.case_id and m.status = 'accepted' and m.answered_at > k.due_at order by m.answered_at limit 1), array[k.district]))[1] as district, to_char(k.due_at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  (count(*) filter (where (((extract(epoch from k.due_at) - extract(epoch from k.stopped_at)) / 3600) >= 0)))::int as numerator, count(*)::int as denominator
from (select k.*, c.district, c.programme from casework.clock k join casework.case c on c.id = k.case_id where k.rule in ('vf-visit', 'face-child-L1', 'visit-child-L2')) k
where ($1::text is null or k.county = $1) and k.due_at >= $2::timestamptz and k.due_at < $3::timestamptz
  and ((coalesce(k.outcome = 'void' and k.stopped_at <= k.due_at, false) = false) and ((k.stopped_at is not null) or ((k.paused_at is not null = false) and (((extract(epoch from $4::timestamptz) - extract(epoch from k.due_at)) / 3600) > 0))))
group by 1, 2 order by 1, 2;
