-- A job for later lies here until it is due. In the queue itself each costs a NOTIFY, for which every server's worker looks for what it may not do yet; and most
-- jobs for later are asked for in case something should be cut off, and dismissed a moment after.
create table system.later_job (
  job_key text primary key,
  task text not null,
  payload jsonb not null,
  run_at timestamptz not null
);
comment on table system.later_job is 'Jobs that are not due yet, by key; moved to the queue by system.bring_due().';

-- A job with a key that is not due within five seconds waits outside the queue. Asked for again under its key, it takes the place of the one before.
create or replace function system.enqueue(task text, payload jsonb, run_at timestamptz default null, job_key text default null) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known system.task;
  made bigint;
begin
  select * into known from system.task t where t.name = enqueue.task;
  if not found then
    raise exception 'unknown task %', enqueue.task using errcode = 'AW002';
  end if;
  if exists (select from jsonb_each(payload) p where jsonb_typeof(p.value) not in ('string','number','boolean','null')
             or (jsonb_typeof(p.value) = 'string' and p.value #>> '{}' !~ '^[A-Za-z0-9._:@/+-]{0,80}$')) then
    raise exception 'a job carries ids and codes only' using errcode = 'AW003';
  end if;
  payload := payload || jsonb_build_object('jobId', coalesce(job_key, '') || '#' || uuidv7());
  if job_key is not null and run_at > now() + interval '5 seconds' then
    insert into system.later_job as l (job_key, task, payload, run_at) values (enqueue.job_key, known.name, enqueue.payload, enqueue.run_at)
      on conflict on constraint later_job_pkey do update set task = excluded.task, payload = excluded.payload, run_at = excluded.run_at;
    return null;
  end if;
  select j.id into made from graphile_worker.add_job(known.name, payload::json, known.queue, enqueue.run_at, known.max_attempts, enqueue.job_key) j;
  return made;
end $$;

-- It is in one of the two places: whoever brings it to the queue at this moment is waited for.
create or replace function system.dismiss(job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from system.later_job l where l.job_key = dismiss.job_key;
  if not found then
    perform graphile_worker.remove_job(dismiss.job_key);
  end if;
end $$;

-- Brings what is due to the queue; how many jobs. Of two servers each takes what the other has not taken.
create function system.bring_due() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due system.later_job;
  known system.task;
  brought integer := 0;
begin
  for due in
    delete from system.later_job l
    where l.job_key in (select d.job_key from system.later_job d where d.run_at <= now() order by d.run_at limit 1000 for update skip locked)
    returning l.*
  loop
    select * into known from system.task t where t.name = due.task;
    perform graphile_worker.add_job(due.task, due.payload::json, known.queue, due.run_at, known.max_attempts, due.job_key);
    brought := brought + 1;
  end loop;
  return brought;
end $$;
revoke execute on function system.bring_due from public;
