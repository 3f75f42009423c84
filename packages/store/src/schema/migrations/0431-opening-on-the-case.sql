-- How was the opening of the present course of a case decided, and when? The figures ask it of every case; it follows from the events as the other columns do.
alter table casework."case" add column opening text, add column opening_at timestamptz;
alter table casework."case" add constraint case_opening_check check (opening in ('open', 'shortTerm', 'notOpened'));
update casework."case" c set opening = o.outcome, opening_at = o.happened_at
  from (select distinct on (e.case_id) e.case_id, e.facts ->> 'outcome' as outcome, e.happened_at from casework.event e
    where e.type = 'openingDecided' and e.facts ->> 'approved' = 'true'
      and e.seq > coalesce((select max(a.seq) from casework.event a where a.case_id = e.case_id and a.type = 'caseReopened'), 0)
    order by e.case_id, e.seq desc) o
  where o.case_id = c.id;
