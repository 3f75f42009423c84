-- What holds before anything about people exists: schemas by context, keys, vault, audit, erasure, files, outbox, jobs, kept answers, drafts, sign-in.
-- Roles (anwang_owner, anwang_app, anwang_worker, anwang_auth) are made by the migration runner, since they belong to the cluster and not to the database.
-- Rights and row-level policies are not here: they are generated (packages/store/src/policies) and applied after the migrations.

create schema org;
create schema people;
create schema intake;
create schema casework;
create schema network;
create schema access;
create schema audit;
create schema auth;
create schema erasure;
create schema files;
create schema keys;
create schema system;
create schema vault;

-- Who acts, and why: set with set_config(…, true) inside the transaction only. Missing or empty means nobody, and nobody sees no rows.
create function access.actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('anwang.actor', true), '')::uuid;
create function access.purpose() returns text language sql stable parallel safe
  return nullif(current_setting('anwang.purpose', true), '');

create table access.break_glass (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  county text not null,
  unit_id uuid,
  kind text not null check (kind in ('case','report','person')),
  target_id uuid not null,
  reason text not null check (length(btrim(reason)) >= 10),
  purpose text not null,
  started_at timestamptz not null default now(),
  until timestamptz not null default now() + interval '1 hour',
  supervisor_told_at timestamptz,
  review_due timestamptz not null default now() + interval '3 days',
  reviewed_by uuid,
  reviewed_at timestamptz,
  verdict text check (verdict in ('justified','unjustified')),
  review_note text,
  ended_at timestamptz,
  check (until > started_at and until <= started_at + interval '1 hour'),
  check (reviewed_by is distinct from account_id),
  check ((reviewed_at is null) = (verdict is null))
);
create index break_glass_account on access.break_glass (account_id, until);
create index break_glass_pending on access.break_glass (county, review_due) where reviewed_at is null;
comment on table access.break_glass is 'Emergency access to one thing: with a reason, for one hour, told to the supervisor at once, reviewed within three days by somebody else.';

-- Keys of subjects, wrapped by the master key of the key file. Destroying the row destroys what was sealed under it.
create table keys.subject (
  id uuid primary key,
  subject_id uuid not null,
  record_class text not null,
  wrapped bytea not null,
  master_id text not null,
  created_at timestamptz not null default now()
);
create unique index subject_class on keys.subject (subject_id, record_class);
create index subject_master on keys.subject (master_id, id);
comment on table keys.subject is 'One data key per subject and record class, wrapped. Left out of backups; backed up apart.';

-- The reporter's identity.
create table vault.entry (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('reporter')),
  report_id uuid not null,
  county text not null,
  subject_id uuid not null,
  key_id text not null,
  sealed bytea not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  rotated_at timestamptz
);
create index entry_report on vault.entry (report_id);
create index entry_key on vault.entry (key_id, id);
create index entry_subject on vault.entry (subject_id);
comment on table vault.entry is 'Who reported, under a key that nothing else uses. Read by one function that checks the grant and logs the opening.';

-- Audit: rows are only ever added. The transaction that acts also adds the row, without any lock; a sealer chains committed rows.
create table audit.entry (
  id bigint generated always as identity primary key,
  epoch integer not null default 1,              -- raised by a restore, since transaction numbers start anew in another cluster
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  actor_id uuid not null,
  county text,
  purpose text not null,
  route text not null,
  action text not null,
  query_digest text,
  row_count integer,
  person_ids uuid[] not null default '{}',
  ids uuid[] not null default '{}',
  break_glass_id uuid,
  detail jsonb not null default '{}'
);
create index audit_entry_xid on audit.entry (epoch, xid);
create index audit_entry_actor on audit.entry (actor_id, at);
create index audit_entry_county on audit.entry (county, at);
create index audit_entry_person on audit.entry using gin (person_ids) where person_ids <> '{}';
comment on table audit.entry is 'Who did or saw what, when, why, by which route, with which persons. detail holds codes and ids, never values.';

create table audit.block (
  seq bigint primary key check (seq > 0),
  epoch integer not null,
  snapshot pg_snapshot not null,                 -- rows visible in it and not in the block before are the rows of this block
  row_count integer not null,
  digest bytea not null,                         -- over the digests of the rows in order of id
  previous bytea not null,                       -- mac of the block before
  key_id text not null,
  mac bytea not null,
  sealed_at timestamptz not null default clock_timestamp()
);

