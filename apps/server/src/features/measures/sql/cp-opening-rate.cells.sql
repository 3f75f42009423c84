-- Child-protection cases opened: counts by district and month. Generated from the definition; $1 county, $2 from, $3 until, $4 now.
select (coalesce((select array[m.from_district] from casework.move m
      where m.case_id = c.id and m.status = 'accepted' and m.answered_at > c.decided_at order by m.answered_at limit 1), array[c.district]))[1] as district, to_char(c.decided_at at time zone 'Asia/Taipei', 'YYYY-MM') as month,
  (count(*) filter (where (c.opening = any (array['open', 'shortTerm']))))::int as numerator, count(*)::int as denominator
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
where ($1::text is null or c.county = $1) and c.decided_at >= $2::timestamptz and c.decided_at < $3::timestamptz
  and ((c.programme = 'child-protection') and (c.opening is not null))
group by 1, 2 order by 1, 2;
