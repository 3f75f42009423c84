-- New evidence of danger on a report raises its band; the job stands in when the request that brought it was cut off.
insert into system.task (name, queue, max_attempts) values ('intake.evidence', null, 25) on conflict do nothing;
