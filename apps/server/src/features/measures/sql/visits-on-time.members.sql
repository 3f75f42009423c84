-- First visits made on time: the rows behind the counts. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select k.case_id as id, (coalesce((select array[m.from_district] from casework.move m
      where m.case_id = k.case_id and m.status = 'accepted' and m.answered_at > k.due_at order by m.answered_at limit 1), array[k.district]))[1] as district, to_char(k.due_at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  k.due_at as at, (((extract(epoch from k.due_at) - extract(epoch from k.stopped_at)) / 3600) >= 0) is true as met
from (select k.*, c.district, c.programme from casework.clock k join casework.case c on c.id = k.case_id where k.rule in ('vf-visit', 'face-child-L1', 'visit-child-L2')) k
where ($1::text is null or k.county = $1) and k.due_at >= $2::timestamptz and k.due_at < $3::timestamptz
  and ((coalesce(k.outcome = 'void' and k.stopped_at <= k.due_at, false) = false) and ((k.stopped_at is not null) or ((k.paused_at is not null = false) and (((extract(epoch from $4::timestamptz) - extract(epoch from k.due_at)) / 3600) > 0))))
order by 4 desc, 1;
