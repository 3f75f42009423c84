-- The retests that 0490 added are called by their round: each result that asks for another begins one, those before that were never kept as rows too.
with owed as (
  select k.case_id, k.rule, k.instance, split_part(k.instance, '#', 1) as of, (select count(*) from casework.event e
      where e.case_id = k.case_id and e.type = 'assessmentCompleted' and e.facts ->> 'instrument' = r.instrument and e.happened_at <= k.started_at
        and (k.rule = 'ipv-retest' or coalesce(e.facts ->> 'person', '') = split_part(k.instance, '#', 1))
        and (e.facts ->> 'band' = any (r.bands) or e.facts ->> 'override' = r.judged)) as rounds
    from casework.clock k
    join (values ('sdm-review', 'sdm-safety', array['safeWithPlan', 'unsafe'], 'unsafe'), ('ipv-retest', 'tipvda-1', array['middle', 'high'], 'high'))
      r (rule, instrument, bands, judged) on r.rule = k.rule
    where k.stopped_at is null and k.instance like '%#%')
update casework.clock k set instance = o.of || '#' || o.rounds from owed o
  where o.rounds > 1 and k.case_id = o.case_id and k.rule = o.rule and k.instance = o.instance and k.instance <> o.of || '#' || o.rounds
    and not exists (select from casework.clock h where h.case_id = o.case_id and h.rule = o.rule and h.instance = o.of || '#' || o.rounds);
