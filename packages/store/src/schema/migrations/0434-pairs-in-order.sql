-- The pairs that wait are listed oldest first: fifty of them, not all of them put in order. Nobody asked for them by county.
create index link_waiting on people.link (created_at, id) where state = 'candidate';
drop index people.link_candidates;
