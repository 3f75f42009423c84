-- Notices inside the product: to one account or to a post (a role at a unit or in a county), ids and codes only, read by each reader for himself, thrown away
-- after ninety days. What they speak of is opened under the reader's own rights.
create table system.notice (
  id uuid primary key default uuidv7(),
  county text not null references org.county,
  kind text not null check (kind ~ '^[a-z][a-zA-Z.]{1,60}$'),
  to_account uuid references org.account,
  to_post text check (to_post ~ '^[a-zA-Z]+:(unit|county):[0-9a-f-]{5,36}$'),
  case_id uuid,
  report_id uuid,
  person_id uuid,
  break_glass_id uuid,
  ref text check (ref ~ '^[A-Za-z0-9-]{1,40}$'),  -- the number of the case or report
  rule text check (rule ~ '^[A-Za-z0-9._:-]{1,80}$'),
  programme text check (programme ~ '^[a-z0-9-]{1,60}$'),
  pack_version text check (pack_version ~ '^[A-Za-z0-9.+_-]{1,60}$'),
  due_at timestamptz,
  once text not null unique,                     -- what the notice is about, so that telling it again does nothing
  created_at timestamptz not null default now(),
  check (num_nonnulls(to_account, to_post) = 1)
);
create index notice_account on system.notice (to_account, id desc);
create index notice_post on system.notice (to_post, id desc);
create index notice_age on system.notice (created_at);

create table system.notice_read (
  notice_id uuid not null references system.notice on delete cascade,
  account_id uuid not null references org.account,
  read_at timestamptz not null default now(),
  primary key (account_id, notice_id)
);
create index notice_read_notice on system.notice_read (notice_id);
