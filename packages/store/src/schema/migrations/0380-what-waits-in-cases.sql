-- What waits for somebody is little and is counted with every list: without an index of its own, a count under a county's rights read all that is open.
create index case_waiting on casework."case" (county, status, unit_id) where closed_at is null and status in ('accepted', 'openReview', 'closeReview');
