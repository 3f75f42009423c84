-- Nicknames, romanised names without their apostrophes and the first with the last of many words are keys now: the job that adds keys goes over everybody once more.
insert into system.later_job (job_key, task, payload, run_at)
  select 'people.rekey', 'people.rekey', jsonb_build_object('jobId', 'people.rekey#' || uuidv7()), now() where exists (select from people.person)
  on conflict do nothing;
