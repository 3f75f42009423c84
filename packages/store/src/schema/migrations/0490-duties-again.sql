-- A safety assessment is owed for each child by itself, and a retest that is still high is to be tested again. What runs already is brought to that; everything
-- later follows from the events.
update casework.clock k set instance = e.facts ->> 'person' from casework.event e
  where k.rule = 'sdm-review' and k.instance = '' and e.case_id = k.case_id and e.type = 'assessmentCompleted' and e.happened_at = k.started_at
    and e.facts ->> 'instrument' = 'sdm-safety' and e.facts ->> 'person' is not null;

with latest as (
  select distinct on (e.case_id, r.rule, k.of) e.case_id, e.county, r.rule, k.of, e.happened_at, coalesce(e.facts ->> 'override', e.facts ->> 'band') as band
    from casework.event e
    join (values ('sdm-safety', 'sdm-review'), ('tipvda-1', 'ipv-retest')) r (instrument, rule) on r.instrument = e.facts ->> 'instrument'
    cross join lateral (select case r.rule when 'sdm-review' then coalesce(e.facts ->> 'person', '') else '' end as of) k
    join casework."case" c on c.id = e.case_id and c.closed_at is null
    where e.type = 'assessmentCompleted'
    order by e.case_id, r.rule, k.of, e.seq desc),
owed as (
  insert into casework.clock (case_id, county, rule, instance, started_at, due_at)
    select l.case_id, l.county, l.rule,
      l.of || '#' || 1 + (select count(*) from casework.clock h where h.case_id = l.case_id and h.rule = l.rule and split_part(h.instance, '#', 1) = l.of),
      l.happened_at,
      (((l.happened_at at time zone 'Asia/Taipei')::date + interval '1 month')::date + interval '1 day' - interval '1 millisecond') at time zone 'Asia/Taipei'
    from latest l
    where l.band in ('safeWithPlan', 'unsafe', 'middle', 'high')
      and exists (select from casework.clock h where h.case_id = l.case_id and h.rule = l.rule and split_part(h.instance, '#', 1) = l.of)
      and not exists (select from casework.clock h where h.case_id = l.case_id and h.rule = l.rule and split_part(h.instance, '#', 1) = l.of
        and h.started_at >= l.happened_at)
    returning case_id, rule, due_at)
update casework."case" c set next_due = o.due_at, next_rule = o.rule
  from (select distinct on (case_id) case_id, rule, due_at from owed order by case_id, due_at) o
  where o.case_id = c.id and (c.next_due is null or o.due_at < c.next_due);