-- Erasure by order (for instance 少年事件處理法 83-1): what was ordered and done, without saying about whom.
create table erasure.tombstone (
  id uuid primary key default uuidv7(),
  order_ref text not null,
  legal_basis text not null,
  subject_ids uuid[] not null,
  ordered_by uuid not null,
  executed_at timestamptz not null default now(),
  counts jsonb not null default '{}'             -- table name to number of rows wiped or removed
);
comment on table erasure.tombstone is 'Proof that an erasure was carried out; ids only, which lead to nothing any more.';

-- Attachments: encrypted pieces behind one storage interface, in the same transaction and backup as the record.
create table files.file (
  id uuid primary key default uuidv7(),
  county text not null,
  report_id uuid,
  case_id uuid,
  person_id uuid,
  subject_id uuid not null,
  name_sealed bytea not null,
  media_type text,                               -- by content, not by name; null while uploading
  size bigint,
  digest bytea,                                  -- SHA-256 of the clear content
  state text not null default 'uploading' check (state in ('uploading','whole')),
  scan text not null default 'pending' check (scan in ('pending','clean','infected','notScanned')),
  scanned_at timestamptz,
  original_of uuid references files.file,        -- set on the copy without metadata: the sealed original
  created_by uuid not null,
  created_at timestamptz not null default now(),
  check ((state = 'whole') = (digest is not null and size is not null and media_type is not null)),
  check (report_id is not null or case_id is not null or person_id is not null)
);
create index file_report on files.file (report_id);
create index file_case on files.file (case_id);
create index file_person on files.file (person_id);
create index file_subject on files.file (subject_id);
create index file_uploading on files.file (created_at) where state = 'uploading';

create table files.piece (
  file_id uuid not null references files.file on delete cascade,
  position integer not null,
  sealed bytea not null,
  primary key (file_id, position)
);
alter table files.piece alter column sealed set storage external;

create table system.setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

-- What kind of people this database holds; decided by the first person and never mixed.
create table system.population (
  one boolean primary key default true check (one),
  kind text not null default 'empty' check (kind in ('empty','demo','real'))
);
insert into system.population default values;

create function system.keep_population() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted text := case when new.demo then 'demo' else 'real' end;
  held text;
begin
  select kind into held from system.population;
  if held = wanted then
    return new;
  end if;
  update system.population set kind = wanted where kind = 'empty';
  select kind into held from system.population;
  if held <> wanted then
    raise exception 'this database holds % people and refuses % ones', held, wanted using errcode = 'AW001';
  end if;
  return new;
end $$;

create table system.outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  county text,
  subject_id uuid,                               -- key of the sealed part
  payload jsonb not null default '{}',           -- ids and codes only
  sealed bytea,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  check ((sealed is null) or (subject_id is not null))
);
create index outbox_waiting on system.outbox (id) where delivered_at is null;

-- Kept answers: a repeated key gives the first result again, rendered under current rights; hence ids and codes only.
create table system.idempotency (
  actor_id uuid not null,
  route text not null,
  key text not null check (length(key) between 8 and 128),
  body_digest bytea not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  primary key (actor_id, route, key)
);
create index idempotency_expiry on system.idempotency (expires_at);

-- A job leaves its mark in the transaction of its effect; run again after a crash, it finds the mark and does nothing.
create table system.job_effect (
  job_key text primary key,
  task text not null,
  done_at timestamptz not null default now()
);
create index job_effect_age on system.job_effect (done_at);

create table system.draft (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  kind text not null,                            -- which form
  ref text not null default '',                  -- of which report, case …
  sealed bytea not null,
  based_on integer,                              -- version of the thing the draft was begun on
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  unique (account_id, kind, ref)
);
create index draft_age on system.draft (updated_at);

-- The one way to ask for a job. The list of names is closed: what is not named here cannot be run.
create table system.task (
  name text primary key check (name ~ '^[a-z][a-zA-Z.]+$'),
  queue text,
  max_attempts integer not null default 25
);

create function system.enqueue(task text, payload jsonb, run_at timestamptz default null, job_key text default null) returns bigint
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
  select j.id into made from graphile_worker.add_job(known.name, (payload || jsonb_build_object('jobId', coalesce(job_key, '') || '#' || uuidv7()))::json,
    known.queue, enqueue.run_at, known.max_attempts, enqueue.job_key) j;
  return made;
end $$;
revoke execute on function system.enqueue from public;

-- Sign-in (better-auth), under a role of its own. Names of columns are the library's.
create table auth."user" (
  id text primary key,                           -- = org.account.id
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean default false,
  username text unique,
  "displayUsername" text
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" on delete cascade
);
create index session_user_id on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index account_user_id on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_user_id on auth."twoFactor" ("userId");
create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);
