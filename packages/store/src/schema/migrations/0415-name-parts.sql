-- People are found by the parts of their names. Whoever is in the index already gets the new keys from a job, some people at a time, while everybody works;
-- where nobody is known yet there is nothing to do.
insert into system.task (name, queue, max_attempts) values ('people.rekey', null, 25);
insert into system.later_job (job_key, task, payload, run_at)
  select 'people.rekey', 'people.rekey', jsonb_build_object('jobId', 'people.rekey#' || uuidv7()), now() where exists (select from people.person);
